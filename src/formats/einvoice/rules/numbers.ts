import { luhn, mod11Digit, rest97 } from '../../references/modulus.ts'

/** GS1 global location number: the last digit is weighted 3 and 1 from the right. */
export function isGln(text: string): boolean {
  if (!/^\d{2,}$/.test(text)) return false
  const payload = [...text.slice(0, -1)].reverse()
  const sum = payload.reduce((so, digit, place) => so + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(text.at(-1))
}

/** Norwegian organisation number: nine digits, modulus 11. */
export function isNorwegianOrganisation(text: string): boolean {
  return /^\d{9}$/.test(text) && Number(text) > 0 && mod11Digit(text.slice(0, -1)) === text.at(-1)
}

/** Swedish organisation number: ten digits, Luhn. */
export function isSwedishOrganisation(text: string): boolean {
  return /^\d{10}$/.test(text) && luhn(text)
}

/** Belgian enterprise number: the last two digits complete to 97. */
export function isBelgianEnterprise(text: string): boolean {
  return /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8))
}

/** Australian business number: weights over the digits, the first less one, modulus 89. */
export function isAustralianBusiness(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
  const sum = weights.reduce((so, weight, place) => so + weight * (Number(text[place]) - (place === 0 ? 1 : 0)), 0)
  return sum % 89 === 0
}

/** Greek tax number: powers of two, modulus 11. */
export function isGreekTaxNumber(text: string): boolean {
  if (!/^\d{9}/.test(text)) return false
  const sum = [...text.slice(0, 8)].reduce((so, digit, place) => so + Number(digit) * 2 ** (8 - place), 0)
  return (sum % 11) % 10 === Number(text[8])
}

/** Italian codice IPA: six letters or digits. */
export function isItalianOffice(text: string): boolean {
  return /^[A-Za-z0-9]{6}$/.test(text)
}

/** Italian codice fiscale: eleven digits, or sixteen characters in its pattern. */
export function isItalianTaxCode(text: string): boolean {
  return /^\d{11}$/.test(text) || /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z]$/.test(text)
}

/** Italian partita IVA behind its IT; numbers of other countries are not judged. */
export function isItalianVat(text: string): boolean {
  return !/^it/i.test(text) || (/^\d{11}$/.test(text.slice(2)) && luhn(text.slice(2)))
}

/** IBAN by its form and its check digits (ISO 13616). */
export function isIbanLike(text: string): boolean {
  const iban = text.replace(/\s/g, '')
  if (!/^[A-Z]{2}\d{2}[A-Za-z0-9]{0,30}$/.test(iban)) return false
  return rest97((iban.slice(4) + iban.slice(0, 4)).toUpperCase()) === 1
}
