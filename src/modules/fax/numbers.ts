/** Fax numbers: as they are compared, as one dials them from here, as a gateway wants them, and those that nearly are another's. */
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import type { NumberForm } from './contract.ts'

const parsed = (written: string, country: string): PhoneNumber | undefined => {
  const plain = written.replace(/^\s*00/, '+').replace(/\(0\)/, '')
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const found = parsePhoneNumberFromString(plain, home ? { defaultCountry: home, extract: false } : { extract: false })
  if (found?.isValid()) return found
  // Fax machines tell their number without its plus.
  const digits = plain.replace(/\D/g, '')
  const whole = digits.length >= 9 ? parsePhoneNumberFromString(`+${digits}`, { extract: false }) : undefined
  return whole?.isValid() ? whole : undefined
}

/** International digits without `+`; null for what is no number that can be dialled. */
export const digitsOf = (written: string, country: string): string | null =>
  parsed(written, country)?.number.slice(1) ?? null

/** As a person dials it from here; what is no number as it was told. */
export function shownNumber(written: string, country: string): string {
  const found = parsed(/^\d{9,}$/.test(written) ? `+${written}` : written, country)
  if (!found) return written
  return found.country === country ? found.formatNational() : found.formatInternational()
}

/** As the gateway wants it. */
export function formedNumber(digits: string, form: NumberForm, country: string): string {
  if (form === 'digits') return digits
  if (form === 'zeros') return `00${digits}`
  const found = form === 'national' ? parsed(`+${digits}`, country) : undefined
  return found?.country === country ? found.formatNational().replace(/\D/g, '') : `+${digits}`
}

/** Numbers that differ in one digit, or in two neighbours that changed places: how numbers are mistyped. */
export function nearNumbers(digits: string): string[] {
  const near = new Set<string>()
  // The country's code is not what one slips at, and would name strangers abroad.
  for (let at = 2; at < digits.length; at++) {
    for (let digit = 0; digit < 10; digit++) near.add(digits.slice(0, at) + digit + digits.slice(at + 1))
    if (at + 1 < digits.length) near.add(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2))
  }
  near.delete(digits)
  return [...near]
}
