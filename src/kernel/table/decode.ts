/**
 * The text of a table's bytes: UTF-8 (with or without mark) where it is that, UTF-16 where it is marked, else
 * Windows-1252, which spreadsheets of the West still write; å and ș stay what they are.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

// Letters that come twice encoded: UTF-8 read as Windows-1252, then pasted ("Ã¥" for "å").
const twice = /(?:Ã[\u0080-\u00bf\u2018-\u201d\u2020-\u2122¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|Ä[ƒ‚]|È[˜™š›])/
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Puts right what was decoded as Windows-1252 although it was UTF-8, where the whole text bears it. */
export function repairTwice(text: string): string {
  if (!twice.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const at = upper.indexOf(text[i]!)
    const code = at >= 0 ? 0x80 + at : text.charCodeAt(i)
    if (code > 0xff) return text
    bytes[i] = code
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}
