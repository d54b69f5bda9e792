/** References and numbers that hold across borders: RF, IBAN, BIC, creditor identifiers; and the Belgian and Swiss references. */
import { isValidBIC, isValidIBAN } from 'ibantools'
import { check97, inGroups, recursiveMod10Digit, rest97 } from './modulus.ts'

/** RF creditor reference, ISO 11649: `RF`, two check digits, 1 to 21 letters and digits. */
export function isCreditorReference(text: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && rest97(text.slice(4) + text.slice(0, 4)) === 1
}

/** The RF reference of the payee's own part (1 to 21 letters and digits). */
export function creditorReferenceOf(own: string): string {
  return `RF${check97(`${own}RF00`)}${own}`
}

/** `RF18 5390 0754 7034`; IBANs are printed alike. */
export function creditorReferencePrinted(text: string): string {
  return inGroups(text, 4)
}

/** IBAN without spaces: length and letters of its country, and MOD 97-10 (ISO 13616). */
export function isIban(text: string): boolean {
  return isValidIBAN(text)
}

/** IBAN of a country and its national account number. */
export function ibanOf(country: string, bban: string): string {
  return `${country}${check97(`${bban}${country}00`)}${bban}`
}

export function ibanPrinted(iban: string): string {
  return inGroups(iban, 4)
}

/** BIC of eight or eleven signs (ISO 9362). */
export function isBic(text: string): boolean {
  return isValidBIC(text)
}

/**
 * Creditor identifier of SEPA direct debits (EPC262-08): country, two check digits, three signs for the creditor's business (not
 * checked), and the national identifier.
 */
export function isCreditorIdentifier(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(text)) return false
  return rest97(text.slice(7) + text.slice(0, 4)) === 1
}

export function creditorIdentifierOf(country: string, business: string, national: string): string {
  return `${country}${check97(`${national}${country}00`)}${business}${national}`
}

/** Belgian structured communication (`+++090/9337/55493+++`): twelve digits, the last two mod 97 of the first ten (97 for 0). */
export function isStructuredCommunication(digits: string): boolean {
  return /^\d{12}$/.test(digits) && structuredCommunicationOf(digits.slice(0, 10)) === digits
}

export function structuredCommunicationOf(ten: string): string {
  const rest = rest97(ten)
  return ten + String(rest === 0 ? 97 : rest).padStart(2, '0')
}

export function structuredCommunicationPrinted(digits: string): string {
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`
}

/** Swiss QR and ESR reference: 27 digits, recursive mod 10. */
export function isSwissReference(digits: string): boolean {
  return /^\d{27}$/.test(digits) && !/^0+$/.test(digits) && recursiveMod10Digit(digits.slice(0, -1)) === digits.at(-1)
}
