import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The list of a backup's files, in the form that `sha256sum -c` reads. */
export const SUMS = 'SHA256SUMS'

/** Every file under a folder, by its path from there, in order. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(error => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Writes a small file and waits until it is on the disk. */
export async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true })
}

/** Makes sure that a folder's entries are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** Writes the list over everything in the folder. Returns how many files it has. */
export async function writeSums(folder: string): Promise<number> {
  const paths = (await filesUnder(folder)).filter(path => path !== SUMS)
  const lines: string[] = []
  for (const path of paths) lines.push(`${await sha256Of(join(folder, path))}  ${path}\n`)
  await writeSynced(join(folder, SUMS), lines.join(''))
  return paths.length
}

/** Compares a folder with its list; the answer names what is missing, changed or too many. */
export async function compareSums(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, SUMS), 'utf8')
  const listed = new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map(line => [line.slice(66), line.slice(0, 64)]),
  )
  const there = (await filesUnder(folder)).filter(path => path !== SUMS)
  const problems = there.filter(path => !listed.has(path)).map(path => `${path} is not in the list`)
  for (const [path, sum] of listed) {
    if (!there.includes(path)) problems.push(`${path} is missing`)
    else if ((await sha256Of(join(folder, path))) !== sum) problems.push(`${path} has changed`)
  }
  return problems
}
