/** DER (X.690): what certificates and signatures are written in. */

function lengthOf(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size)
  const bytes: number[] = []
  for (let left = size; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

/** One element: its tag, how long it is, what it holds. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts)
/** A SET OF, its elements in the order that DER asks for (11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Buffer =>
  element(0x31, ...parts.toSorted((a, b) => Buffer.compare(a, b)))
export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes)
export const bits = (bytes: Uint8Array, unused = 0): Buffer => element(0x03, Buffer.of(unused), bytes)
export const words = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'))
export const yes = element(0x01, Buffer.of(0xff))
/** [n] around whole elements. */
export const tagged = (n: number, ...parts: readonly Uint8Array[]): Buffer => element(0xa0 | n, ...parts)

/** A whole number that is not negative. */
export function integer(bytes: Uint8Array | number): Buffer {
  const given = typeof bytes === 'number' ? Buffer.of(bytes) : Buffer.from(bytes)
  let from = 0
  while (from < given.length - 1 && given[from] === 0) from++
  const short = given.subarray(from)
  return element(0x02, (short[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), short]) : short)
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const part = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) part.unshift(0x80 | (left % 128))
    bytes.push(...part)
  }
  return element(0x06, Buffer.from(bytes))
}

/** UTCTime until 2049, GeneralizedTime after it (RFC 5280, 4.1.2.5). */
export function moment(at: Temporal.Instant): Buffer {
  const text = `${at.round('second').toString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  return text < '2050' ? element(0x17, Buffer.from(text.slice(2))) : element(0x18, Buffer.from(text))
}

/** The content of an element that begins here, and where the next one begins. */
export function opened(bytes: Uint8Array, at = 0): { tag: number; whole: Buffer; content: Buffer; next: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = buffer[at] ?? 0
  let size = buffer[at + 1] ?? 0
  let from = at + 2
  if (size >= 0x80) {
    const count = size & 0x7f
    size = buffer.readUIntBE(from, count)
    from += count
  }
  return {
    tag,
    whole: buffer.subarray(at, from + size),
    content: buffer.subarray(from, from + size),
    next: from + size,
  }
}
