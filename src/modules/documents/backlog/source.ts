/** Where old files lie: a folder, or a ZIP that is read entry by entry and never unpacked as a whole. */
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { cleanLine } from '../clean-text.ts'
import { mostFiles } from '../contract.ts'
import { ReadingProblem } from '../reading/problem.ts'

export interface OldFile {
  /** Names parted by slashes, as a person may read them; no two files of a source have the same. */
  readonly path: string
  readonly sizeBytes: number
  readonly changedAtMs: number
  /** When anything of it was last written, which copying with its old day does not hide; 0 in a ZIP, which is whole. */
  readonly touchedAtMs: number
  open(): Promise<Readable>
}

export interface Source {
  /** In the same order each time. Rejects with a ReadingProblem. */
  files(): AsyncIterable<OldFile>
  close(): void
}

/** Nobody's papers: what systems and programs leave lying about. */
const litter =
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX|\.Trash.*|\$RECYCLE\.BIN|System Volume Information|\.git|node_modules|lost\+found|~\$.*|\._.*)$/i
/** A file larger than this is left where it is. */
export const mostBytes = 200 * 1024 * 1024
const longestPath = 1000
/** Unpacked by packed; as in a single paper. */
const mostRatio = 200
const ratioFromBytes = 5_000_000

/** The path as it is kept. What cannot be kept as it is gets the beginning of its hash: no two become one. */
export function keptPath(names: readonly string[]): string {
  const raw = names.join('/')
  const clean = names.map(name => cleanLine(name.normalize('NFC'), 250)).join('/')
  if (clean === raw && clean.length <= longestPath) return clean
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 12)
  return `${clean.slice(0, longestPath - 20).toWellFormed()} (${hash})`
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** A folder of the machine; links are not followed, and what is no file is passed over. */
function folderSource(root: string): Source {
  async function* walk(names: readonly string[]): AsyncIterable<OldFile> {
    const entries = await readdir(join(root, ...names), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort(byName)) {
      if (litter.test(entry.name)) continue
      const inner = [...names, entry.name]
      if (entry.isDirectory()) yield* walk(inner)
      if (!entry.isFile()) continue
      const place = join(root, ...inner)
      const about = await stat(place).catch(() => null)
      yield {
        path: keptPath(inner),
        sizeBytes: about?.size ?? 0,
        changedAtMs: about?.mtimeMs ?? 0,
        touchedAtMs: about?.ctimeMs ?? 0,
        async open() {
          const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW)
          return file.createReadStream()
        },
      }
    }
  }
  return { files: () => walk([]), close: () => {} }
}

const namesOf = (fileName: string) =>
  fileName.split(/[/\\]/).filter(name => name !== '' && name !== '.' && name !== '..')

function checkEntry(entry: Entry): void {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.isEncrypted()) throw new ReadingProblem('zip-entry-encrypted', { entry: entry.fileName })
  if (entry.uncompressedSize > ratioFromBytes && ratio > mostRatio)
    throw new ReadingProblem('zip-bomb', { ratio: Math.round(ratio), limit: mostRatio })
}

/** A ZIP on disk; its directory is walked, its entries are opened one at a time. */
async function zipSource(path: string): Promise<Source> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (thrown) {
    throw new ReadingProblem('file-damaged', { cause: (thrown as Error).message })
  }
  async function* entries(): AsyncIterable<OldFile> {
    const seen = new Map<string, number>()
    for await (const entry of zip.eachEntry()) {
      const names = namesOf(entry.fileName)
      if (entry.fileName.endsWith('/') || names.length === 0 || names.some(name => litter.test(name))) continue
      const path = keptPath(names)
      const times = seen.get(path) ?? 0
      seen.set(path, times + 1)
      yield {
        path: times === 0 ? path : `${path} (${times + 1})`,
        sizeBytes: entry.uncompressedSize,
        changedAtMs: entry.getLastModDate().getTime(),
        touchedAtMs: 0,
        async open() {
          checkEntry(entry)
          return zip.openReadStreamPromise(entry)
        },
      }
    }
  }
  return { files: entries, close: () => zip.close() }
}

/** Opens what was named. Rejects with a ReadingProblem where it is not there or no ZIP. */
export async function openSource(path: string): Promise<Source> {
  const about = await stat(path).catch(() => null)
  if (about?.isDirectory()) return folderSource(path)
  if (about?.isFile()) return zipSource(path)
  throw new ReadingProblem('file-not-found')
}

/** Where the files' folders are; rejects where there are too many files. */
export async function survey(source: Source): Promise<{ files: number; bytes: number; folders: Map<string, number> }> {
  const folders = new Map<string, number>()
  let [files, bytes] = [0, 0]
  for await (const file of source.files()) {
    files++
    bytes += file.sizeBytes
    if (files > mostFiles) throw new ReadingProblem('backlog-too-large', { limit: mostFiles })
    const folder = folderOf(file.path)
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return { files, bytes, folders }
}

/** Whether nobody has written to it for so long. */
export const isStill = ({ touchedAtMs }: Pick<OldFile, 'touchedAtMs'>, stillMs: number) =>
  Date.now() - touchedAtMs >= stillMs

export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
