/**
 * A TrueType font of one empty glyph: what invisible text is set in. A PDF viewer wants an embedded font even for text that
 * it never paints; letters are told by the ToUnicode map, not by shapes. Tables as Apple's TrueType reference manual has them.
 */
export function blankFont(): Buffer {
  const tables: readonly (readonly [string, Buffer])[] = [
    ['glyf', Buffer.alloc(4)],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', shorts([UNITS / 2, 0])],
    ['loca', shorts([0, 0])],
    ['maxp', maxp()],
  ]
  const directory = Buffer.alloc(12 + tables.length * 16)
  directory.writeUInt32BE(0x0001_0000, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(64, 6)
  directory.writeUInt16BE(2, 8)
  directory.writeUInt16BE(tables.length * 16 - 64, 10)
  let offset = directory.length
  const bodies: Buffer[] = []
  for (const [index, [tag, body]] of tables.entries()) {
    const at = 12 + index * 16
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(checksum(body), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(body.length, at + 12)
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([directory, ...bodies])
}

const UNITS = 1000

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, index * 2)
  return bytes
}

function head(): Buffer {
  const bytes = Buffer.alloc(54)
  bytes.writeUInt32BE(0x0001_0000, 0)
  bytes.writeUInt32BE(0x0001_0000, 4)
  bytes.writeUInt32BE(0x5f0f_3cf5, 12)
  bytes.writeUInt16BE(UNITS, 18)
  bytes.writeInt16BE(UNITS / 2, 40)
  bytes.writeInt16BE(UNITS, 42)
  bytes.writeUInt16BE(8, 46)
  bytes.writeInt16BE(2, 48)
  return bytes
}

function hhea(): Buffer {
  const bytes = Buffer.alloc(36)
  bytes.writeUInt32BE(0x0001_0000, 0)
  bytes.writeInt16BE(800, 4)
  bytes.writeInt16BE(-200, 6)
  bytes.writeUInt16BE(UNITS / 2, 10)
  bytes.writeUInt16BE(1, 34)
  return bytes
}

function maxp(): Buffer {
  const bytes = Buffer.alloc(32)
  bytes.writeUInt32BE(0x0001_0000, 0)
  bytes.writeUInt16BE(1, 4)
  bytes.writeUInt16BE(2, 14)
  return bytes
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) {
    const word = Buffer.alloc(4)
    body.copy(word, 0, at, Math.min(at + 4, body.length))
    sum = (sum + word.readUInt32BE(0)) >>> 0
  }
  return sum
}
