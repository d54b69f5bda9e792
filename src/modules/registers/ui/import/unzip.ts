/** Files of a ZIP archive (APPNOTE 6.3.3, stored or deflated, no ZIP64), by the browser's own decompression. */

/** What one file may unfold to, bytes. */
const mostBytes = 60_000_000

const endOfDirectory = 0x06054b50
const inDirectory = 0x02014b50
const endLength = 22

/** The files whose names are wanted; throws where it is no archive, or one that unfolds to too much. */
export async function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Map<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endLength
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--
  if (end < 0) throw new Error('no archive')
  const found = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== inDirectory) throw new Error('no archive')
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (isWanted(name)) {
      const header = view.getUint32(at + 42, true)
      const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
      const packed = bytes.slice(from, from + size)
      found.set(name, method === 0 ? packed : await inflate(packed))
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    parts.push(value!)
    length += value!.length
    if (length > mostBytes) throw new Error('too large')
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
