const others: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'e',
  đ: 'd',
  ł: 'l',
  '’': "'",
  '\u00a0': ' ',
  '\n': ' ',
  '\t': ' ',
}

/** Small letters without marks, one for each of the text, so that places stay: people leave marks out freely. */
export function plainLetters(text: string): string {
  let plain = ''
  for (let n = 0; n < text.length; n++) {
    const letter = text[n]!
    const small = letter.toLowerCase()
    const one = small.length === 1 ? small : letter
    plain += others[one] ?? (one > '\u007f' ? (one.normalize('NFD')[0] ?? one) : one)
  }
  return plain
}

/** Any of these phrases as whole words; a blank in one is any run of blanks. */
export const anyOf = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\d])`, 'gu')
