/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

const plain = /^[\x20-\x7e]*$/

/** Lower case without accents, so that å and a, ș and ş, ø and o are one: OCR and senders drop marks freely. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœßłđðþıħ]/g, letter => whole[letter] ?? letter)
}

/** Folded letters and digits only: `Br utto-summe:` and `Bruttosumme` become the same key. */
export function squash(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '')
}
