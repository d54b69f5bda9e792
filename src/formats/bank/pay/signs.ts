/** Signs that banks take. Source: EPC217-08, SEPA requirements for an extended character set: the basic set, and how to come to it. */

const special: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '&': '+',
  '€': 'EUR',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  _: '-',
}

/** Letters without accents, signs of the basic set, a point for what has none: `Å & Ö AB` is `A + O AB`. */
export function basicSigns(text: string): string {
  const spelt = [...text].map(sign => special[sign] ?? sign).join('')
  return spelt
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s/g, ' ')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
}

/** Identifiers: of the basic set, neither beginning nor ending with a slash nor holding two (EPC implementation guidelines). */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z0-9\-?:().,'+ /]{1,35}$/.test(text) && text.trim() === text && !/^\/|\/$|\/\//.test(text)
}

/** At most so many signs, cut at a whole one, without controls and without blanks at its ends. */
export function cut(text: string, most: number): string {
  const tidy = text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF\s]+/gu, ' ')
    .trim()
  return [...tidy].slice(0, most).join('').trim()
}
