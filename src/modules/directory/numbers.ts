/** Numbers in their normal forms: telephone (E.164), VAT and company numbers, bank accounts. */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools'
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { stdnum } from 'stdnum'
import type { AccountScheme } from './contract/shapes.ts'

/** A telephone number in E.164 where it is one of the public network, dialled from `country`; else null. */
export function toE164(written: string, country: string): string | null {
  const from = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const parsed = parsePhoneNumberFromString(
    written.replace(/^00/, '+'),
    from ? { defaultCountry: from, extract: false } : { extract: false },
  )
  return parsed?.isPossible() ? parsed.number : null
}

/** A telephone number as one dials it from `country`: national at home, international abroad. */
export function phoneShown(e164: string | null, written: string, country: string): string {
  const parsed = e164 ? parsePhoneNumberFromString(e164) : undefined
  if (!parsed) return written
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
}

/** What a telephone number is found by: its international digits, or what was written of an extension. */
export function phoneKey(e164: string | null | undefined, written: string): string {
  return (e164 ?? written).replace(/\D/g, '')
}

/** By what two numbers are the same: in E.164 where both can be dialled, else by the digits as written. */
export function numberTold({ e164, written }: { readonly e164?: string | null; readonly written: string }): string {
  return e164 ?? (written.replace(/\D/g, '') || written)
}

/** The keys that a typed or shown number, or the beginning of one, may mean when dialled from `country`. */
export function phoneKeysMeant(typed: string, country: string): string[] {
  const digits = typed.replace(/\D/g, '')
  if (digits.length < 3) return []
  if (/^\s*\+/.test(typed)) return [digits]
  const meant = [digits, digits.replace(/^00/, '')]
  const whole = toE164(typed, country)
  if (whole) meant.push(phoneKey(whole, ''))
  if (isSupportedCountry(country)) meant.push(getCountryCallingCode(country as CountryCode) + digits.replace(/^0/, ''))
  return [...new Set(meant)]
}

const compact = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** A VAT number with its country in front, as VIES writes it; Greek numbers keep EL. */
export function vatKey(written: string, country: string | null): string {
  const number = compact(written).replace(/MVA$/, '')
  if (/^[A-Z]{2}[A-Z0-9]*\d/.test(number) && !/^(CHE|ATU)/.test(number)) return number
  return /^[A-Z]{2}/.test(number) || !country ? number : `${country}${number}`
}

/** A company number without its dress; Swedish ones with their century, as some print them, lose it. */
export function companyKey(written: string, country: string | null): string {
  const number = compact(written)
    .replace(/^(NO|SE|RO|PT)(?=\d)/, '')
    .replace(/MVA$/, '')
  if (/^16\d{10}$/.test(number) && (country === 'SE' || country === null)) return number.slice(2)
  return number
}

/** The company number that a VAT number contains, in the countries where it does (SE, NO, RO, PT, DK, FI). */
export function companyOfVat(vat: string): string | null {
  const [, country, number] = /^([A-Z]{2})(\d+)$/.exec(vat) ?? []
  if (country === 'SE') return number?.length === 12 && number.endsWith('01') ? number.slice(0, 10) : null
  return country && number && ['NO', 'RO', 'PT', 'DK', 'FI'].includes(country) ? number : null
}

const vatRules: Readonly<Record<string, string>> = {
  SE: 'vat',
  NO: 'mva',
  NL: 'btw',
  RO: 'cif',
  PT: 'nif',
  GB: 'vat',
  IE: 'vat',
  DE: 'vat',
}
const companyRules: Readonly<Record<string, string>> = {
  SE: 'orgnr',
  NO: 'orgnr',
  RO: 'cui',
  PT: 'nipc',
  DK: 'cvr',
  FI: 'ytunnus',
}

function valid(rules: Readonly<Record<string, string>>, number: string, country: string | null): boolean | null {
  const rule = country ? rules[country] : undefined
  const validator =
    rule &&
    (stdnum as unknown as Record<string, Record<string, { validate(value: string): { isValid: boolean } }>>)[
      country!
    ]?.[rule]
  return validator ? validator.validate(number).isValid : null
}

/** Whether the check digits are right; null where the rule of the country is not known here. */
export function vatValid(written: string, country: string | null): boolean | null {
  const key = vatKey(written, country)
  const of = /^[A-Z]{2}/.exec(key)?.[0] ?? country
  return valid(vatRules, of === 'NO' ? `${key.replace(/^NO/, '')}MVA` : key, of)
}

export function companyValid(written: string, country: string | null): boolean | null {
  return valid(companyRules, companyKey(written, country), country)
}

export interface Account {
  readonly scheme: AccountScheme
  readonly number: string
}

/** Luhn's check (ISO/IEC 7812-1 annex B), which bankgiro and plusgiro numbers carry. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (1 + (i % 2))
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** The Norwegian account number's check: mod 11 with weights 5432765432. */
function mod11(digits: string): boolean {
  const sum = [...digits.slice(0, 10)].reduce(
    (total, digit, i) => total + Number(digit) * [5, 4, 3, 2, 7, 6, 5, 4, 3, 2][i]!,
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[10])
}

export type AccountRead =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly wrong: 'iban' | 'account' }

/** Reads an account number as written. What looks like an IBAN must be a right one; money is the place to be loud. */
export function readAccount(written: string, scheme: AccountScheme | undefined, country: string): AccountRead {
  const number = compact(written.replace(/^\s*(bankgiro|plusgiro|postgiro|bg|pg|iban|konto|kontonr)\b[.:\s]*/i, ''))
  const said =
    scheme ??
    (/^\s*(bankgiro|bg)\b/i.test(written)
      ? 'bankgiro'
      : /^\s*(plusgiro|postgiro|pg)\b/i.test(written)
        ? 'plusgiro'
        : undefined)
  if (said === 'iban' || (!said && /^[A-Z]{2}\d{2}[A-Z0-9]{6,}$/.test(number))) {
    const iban = electronicFormatIBAN(written.replace(/^\s*iban\b[:\s]*/i, '')) ?? ''
    return isValidIBAN(iban) ? { ok: true, account: { scheme: 'iban', number: iban } } : { ok: false, wrong: 'iban' }
  }
  const guessed: AccountScheme =
    said ??
    (country === 'SE' && /^\s*\d{3,4}-\d{4}\s*$/.test(written)
      ? 'bankgiro'
      : country === 'SE' && /^\s*[\d ]{1,9}-\d\s*$/.test(written)
        ? 'plusgiro'
        : 'account')
  const ok =
    guessed === 'bankgiro'
      ? /^\d{7,8}$/.test(number) && luhn(number)
      : guessed === 'plusgiro'
        ? /^\d{2,8}$/.test(number) && luhn(number)
        : /^[A-Z0-9]{4,34}$/.test(number) &&
          /\d{4}/.test(number) &&
          (country !== 'NO' || !/^\d{11}$/.test(number) || mod11(number))
  return ok ? { ok: true, account: { scheme: guessed, number } } : { ok: false, wrong: 'account' }
}

/** As it is written on paper. */
export function accountShown({ scheme, number }: Account): string {
  if (scheme === 'iban') return friendlyFormatIBAN(number) ?? number
  if (scheme === 'bankgiro') return `${number.slice(0, -4)}-${number.slice(-4)}`
  if (scheme === 'plusgiro') return `${number.slice(0, -1)}-${number.slice(-1)}`
  return number
}
