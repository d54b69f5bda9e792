/**
 * Writes a ZIP (APPNOTE 6.3.10) entry by entry, so that a month of papers never stands in memory at once: stored as they are, names in
 * UTF-8, days as given, nothing that differs from one writing to the next.
 */
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Entries and bytes that fit without the 64-bit extension. */
export const mostEntries = 65_000
export const mostBytes = 4_000_000_000

const utf8 = 0x0800
const version = 20

/** Date and time as DOS counts them: two seconds at best, from 1980. */
function dosTime(at: Temporal.PlainDateTime): { time: number; date: number } {
  return {
    time: (at.hour << 11) | (at.minute << 5) | (at.second >> 1),
    date: ((Math.max(1980, at.year) - 1980) << 9) | (at.month << 5) | at.day,
  }
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly offset: number
}

/** Fields that stand alike before an entry and in the directory at the end. */
function common({ crc, size, name }: Written, at: Temporal.PlainDateTime): Buffer {
  const { time, date } = dosTime(at)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(utf8, 2)
  fields.writeUInt16LE(time, 6)
  fields.writeUInt16LE(date, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

/** The bytes of the archive, in the order of its entries; refuses what does not fit. */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Temporal.PlainDateTime,
): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, bytes } of entries) {
    const one = { name: Buffer.from(name), crc: crc32(bytes), size: bytes.byteLength, offset }
    if (written.length >= mostEntries || offset + one.size > mostBytes) throw new RangeError('more than one ZIP holds')
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common(one, at), one.name])
    yield head
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    written.push(one)
    offset += head.length + one.size
  }
  const directory = written.map(one => {
    const more = Buffer.alloc(14)
    more.writeUInt32LE(one.offset, 10)
    const by = Buffer.alloc(2)
    by.writeUInt16LE(version, 0)
    return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), by, common(one, at), more, one.name])
  })
  const listed = Buffer.concat(directory)
  yield listed
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}
