/**
 * What a fax server writes into a TIFF/F file beside its pages (RFC 2306, TIFF 6.0): HylaFAX keeps the sender's number in
 * ImageDescription, when it came in DateTime, and the sub-address in a tag of its own.
 */

export interface FaxFile {
  readonly pages: number
  /** As the sender's machine tells it (TSI). */
  readonly sender: string
  readonly subAddress: string
  /** On the fax server's clock: `2026:11:24 08:40:11` as TIFF writes it. */
  readonly receivedAt: Temporal.PlainDateTime | null
}

const tags = { description: 270, dateTime: 306, subAddress: 34_909 } as const
const ascii = 2
const mostPages = 2000

/** Null for what is no TIFF. Reads the first page's tags and counts pages; nothing of a broken file is followed. */
export function faxFile(bytes: Uint8Array): FaxFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return null
  const order = view.getUint16(0)
  const little = order === 0x4949
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return null
  const found = new Map<number, string>()
  const seen = new Set<number>()
  let pages = 0
  for (let at = view.getUint32(4, little); at !== 0 && pages < mostPages; ) {
    if (seen.has(at) || at + 2 > bytes.length) break
    seen.add(at)
    const count = view.getUint16(at, little)
    const end = at + 2 + count * 12
    if (end + 4 > bytes.length) break
    if (pages === 0) for (let n = 0; n < count; n++) readText(view, at + 2 + n * 12, little, found)
    pages++
    at = view.getUint32(end, little)
  }
  if (pages === 0) return null
  return {
    pages,
    sender: numberOf(found.get(tags.description) ?? ''),
    subAddress: found.get(tags.subAddress) ?? '',
    receivedAt: momentOf(found.get(tags.dateTime) ?? ''),
  }
}

function readText(view: DataView, at: number, little: boolean, into: Map<number, string>): void {
  const tag = view.getUint16(at, little)
  const length = view.getUint32(at + 4, little)
  if (view.getUint16(at + 2, little) !== ascii || length === 0 || length > 1000) return
  const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
  if (from + length > view.byteLength) return
  const text = Buffer.from(view.buffer, view.byteOffset + from, length).toString('latin1')
  into.set(tag, text.replace(/\0.*$/s, '').replace(/\p{C}/gu, ' ').trim())
}

/** A description may hold more than the number, one thing a line. */
const numberOf = (description: string): string => (/^[+\d][\d ()./-]{2,40}/.exec(description)?.[0] ?? '').trim()

function momentOf(text: string): Temporal.PlainDateTime | null {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' })
  } catch {
    return null
  }
}
