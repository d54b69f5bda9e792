/** Reads a ZIP that a stranger may have made: nothing larger than it says, and never more than the limits allow, whatever it claims. */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export interface ZipLimits {
  readonly entries: number
  /** Unpacked bytes of all entries together, and of one. */
  readonly totalBytes: number
  readonly entryBytes: number
  /** Unpacked by packed, where an entry is large enough to matter. */
  readonly ratio: number
}

export const zipReasons = ['damaged', 'too-large', 'encrypted', 'odd-name'] as const
export type ZipReason = (typeof zipReasons)[number]

export class ZipRefused extends Error {
  readonly reason: ZipReason
  constructor(reason: ZipReason) {
    super(reason)
    this.reason = reason
  }
}

/** Below this many bytes no ratio is suspicious: an empty table compresses a thousandfold. */
const ratioFromBytes = 1_000_000

/** Every entry by its name, in the order of the directory; two of one name, and names that lead elsewhere, are refused. */
export async function unzipped(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, Buffer>> {
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
  } catch {
    throw new ZipRefused('damaged')
  }
  try {
    return await entriesOf(zip, limits)
  } catch (thrown) {
    throw thrown instanceof ZipRefused ? thrown : new ZipRefused('damaged')
  } finally {
    zip.close()
  }
}

async function entriesOf(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Buffer>> {
  if (zip.entryCount > limits.entries) throw new ZipRefused('too-large')
  const found = new Map<string, Buffer>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry
    if (name.endsWith('/')) continue
    if (found.has(name) || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|\\|\0/.test(name)) throw new ZipRefused('odd-name')
    total += entry.uncompressedSize
    requireFit(entry, total, limits)
    found.set(name, await unpacked(zip, entry))
  }
  return found
}

function requireFit(entry: Entry, total: number, limits: ZipLimits): void {
  if (entry.isEncrypted()) throw new ZipRefused('encrypted')
  const size = entry.uncompressedSize
  if (size > limits.entryBytes || total > limits.totalBytes) throw new ZipRefused('too-large')
  if (size > ratioFromBytes && size / Math.max(1, entry.compressedSize) > limits.ratio)
    throw new ZipRefused('too-large')
}

/** yauzl ends a stream that goes on after the size it declared. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
