/** Outlook's compression of RTF bodies ([MS-OXRTFCP]): back references into a ring of 4,096 bytes that begins with common words. */
import { ReadingProblem } from '../problem.ts'

const LZFU = 0x75465a4c
const MELA = 0x414c454d
const RING = 4096
const BEGINNING = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const MOST_BYTES = 50_000_000

/** The RTF inside. What it claims to be long is only a limit: the bytes decide. */
export function decompressRtf(bytes: Uint8Array): Buffer {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (from.length < 16) throw new ReadingProblem('file-damaged', { cause: 'compressed RTF: too short' })
  const raw = Math.min(from.readUInt32LE(4), MOST_BYTES)
  const kind = from.readUInt32LE(8)
  if (kind === MELA) return from.subarray(16, 16 + raw)
  if (kind !== LZFU) throw new ReadingProblem('file-damaged', { cause: 'compressed RTF: unknown kind' })
  return unpacked(from.subarray(16, Math.max(16, Math.min(from.length, from.readUInt32LE(0) + 4))), raw)
}

function unpacked(from: Buffer, raw: number): Buffer {
  const ring = Buffer.alloc(RING)
  BEGINNING.copy(ring)
  let write = BEGINNING.length
  // A reference of two bytes gives seventeen at most.
  const out = Buffer.alloc(Math.min(raw, from.length * 9 + 32))
  let length = 0
  const put = (byte: number) => {
    out[length++] = byte
    ring[write] = byte
    write = (write + 1) % RING
  }
  for (let at = 0; at < from.length && length < out.length; ) {
    const flags = from[at++]!
    for (let bit = 0; bit < 8 && at < from.length && length < out.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(from[at++]!)
        continue
      }
      if (at + 1 >= from.length) return out.subarray(0, length)
      const reference = from.readUInt16BE(at)
      at += 2
      const offset = reference >> 4
      if (offset === write) return out.subarray(0, length)
      for (let n = 0; n < (reference & 15) + 2 && length < out.length; n++) put(ring[(offset + n) % RING]!)
    }
  }
  return out.subarray(0, length)
}
