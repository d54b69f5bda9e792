/**
 * A ZIP archive as a stream (APPNOTE.TXT 6.3.10): files as they are, one after the other; each is read twice, once for its check
 * sum, so that nothing of it is held in memory and the length is known before the first byte.
 */
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly at: Temporal.PlainDateTime
  open(): Promise<Readable>
}

const nameIsUtf8 = 0x0800
const localBytes = 30
const centralBytes = 46
const endBytes = 22
/** Beyond it the fields of 32 bits no longer do. */
export const mostBytes = 0xffff_ffff

const nameOf = ({ name }: ZipEntry): Buffer => Buffer.from(name, 'utf8')

/** Exactly how long the archive will be. */
export function zipLength(entries: readonly ZipEntry[]): number {
  return entries.reduce(
    (sum, entry) => sum + localBytes + centralBytes + 2 * nameOf(entry).length + entry.size,
    endBytes,
  )
}

/** MS-DOS time and date: two seconds is as fine as it goes, and 1980 the first year. */
function dosTime({ at }: ZipEntry): [time: number, date: number] {
  const year = Math.min(2107, Math.max(1980, at.year))
  return [(at.hour << 11) | (at.minute << 5) | (at.second >> 1), ((year - 1980) << 9) | (at.month << 5) | at.day]
}

/** What the local and the central header have in common, from the version on. */
function common(entry: ZipEntry, crc: number): Buffer {
  const [time, date] = dosTime(entry)
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(nameIsUtf8, 2)
  head.writeUInt16LE(0, 4)
  head.writeUInt16LE(time, 6)
  head.writeUInt16LE(date, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(entry.size, 14)
  head.writeUInt32LE(entry.size, 18)
  head.writeUInt16LE(nameOf(entry).length, 22)
  return head
}

function signed(signature: number, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature, 0)
  return Buffer.concat([head, ...parts])
}

const local = (entry: ZipEntry, crc: number): Buffer => signed(0x04034b50, common(entry, crc), nameOf(entry))

function central(entry: ZipEntry, crc: number, offset: number): Buffer {
  const madeBy = Buffer.from([20, 0])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return signed(0x02014b50, madeBy, common(entry, crc), rest, nameOf(entry))
}

function end(count: number, size: number, offset: number): Buffer {
  const tail = Buffer.alloc(18)
  tail.writeUInt16LE(count, 4)
  tail.writeUInt16LE(count, 6)
  tail.writeUInt32LE(size, 8)
  tail.writeUInt32LE(offset, 12)
  return signed(0x06054b50, tail)
}

async function sumOf(entry: ZipEntry): Promise<number> {
  let crc = 0
  for await (const part of await entry.open()) crc = crc32(part as Buffer, crc)
  return crc
}

async function* written(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const crc = await sumOf(entry)
    const head = local(entry, crc)
    directory.push(central(entry, crc, offset))
    yield head
    let size = 0
    for await (const part of await entry.open()) {
      size += (part as Buffer).length
      yield part as Buffer
    }
    if (size !== entry.size) throw new Error(`${entry.size} bytes were expected of a file, ${size} came`)
    offset += head.length + size
  }
  const whole = Buffer.concat(directory)
  yield whole
  yield end(entries.length, whole.length, offset)
}

export function zipStream(entries: readonly ZipEntry[]): Readable {
  return Readable.from(written(entries), { objectMode: false })
}
