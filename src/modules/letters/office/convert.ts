/** A Word file as a PDF: by the word processor that the operator has named, one at a time, each in a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { escapeXml } from '../../../formats/xml/write.ts'
import { faces } from '../paper/faces.ts'

/** Milliseconds after which it is ended: a letter takes two or three seconds, a first start ten. */
const longest_ms = 90_000

let program: string | null = null

/** Told once by whoever starts Kontor: LibreOffice's `soffice`, or null. */
export function useWordProcessor(path: string | null): void {
  program = path
}

export const drawsWordFiles = (): boolean => program !== null

export class NotConverted extends Error {}

let last: Promise<unknown> = Promise.resolve()

/** Null where no word processor was named; throws `NotConverted` where it gave nothing. */
export async function wordFilePdf(bytes: Buffer): Promise<Buffer | null> {
  const drawn = await wordFilesPdf([bytes])
  if (drawn === null) return null
  if (!drawn[0]) throw new NotConverted('no PDF came of it')
  return drawn[0]
}

/** Several at one start of the program; null in the place of those that nothing came of. */
export function wordFilesPdf(files: readonly Uint8Array[]): Promise<(Buffer | null)[] | null> {
  const path = program
  if (path === null) return Promise.resolve(null)
  const turn = last.then(() => converted(path, files))
  last = turn.catch(() => {})
  return turn
}

/** The house's faces beside those of the machine, so that a letter that was begun here is set in them there too (fonts-conf(5)). */
const folders = [...new Set(Object.values(faces).map(path => dirname(dirname(path))))]
const ownFonts = `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${folders
  .map(path => `<dir>${escapeXml(path)}</dir>`)
  .join('')}</fontconfig>`

async function converted(path: string, files: readonly Uint8Array[]): Promise<(Buffer | null)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-letter-'))
  try {
    const names = files.map((_, at) => join(folder, `letter-${at}.docx`))
    for (const [at, name] of names.entries()) await writeFile(name, files[at]!)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const options = ['--headless', '--norestore', '--nolockcheck', profile]
    const fonts = join(folder, 'fonts.conf')
    await writeFile(fonts, ownFonts)
    await run(path, { folder, fonts }, [
      ...options,
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      ...names,
    ])
    return await Promise.all(names.map(name => readFile(name.replace(/docx$/, 'pdf')).catch(() => null)))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** In a group of its own, since it starts others; nothing of our environment but where programs are found. */
function run(
  path: string,
  { folder, fonts }: { readonly folder: string; readonly fonts: string },
  options: readonly string[],
): Promise<void> {
  const child = spawn(path, options, {
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', FONTCONFIG_FILE: fonts },
  })
  return new Promise((resolve, reject) => {
    const end = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }, longest_ms)
    child.once('error', error => {
      clearTimeout(end)
      reject(new NotConverted(error.message))
    })
    child.once('close', code => {
      clearTimeout(end)
      if (code === 0) resolve()
      else reject(new NotConverted(`it ended with ${code}`))
    })
  })
}
