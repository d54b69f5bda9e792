/** The shape of a TIFF page's dots: XResolution over YResolution (TIFF 6.0, section 8); a fax in standard resolution has 204 by 98. */

const tags = { x: 282, y: 283 } as const
const rational = 5
/** What is nearly square is square: 204 by 196 of a fine fax is too. */
const square = 0.08

function firstEntry(view: DataView, little: boolean, page: number): { at: number; count: number } | null {
  let at = view.getUint32(4, little)
  for (let n = 0; at !== 0 && at + 2 <= view.byteLength; n++) {
    const count = view.getUint16(at, little)
    const end = at + 2 + count * 12
    if (end + 4 > view.byteLength || n > 2000) return null
    if (n === page) return { at: at + 2, count }
    at = view.getUint32(end, little)
  }
  return null
}

/** By how much a page must be drawn taller than it has rows; 1 where its dots are square, or nothing is said. */
export function pixelShape(bytes: Uint8Array, page: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return 1
  const little = view.getUint16(0) === 0x4949
  if ((!little && view.getUint16(0) !== 0x4d4d) || view.getUint16(2, little) !== 42) return 1
  const entries = firstEntry(view, little, page)
  if (!entries) return 1
  const found = new Map<number, number>()
  for (let n = 0; n < entries.count; n++) {
    const at = entries.at + n * 12
    const place = view.getUint32(at + 8, little)
    if (view.getUint16(at + 2, little) !== rational || place + 8 > bytes.length) continue
    found.set(view.getUint16(at, little), view.getUint32(place, little) / view.getUint32(place + 4, little))
  }
  const shape = (found.get(tags.x) ?? 0) / (found.get(tags.y) ?? 0)
  return Number.isFinite(shape) && shape >= 0.3 && shape <= 4 && Math.abs(shape - 1) > square ? shape : 1
}
