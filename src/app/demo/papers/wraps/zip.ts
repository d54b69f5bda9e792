import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** MS-DOS date and time of an instant, two-second steps (APPNOTE 4.4.6). */
const dosTime = (at: Date): readonly [time: number, date: number] => [
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
]

/** The thirty bytes that local header and directory entry share, in their common order. */
const shared = (entry: Entry, packed: Uint8Array, at: Date): Buffer => {
  const part = Buffer.alloc(26)
  const [time, date] = dosTime(at)
  part.writeUInt16LE(20, 0)
  // Bit 11: names are UTF-8.
  part.writeUInt16LE(0x0800, 2)
  part.writeUInt16LE(8, 4)
  part.writeUInt16LE(time, 6)
  part.writeUInt16LE(date, 8)
  part.writeUInt32LE(crc32(entry.bytes), 10)
  part.writeUInt32LE(packed.length, 14)
  part.writeUInt32LE(entry.bytes.length, 18)
  part.writeUInt16LE(Buffer.byteLength(entry.name), 22)
  return part
}

const signature = (value: number): Buffer => {
  const part = Buffer.alloc(4)
  part.writeUInt32LE(value)
  return part
}

/** A ZIP archive (APPNOTE 6.3, deflate); also the shell of DOCX and XLSX. */
export const zip = (entries: readonly Entry[], at: Date): Buffer => {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.bytes, { level: 6 })
    const head = shared(entry, packed, at)
    const name = Buffer.from(entry.name)
    const local = Buffer.concat([signature(0x04034b50), head, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([20, 0])
    directory.push(Buffer.concat([signature(0x02014b50), version, head, tail, name]))
    body.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...body, list, signature(0x06054b50), end])
}
