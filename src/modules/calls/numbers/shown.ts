import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { numberMeant } from './meant.ts'

/** A number as one dials it from here: national at home, international abroad; what is no number as it was told. */
export function numberShown(written: string | null, home: string): string | null {
  if (written === null) return null
  const [whole] = numberMeant(written, home).whole
  const parsed = whole ? parsePhoneNumberFromString(`+${whole}`) : undefined
  if (!parsed?.isValid()) return written
  return parsed.country === home ? parsed.formatNational() : parsed.formatInternational()
}

/** As a telephone takes it: `tel:` (RFC 3966). */
export function numberDialled(written: string, home: string): string {
  const [whole] = numberMeant(written, home).whole
  const parsed = whole ? parsePhoneNumberFromString(`+${whole}`) : undefined
  return parsed?.isValid() ? parsed.number : written.replace(/[^\d+*#]/g, '')
}

/** As one dials it on a telephone that stands here: at home as at home, else with 00 before the country. */
export function dialledFrom(written: string, home: string): string {
  const [whole] = numberMeant(written, home).whole
  const parsed = whole ? parsePhoneNumberFromString(`+${whole}`) : undefined
  if (!parsed?.isValid()) return written.replace(/[^\d+*#]/g, '')
  return (parsed.country === home ? parsed.formatNational() : `00${parsed.number}`).replace(/\D/g, '')
}
