/** One question for every scheme: is this reference, or this account, written right? */
import { isCreditorReference, isIban, isStructuredCommunication, isSwissReference } from './international.ts'
import { digitsOf } from './modulus.ts'
import { isLongBetalingskenmerk, isShortBetalingskenmerk, isDutchAccount } from './netherlands.ts'
import { isKid, isNorwegianAccount, type KidModulus } from './norway.ts'
import { isMultibanco, isNib } from './portugal.ts'
import { readSwedishAccount } from './swedish-accounts.ts'
import { isBankgiro, isOcr, isPlusgiro, keepsToAgreement, type OcrAgreement } from './sweden.ts'

/** How a payment says what it pays; `text` is whatever the payee wrote, which nothing checks. */
export const referenceSchemes = [
  'ocr',
  'kid',
  'rf',
  'betalingskenmerk',
  'multibanco',
  'structured-communication',
  'swiss',
  'text',
] as const
export type ReferenceScheme = (typeof referenceSchemes)[number]

/** Why a number is held to be right or wrong, or why nothing can be said of it. */
export type CheckReason =
  | 'check-digits-right'
  | 'check-digits-wrong'
  | 'length-wrong'
  | 'length-digit-wrong'
  | 'signs-wrong'
  | 'nothing-to-check'
  /** Multibanco checks the amount with it: say the amount. */
  | 'amount-needed'
  | 'bank-unknown'

export interface CheckedReference {
  readonly scheme: ReferenceScheme
  /** Null where nothing can be checked. */
  readonly right: boolean | null
  readonly why: CheckReason
  /** As payment files want it: without spaces and hyphens, letters large. */
  readonly compact: string
}

export interface ReferenceQuestion {
  readonly value: string
  /** As the paper says it; where left out, the country's scheme is tried, and what does not fit it is taken as a text. */
  readonly scheme?: ReferenceScheme
  /** ISO 3166 of the payee. */
  readonly country?: string
  /** Of a Multibanco reference whose value has nine digits alone. */
  readonly entity?: string
  /** Hundredths: Multibanco checks it too. */
  readonly amount_minor?: bigint
  /** What the payee has agreed with its bank, where it is known. */
  readonly ocr?: OcrAgreement
  readonly kid?: KidModulus
}

const schemeOfCountry: Readonly<Record<string, ReferenceScheme>> = {
  SE: 'ocr',
  NO: 'kid',
  NL: 'betalingskenmerk',
  BE: 'structured-communication',
  PT: 'multibanco',
  CH: 'swiss',
  LI: 'swiss',
}

/** Whether a reference is right by its scheme, and why. */
export function checkReference(question: ReferenceQuestion): CheckedReference {
  const compact = question.value.toUpperCase().replace(/[^0-9A-Z-]/g, '')
  if (question.scheme) return { scheme: question.scheme, ...checks[question.scheme](compact, question) }
  if (isCreditorReference(compact.replace(/-/g, '')))
    return { scheme: 'rf', right: true, why: 'check-digits-right', compact: compact.replace(/-/g, '') }
  const scheme = schemeOfCountry[question.country ?? '']
  const tried = scheme && /^[+\d]/.test(question.value.trim()) ? checks[scheme](compact, question) : null
  if (scheme && tried && (tried.right === true || tried.why === 'amount-needed')) return { scheme, ...tried }
  return { scheme: 'text', ...checks.text(compact, question) }
}

type Check = (compact: string, question: ReferenceQuestion) => Omit<CheckedReference, 'scheme'>

const wrong = (why: CheckReason, compact: string) => ({ right: false, why, compact })
const verdict = (right: boolean, compact: string): Omit<CheckedReference, 'scheme'> => ({
  right,
  why: right ? 'check-digits-right' : 'check-digits-wrong',
  compact,
})

const checks: Readonly<Record<ReferenceScheme, Check>> = {
  ocr: (text, { ocr }) => {
    const digits = text.replace(/-/g, '')
    if (!/^\d+$/.test(digits)) return wrong('signs-wrong', digits)
    if (digits.length < 2 || digits.length > 25) return wrong('length-wrong', digits)
    if (ocr?.control === 'none') return { right: null, why: 'nothing-to-check', compact: digits }
    if (!ocr || !isOcr(digits) || keepsToAgreement(digits, ocr)) return verdict(isOcr(digits), digits)
    return wrong(ocr.control === 'length-digit' ? 'length-digit-wrong' : 'length-wrong', digits)
  },
  kid: (text, { kid }) => {
    // A hyphen inside is how people group digits; at the end it is the check digit ten of mod 11.
    const value = text.replace(/-(?!$)/g, '')
    if (!/^\d+-?$/.test(value)) return wrong('signs-wrong', value)
    if (value.length < 2 || value.length > 25) return wrong('length-wrong', value)
    return verdict(isKid(value, kid), value)
  },
  rf: text => {
    const value = text.replace(/-/g, '')
    if (!/^RF[0-9A-Z]+$/.test(value)) return wrong('signs-wrong', value)
    if (value.length < 5 || value.length > 25) return wrong('length-wrong', value)
    return verdict(isCreditorReference(value), value)
  },
  betalingskenmerk: text => {
    const digits = text.replace(/-/g, '')
    if (!/^\d+$/.test(digits)) return wrong('signs-wrong', digits)
    if (digits.length === 7) return { right: null, why: 'nothing-to-check', compact: digits }
    if (digits.length === 16) return verdict(isLongBetalingskenmerk(digits), digits)
    if (digits.length < 9 || digits.length > 14) return wrong('length-wrong', digits)
    if (Number(digits[1]) !== (digits.length - 2) % 10) return wrong('length-digit-wrong', digits)
    return verdict(isShortBetalingskenmerk(digits), digits)
  },
  multibanco: (text, { entity, amount_minor }) => {
    const digits = text.replace(/-/g, '')
    const whole = digits.length === 9 && entity ? digitsOf(entity) + digits : digits
    if (!/^\d+$/.test(whole)) return wrong('signs-wrong', whole)
    if (whole.length === 9) return { right: null, why: 'nothing-to-check', compact: whole }
    if (whole.length !== 14) return wrong('length-wrong', whole)
    if (amount_minor === undefined) return { right: null, why: 'amount-needed', compact: whole }
    return verdict(isMultibanco(whole.slice(0, 5), whole.slice(5), amount_minor), whole)
  },
  'structured-communication': text => {
    const digits = text.replace(/-/g, '')
    if (!/^\d+$/.test(digits)) return wrong('signs-wrong', digits)
    return digits.length === 12 ? verdict(isStructuredCommunication(digits), digits) : wrong('length-wrong', digits)
  },
  swiss: text => {
    const digits = text.replace(/-/g, '')
    if (!/^\d+$/.test(digits)) return wrong('signs-wrong', digits)
    return digits.length === 27 ? verdict(isSwissReference(digits), digits) : wrong('length-wrong', digits)
  },
  text: (_, { value }) => ({ right: null, why: 'nothing-to-check', compact: value.trim() }),
}

export type CheckedScheme = 'iban' | 'bankgiro' | 'plusgiro' | 'account'

export interface CheckedAccount {
  readonly right: boolean | null
  readonly why: CheckReason
  /** Without spaces, dots and hyphens. */
  readonly compact: string
}

/** Whether an account number is right by its own check digits; `country` says how a national `account` checks. */
export function checkAccount(scheme: CheckedScheme, number: string, country?: string): CheckedAccount {
  if (scheme === 'iban') {
    const compact = number.toUpperCase().replace(/[^0-9A-Z]/g, '')
    if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(compact)) return wrong('signs-wrong', compact)
    return verdict(isIban(compact), compact)
  }
  const compact = digitsOf(number)
  if (/[^\d\s.\-/,]/.test(number)) return wrong('signs-wrong', compact)
  if (scheme === 'bankgiro')
    return /^\d{7,8}$/.test(compact) ? verdict(isBankgiro(compact), compact) : wrong('length-wrong', compact)
  if (scheme === 'plusgiro')
    return /^\d{2,8}$/.test(compact) ? verdict(isPlusgiro(compact), compact) : wrong('length-wrong', compact)
  return nationalAccount(compact, country)
}

function nationalAccount(compact: string, country: string | undefined): CheckedAccount {
  if (country === 'NO')
    return compact.length === 11 ? verdict(isNorwegianAccount(compact), compact) : wrong('length-wrong', compact)
  if (country === 'SE') {
    const account = readSwedishAccount(compact)
    if (!account) return wrong('length-wrong', compact)
    return account.right === null ? { right: null, why: 'bank-unknown', compact } : verdict(account.right, compact)
  }
  if (country === 'PT') return compact.length === 21 ? verdict(isNib(compact), compact) : wrong('length-wrong', compact)
  // Postbank's numbers of up to seven digits have no check.
  if (country === 'NL' && compact.length >= 9 && compact.length <= 10) return verdict(isDutchAccount(compact), compact)
  return { right: null, why: 'nothing-to-check', compact }
}
