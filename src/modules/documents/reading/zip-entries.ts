import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ReadingProblem } from './problem.ts'
import type { Finding } from './types.ts'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ZipLimits {
  readonly entries: number
  /** Unpacked bytes of all entries together, and of one. */
  readonly totalBytes: number
  readonly entryBytes: number
  /** Unpacked by packed; deflate cannot exceed 1,032, and real papers stay under 100. */
  readonly ratio: number
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 1000,
  totalBytes: 200_000_000,
  entryBytes: 100_000_000,
  ratio: 200,
}

/** Below this many bytes no ratio is suspicious: an empty table compresses a thousandfold. */
const RATIO_FROM_BYTES = 5_000_000

/**
 * Unpacks the entries that `wanted` names, one after another, and never more than the limits allow, whatever the
 * directory claims: yauzl stops a stream at the size it declared, and declared sizes are added up first.
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  warnings: Finding[],
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipEntry[]> {
  const zip = await open(bytes)
  try {
    return await collect(zip, wanted, warnings, limits)
  } finally {
    zip.close()
  }
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await fromBufferPromise(buffer, { lazyEntries: true })
  } catch (thrown) {
    throw damaged(thrown)
  }
}

function damaged(thrown: unknown): ReadingProblem {
  if (thrown instanceof ReadingProblem) return thrown
  return new ReadingProblem('file-damaged', { cause: thrown instanceof Error ? thrown.message : String(thrown) })
}

async function collect(
  zip: ZipFile,
  wanted: (name: string) => boolean,
  warnings: Finding[],
  limits: ZipLimits,
): Promise<ZipEntry[]> {
  const found: ZipEntry[] = []
  let seen = 0
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      seen++
      if (seen > limits.entries) {
        warnings.push({ name: 'zip-entries-left-out', data: { read: limits.entries, total: zip.entryCount } })
        break
      }
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue
      total += checked(entry, total, limits)
      const entryBytes = await unpack(zip, entry, warnings)
      if (entryBytes !== null) found.push({ name: entry.fileName, bytes: entryBytes })
    }
  } catch (thrown) {
    const problem = damaged(thrown)
    if (problem.finding.name === 'zip-bomb' || found.length === 0) throw problem
    warnings.push(problem.finding)
  }
  return found
}

/** The entry's unpacked size, or a refusal where it breaks a limit. */
function checked(entry: Entry, before: number, limits: ZipLimits): number {
  const size = entry.uncompressedSize
  const ratio = size / Math.max(1, entry.compressedSize)
  if (size > limits.entryBytes || before + size > limits.totalBytes) {
    throw new ReadingProblem('zip-bomb', { bytes: before + size, limit: limits.totalBytes })
  }
  if (size > RATIO_FROM_BYTES && ratio > limits.ratio) {
    throw new ReadingProblem('zip-bomb', { ratio: Math.round(ratio), limit: limits.ratio })
  }
  return size
}

async function unpack(zip: ZipFile, entry: Entry, warnings: Finding[]): Promise<Uint8Array | null> {
  if (entry.isEncrypted()) {
    warnings.push({ name: 'zip-entry-encrypted', data: { entry: entry.fileName } })
    return null
  }
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (thrown) {
    warnings.push({ name: 'zip-entry-damaged', data: { entry: entry.fileName, cause: String(thrown).slice(0, 200) } })
    return null
  }
}
