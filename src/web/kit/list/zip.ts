/** A ZIP archive (APPNOTE 6.3.3: deflate, UTF-8 names, no ZIP64) of a few files, by the browser's own compression. */
const encoder = new TextEncoder()

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** CRC-32 as ZIP and PNG compute it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Little-endian fields of 2 or 4 bytes, as headers hold them. */
function header(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

/** Date and time of MS-DOS, which ZIP still keeps; local time, to two seconds. */
function dosTime(at: Date): { readonly time: number; readonly day: number } {
  return {
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    day: ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  }
}

const deflate = 8
const utf8Names = 0x0800
const version = 20

/** Packs files by their names, in the order given. */
export async function zipOf(files: Readonly<Record<string, string>>, at = new Date()): Promise<Blob> {
  const { time, day } = dosTime(at)
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = encoder.encode(path)
    const bytes = encoder.encode(text)
    const packed = await deflated(bytes)
    const shared = [
      [version, 2],
      [utf8Names, 2],
      [deflate, 2],
      [time, 2],
      [day, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const
    const local = header([0x04034b50, 4], ...shared)
    parts.push(local, name, packed)
    directory.push(header([0x02014b50, 4], [version, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name)
    offset += local.length + name.length + packed.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const count = Object.keys(files).length
  const end = header([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2])
  return new Blob([...parts, ...directory, end])
}
