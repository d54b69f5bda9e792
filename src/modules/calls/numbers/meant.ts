/**
 * What a telephone number means that a telephone system tells or a person types, dialled from a country: the numbers in E.164 digits
 * that it may be, the surest first, and its end. Numbering plans by libphonenumber's data (ITU-T E.164).
 */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

export interface Meant {
  /** International digits without `+`; the first is the surest. */
  readonly whole: readonly string[]
  /** Its last digits, by which it may be somebody's; null where it is too short to say anything. */
  readonly end: string | null
}

/** So many last digits are alike by chance in one of a thousand offices' address books. */
const endDigits = 7

const nothing: Meant = { whole: [], end: null }

/** Without what surrounds a number: the scheme and host of a SIP or tel address, names, marks, an extension dialled afterwards. */
function bare(written: string): string {
  const address = /<([^>]+)>/.exec(written)?.[1] ?? written
  const user = address
    .trim()
    .replace(/^(sips?|tel|callto):/i, '')
    .replace(/@.*$/, '')
    .replace(/;.*$/, '')
  const number = user.replace(/\s*(ext\.?|anknytning|ankn\.?|linje|toestel|tst\.?|interior|int\.?|x)\s*\d{1,6}$/i, '')
  // `+46 (0)31`: the zero is dialled at home alone.
  return number.replace(/^(\s*(?:\+|00)\s*\d{1,3})\s*\(0\)/, '$1').replace(/[^\d+]/g, '')
}

const parsed = (number: string, country?: CountryCode): string | null => {
  const found = parsePhoneNumberFromString(
    number,
    country ? { defaultCountry: country, extract: false } : { extract: false },
  )
  return found?.isValid() ? found.number.slice(1) : null
}

/** Digits that begin with `+` or `00` are international, whatever they are. */
function international(number: string): string[] {
  const digits = number.replace(/^(\+|00)/, '').replaceAll('+', '')
  const read = parsed(`+${digits}`)
  return [...(read ? [read] : []), digits]
}

/** Else a number as dialled at home, then one whose `+` was lost, then one behind the zero that opens an outside line. */
function national(digits: string, home: string): string[] {
  const country = isSupportedCountry(home) ? (home as CountryCode) : undefined
  if (!country) return [parsed(`+${digits}`) ?? digits, digits]
  const code = getCountryCallingCode(country)
  const outside = digits.startsWith('0') ? digits.slice(1) : null
  const read = [
    parsed(digits, country),
    parsed(`+${digits}`),
    ...(outside ? [parsed(outside, country), outside.startsWith('00') ? parsed(`+${outside.slice(2)}`) : null] : []),
    digits.startsWith(code) ? null : code + digits.replace(/^0/, ''),
    digits,
  ]
  return read.filter(one => one !== null)
}

export function numberMeant(written: string, home: string): Meant {
  const number = bare(written)
  const digits = number.replaceAll('+', '')
  if (digits.length < 2 || digits.length > 20) return nothing
  const whole = /^(\+|00)/.test(number) ? international(number) : national(digits, home)
  // No number of that country: the first zero may have opened an outside line.
  if (number.startsWith('00') && whole.length === 1) whole.unshift(...national(number.slice(1), home))
  const end = digits.replace(/^0+/, '')
  return { whole: [...new Set(whole)], end: end.length >= endDigits ? end.slice(-endDigits) : null }
}

/** What a line is known by: its digits as one dials it in full, or its name in small letters. */
export function lineKeys(told: string, home: string): string[] {
  const { whole } = numberMeant(told, home)
  return [
    ...new Set([...(/[a-z]/i.test(told.replace(/@.*$/, '')) ? [] : whole), told.trim().toLowerCase().slice(0, 80)]),
  ]
}
