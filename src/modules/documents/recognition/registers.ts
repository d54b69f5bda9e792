import { stdnum } from 'stdnum'

/** Country prefixes of VAT numbers and the register that checks them. */
const validators: Readonly<Record<string, string>> = {
  SE: 'vat',
  NO: 'mva',
  NL: 'btw',
  RO: 'cui',
  PT: 'nif',
  GB: 'vat',
  DE: 'vat',
  FR: 'tva',
  DK: 'cvr',
  FI: 'alv',
  BE: 'vat',
  ES: 'nif',
  IT: 'iva',
  AT: 'uid',
  CH: 'vat',
  IE: 'vat',
  PL: 'nip',
  CZ: 'dic',
  SK: 'dph',
  HU: 'anum',
  BG: 'vat',
  HR: 'oib',
  SI: 'ddv',
  EE: 'kmkr',
  LV: 'pvn',
  LT: 'pvm',
  LU: 'tva',
  MT: 'vat',
  CY: 'vat',
  EL: 'vat',
}

const organisationValidators: Readonly<Record<string, string>> = {
  SE: 'orgnr',
  NO: 'orgnr',
  FR: 'siren',
  PT: 'nipc',
  RO: 'cui',
  DK: 'cvr',
  FI: 'ytunnus',
}

export interface RegisterNumber {
  /** Compact, with its country before it: SE556012579001. */
  readonly value: string
  readonly country: string
  readonly valid: boolean
}

function check(country: string, register: string | undefined, value: string): boolean {
  if (!register) return false
  const validator = stdnum[country === 'EL' ? 'GR' : country]?.[register]
  try {
    return validator?.validate(value).isValid ?? false
  } catch {
    return false
  }
}

const prefixed = /^(?:(CHE|[A-Z]{2}))[\s.-]?([0-9A-Z][0-9A-Z\s.\-+*]{5,15})$/

/** A VAT number written with its country prefix. */
export function vatNumber(text: string): RegisterNumber | null {
  const upper = text.toUpperCase().trim()
  const match = prefixed.exec(upper)
  if (!match?.[1] || !match[2]) return null
  const country = match[1] === 'CHE' ? 'CH' : match[1]
  if (!(country in validators)) return null
  const body = match[2].replace(/[^0-9A-Z]/g, '')
  if (!/\d{5}/.test(body) || body.length > 14) return null
  const compact = match[1] === 'CHE' ? `CHE${body}` : country + body
  const bare = country === 'NO' ? body.replace(/MVA$/, '') : body
  const valid =
    check(country, validators[country], country === 'NO' ? `${bare}MVA` : bare) ||
    check(country, validators[country], compact)
  if (!valid && !plausible(country, bare)) return null
  return { value: country === 'NO' ? `NO${bare}MVA` : compact, country, valid }
}

/** Lengths of VAT numbers without prefix; a number with wrong check digits but right shape is still what the sender wrote. */
const lengths: Readonly<Record<string, readonly number[]>> = {
  SE: [12],
  NO: [9],
  NL: [12],
  RO: [2, 3, 4, 5, 6, 7, 8, 9, 10],
  PT: [9],
  GB: [9, 12],
  DE: [9],
  FR: [11],
  DK: [8],
  FI: [8],
  BE: [10],
  ES: [9],
  IT: [11],
  AT: [9],
  CH: [9, 12],
  IE: [8, 9],
  PL: [10],
  CZ: [8, 9, 10],
  SK: [10],
  HU: [8],
  BG: [9, 10],
  HR: [11],
  SI: [8],
  EE: [9],
  LV: [11],
  LT: [9, 12],
  LU: [8],
  MT: [8],
  CY: [9],
  EL: [9],
}

function plausible(country: string, body: string): boolean {
  return lengths[country]?.includes(body.length) ?? false
}

/** A number without prefix where the label or the country says which register it is from. */
export function bareVatNumber(digits: string, country: string): RegisterNumber | null {
  const body = digits
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/MVA$/, '')
  if (!/^\d{5,12}[A-Z]?\d{0,2}$/.test(body)) return null
  const valid = check(country, validators[country], country === 'NO' ? `${body}MVA` : body)
  if (!valid && !plausible(country, body)) return null
  return { value: country === 'NO' ? `NO${body}MVA` : country + body, country, valid }
}

/** A company number as written, and whether its check digits are right in the country. */
export function organisationNumber(
  text: string,
  country: string | null,
): { readonly value: string; readonly valid: boolean } | null {
  const value = text.replace(/[\s.]/g, '').replace(/MVA$/i, '')
  if (!/\d{4}/.test(value) || value.length > 18) return null
  const register = country ? organisationValidators[country] : undefined
  if (country === 'SE' && /^\d{6}-?\d{4}$/.test(value)) {
    const digits = value.replace('-', '')
    return { value: `${digits.slice(0, 6)}-${digits.slice(6)}`, valid: check('SE', 'orgnr', digits) }
  }
  return { value, valid: country !== null && check(country, register, value.replace(/\D/g, '')) }
}
