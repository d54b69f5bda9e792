import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { netpbmOf, type Raster } from './raster.ts'
import { wordsOfTsv } from './tesseract-tsv.ts'
import { TESSERACT_LANGUAGES } from './tesseract-languages.ts'
import type { Word } from './types.ts'

let found: Promise<string | null> | undefined

/** Where the machine's own tesseract stands, or null where there is none or it lacks one of the six languages. */
export function nativeTesseract(): Promise<string | null> {
  found ??= find()
  return found
}

async function find(): Promise<string | null> {
  const path = onPath('tesseract')
  if (path === null) return null
  try {
    const listed = (await run(path, ['--list-langs'], null)).split(/\s+/)
    const missing = TESSERACT_LANGUAGES.filter(language => !listed.includes(language))
    return missing.length > 0 ? null : path
  } catch {
    return null
  }
}

function onPath(program: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${program}.exe` : program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this folder
    }
  }
  return null
}

/** Runs tesseract with one thread (more only cost: OpenMP spins) and gives back what it printed. */
export async function run(path: string, args: readonly string[], input: Buffer | null): Promise<string> {
  const child = spawn(path, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'] ?? '', OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input ?? Buffer.alloc(0))
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`tesseract ended with ${code}`)
  return Buffer.concat(chunks).toString('utf8')
}

/** The words of an upright picture by the tesseract that stands at `path`. */
export async function recogniseNative(
  path: string,
  picture: Raster,
  dpi: number,
  languages: string,
  mode: number,
): Promise<Word[]> {
  const args = ['stdin', 'stdout', '-l', languages, '--psm', String(mode), '--dpi', String(Math.round(dpi)), 'tsv']
  return wordsOfTsv(await run(path, args, netpbmOf(picture)), picture.width, picture.height)
}
