/** Norwegian KID and account numbers. Source: Bits and Mastercard Payment Services (Nets), OCR giro system specification. */
import { digitsOf, luhnDigit, mod11Digit } from './modulus.ts'

export type KidModulus = 'mod10' | 'mod11'

/** KID: 2 to 25 digits, the last by mod 10, or by mod 11 where it may be `-`. The payee's agreement says which; else either. */
export function isKid(text: string, modulus?: KidModulus): boolean {
  if (!/^\d{1,24}[\d-]$/.test(text)) return false
  return modulus ? text.at(-1) === kidDigit(text.slice(0, -1), modulus) : isKid(text, 'mod10') || isKid(text, 'mod11')
}

function kidDigit(payload: string, modulus: KidModulus): string {
  return modulus === 'mod10' ? luhnDigit(payload) : mod11Digit(payload)
}

/** The KID for what stands before its check digit. */
export function kidOf(payload: string, modulus: KidModulus = 'mod10'): string {
  return payload + kidDigit(payload, modulus)
}

/** Account number: eleven digits, mod 11. One payload in eleven has no number, since `-` is none. */
export function isNorwegianAccount(digits: string): boolean {
  return /^\d{11}$/.test(digits) && !/^0+$/.test(digits) && mod11Digit(digits.slice(0, -1)) === digits.at(-1)
}

/** The eleventh digit for ten, or null where these ten are never given out. */
export function norwegianAccountOf(ten: string): string | null {
  const digit = mod11Digit(ten)
  return digit === '-' ? null : ten + digit
}

/** `1234.56.78903`. */
export function norwegianAccountPrinted(text: string): string {
  const digits = digitsOf(text)
  return `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`
}
