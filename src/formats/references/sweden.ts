/** Swedish references and giro numbers. Source: Bankgirot, technical manuals of OCR and of Bankgiro Inbetalningar. */
import { digitsOf, luhn, luhnDigit } from './modulus.ts'

/** OCR reference: 2 to 25 digits, the last by Luhn. */
export function isOcr(digits: string): boolean {
  return /^\d{2,25}$/.test(digits) && luhn(digits)
}

/** Whether the second digit from the right gives the length (its last digit), as OCR of variable length has it. */
export function hasLengthDigit(digits: string): boolean {
  return Number(digits.at(-2)) === digits.length % 10
}

/**
 * What the payee has agreed with its bank: nothing checked, a check digit, a check digit with a length digit before it (variable
 * length), or a check digit and one of two fixed lengths.
 */
export type OcrAgreement =
  | { readonly control: 'none' }
  | { readonly control: 'check-digit' }
  | { readonly control: 'length-digit' }
  | { readonly control: 'fixed-length'; readonly lengths: readonly number[] }

/** Whether an OCR reference keeps to the payee's agreement. */
export function keepsToAgreement(digits: string, agreement: OcrAgreement): boolean {
  if (agreement.control === 'none') return /^\d{1,25}$/.test(digits)
  if (!isOcr(digits)) return false
  if (agreement.control === 'length-digit') return digits.length > 2 && hasLengthDigit(digits)
  return agreement.control === 'check-digit' || agreement.lengths.includes(digits.length)
}

/** An OCR reference with its check digit alone. */
export function ocrOf(payload: string): string {
  return payload + luhnDigit(payload)
}

/** An OCR reference that states its own length before the check digit. */
export function ocrWithLength(payload: string): string {
  return ocrOf(payload + ((payload.length + 2) % 10))
}

/** Bankgiro: 7 or 8 digits, Luhn. */
export function isBankgiro(digits: string): boolean {
  return /^\d{7,8}$/.test(digits) && luhn(digits)
}

/** `5730-9122`, `573-9122`. */
export function bankgiroPrinted(text: string): string {
  const digits = digitsOf(text)
  return `${digits.slice(0, -4)}-${digits.slice(-4)}`
}

/** Plusgiro: 2 to 8 digits, Luhn. */
export function isPlusgiro(digits: string): boolean {
  return /^\d{2,8}$/.test(digits) && luhn(digits)
}

/** `48 21 07-3`: pairs from the right, the check digit after a hyphen. */
export function plusgiroPrinted(text: string): string {
  const digits = digitsOf(text)
  return `${digits.slice(0, -1).replace(/(\d)(?=(\d\d)+$)/g, '$1 ')}-${digits.slice(-1)}`
}
