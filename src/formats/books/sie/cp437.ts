/**
 * SIE is written in IBM PC 8-bit, code page 437 (SIE 4C, section 5). The upper half of the page; the lower is ASCII.
 */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const byteOf = new Map([...upper].map((letter, at) => [letter, 0x80 + at]))

/** Every byte has a letter and every letter its byte, so that what is read can be written back the same. */
export function decodeCp437(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes: number[] = []
    for (const byte of bytes.subarray(from, from + 8192)) codes.push(byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80))
    parts.push(String.fromCharCode(...codes))
  }
  return parts.join('')
}

/** Letters that the page lacks, as it is usual to write them. */
const instead: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '€': 'EUR',
  ø: 'ö',
  Ø: 'Ö',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  Ł: 'L',
  '×': 'x',
  '\u202f': ' ',
  '\u2009': ' ',
  '•': '∙',
}

/** The text with letters of the code page alone: what it lacks becomes its nearest letter, else `?`, and is counted. */
export function fitCp437(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0
  let fitted = ''
  for (const letter of text) {
    if (letter < '\x80' || byteOf.has(letter)) fitted += letter
    else {
      replaced += 1
      const near = instead[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
      fitted += [...near].map(one => (one < '\x80' || byteOf.has(one) ? one : '?')).join('')
    }
  }
  return { text: fitted, replaced }
}

export function encodeCp437(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 0x80 ? code : (byteOf.get(text[at]!) ?? 0x3f)
  }
  return bytes
}
