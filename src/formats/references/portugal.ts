/** Portuguese Multibanco references and NIB. */
import { check97, rest97 } from './modulus.ts'

/** Powers of ten modulo 97, from the left of entity (5), reference (7) and amount in cents (8). Source: SIBS. */
const weights = [51, 73, 17, 89, 38, 62, 45, 53, 15, 50, 5, 49, 34, 81, 76, 27, 90, 9, 30, 3]

function checkDigits(entity: string, seven: string, cents: bigint): string {
  const digits = entity + seven + cents.toString().padStart(8, '0')
  const sum = weights.reduce((all, weight, index) => all + weight * Number(digits[index]), 0)
  return String(98 - (sum % 97)).padStart(2, '0')
}

/** Entity of five digits, reference of nine whose last two check entity, reference and amount. */
export function isMultibanco(entity: string, reference: string, cents: bigint): boolean {
  if (!/^\d{5}$/.test(entity) || !/^\d{9}$/.test(reference) || cents < 0n || cents > 99_999_999n) return false
  return checkDigits(entity, reference.slice(0, 7), cents) === reference.slice(7)
}

/** The nine digits of a reference from the biller's seven. */
export function multibancoOf(entity: string, seven: string, cents: bigint): string {
  return seven + checkDigits(entity, seven, cents)
}

/** `123 456 781`. */
export function multibancoPrinted(reference: string): string {
  return reference.replace(/(\d{3})(?=\d)/g, '$1 ')
}

/** NIB: 21 digits, the last two by MOD 97-10; it stands within a Portuguese IBAN. */
export function isNib(digits: string): boolean {
  return /^\d{21}$/.test(digits) && rest97(digits) === 1
}

/** The NIB of nineteen digits (bank, branch, account). */
export function nibOf(nineteen: string): string {
  return nineteen + check97(`${nineteen}00`)
}
