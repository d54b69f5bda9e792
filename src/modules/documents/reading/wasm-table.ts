const TABLE_SECTION = 4
const HAS_MAXIMUM = 1

/**
 * A WASM binary whose function table may grow by one entry. PDFium's build fixes its table's size, but saving a document
 * calls back into a function that has to stand there. Only the declared maximum (WebAssembly core spec 5.5.7) is changed.
 */
export function withGrowableTable(wasm: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(wasm.slice(0))
  let at = 8
  while (at < bytes.length) {
    const section = bytes[at] ?? 0
    const size = readUnsigned(bytes, at + 1)
    if (section === TABLE_SECTION) {
      raiseMaximum(bytes, size.end)
      return bytes.buffer
    }
    at = size.end + size.value
  }
  return wasm
}

/** `at` is where the section's content begins: a count, then a type, flags, minimum and maximum. */
function raiseMaximum(bytes: Uint8Array, at: number): void {
  const count = readUnsigned(bytes, at)
  if (((bytes[count.end + 1] ?? 0) & HAS_MAXIMUM) === 0) return
  const minimum = readUnsigned(bytes, count.end + 2)
  const maximum = readUnsigned(bytes, minimum.end)
  let rest = maximum.value + 1
  for (let place = minimum.end; place < maximum.end; place++) {
    bytes[place] = (rest & 0x7f) | (place + 1 < maximum.end ? 0x80 : 0)
    rest = Math.floor(rest / 128)
  }
  if (rest !== 0) throw new Error('the table of this WASM binary cannot be enlarged in place')
}

/** LEB128: seven bits a byte, the lowest first. */
function readUnsigned(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0
  let factor = 1
  let place = at
  for (;;) {
    const byte = bytes[place++] ?? 0
    value += (byte & 0x7f) * factor
    if (byte < 128) return { value, end: place }
    factor *= 128
  }
}
