/** Whom and under which reference a bill is paid: what is written on paper becomes what a bank understands. */
import { isBic, isCreditorReference, isIban } from '../../formats/references/international.ts'
import { isLongBetalingskenmerk } from '../../formats/references/netherlands.ts'
import { isKid, isNorwegianAccount } from '../../formats/references/norway.ts'
import { isBankgiro, isOcr, isPlusgiro } from '../../formats/references/sweden.ts'
import type { accountSchemes, referenceSchemes } from './contract/shapes.ts'

export type AccountScheme = (typeof accountSchemes)[number]
export type ReferenceScheme = (typeof referenceSchemes)[number]

export interface WrittenAccount {
  readonly scheme: AccountScheme
  /** Capitals and digits only. */
  readonly number: string
}

const bare = (written: string): string => written.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What kind of account number it is, by how it is written and where the office is. */
export function accountFrom(written: string, country: string): WrittenAccount | null {
  const number = bare(written.replace(/^\s*(bankgiro|plusgiro|postgiro|bg|pg|iban)[\s.:]*/i, ''))
  if (number === '') return null
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,}$/.test(number)) return { scheme: 'iban', number }
  const digits = /^\d+$/.test(number)
  if (digits && country === 'SE') {
    if (/^\s*(pg|plusgiro|postgiro)/i.test(written) || /^[\d\s]{1,9}-\d$/.test(written.trim()))
      return { scheme: 'plusgiro', number }
    if (/^\s*(bg|bankgiro)/i.test(written) || /^\d{3,4}-\d{4}$/.test(written.trim()))
      return { scheme: 'bankgiro', number }
    if (isBankgiro(number)) return { scheme: 'bankgiro', number }
  }
  return { scheme: 'account', number }
}

/** Whether its check digits are right; null where the kind of number has none that are known. */
export function accountHolds({ scheme, number }: WrittenAccount, country: string): boolean | null {
  if (scheme === 'iban') return isIban(number)
  if (scheme === 'bankgiro') return isBankgiro(number)
  if (scheme === 'plusgiro') return isPlusgiro(number)
  return country === 'NO' && /^\d{11}$/.test(number) ? isNorwegianAccount(number) : null
}

/** As it is printed: in groups, with the hyphen where it belongs. */
export function accountPrinted({ scheme, number }: WrittenAccount): string {
  if (scheme === 'iban') return number.replace(/(.{4})(?=.)/g, '$1 ')
  if (scheme === 'bankgiro' && number.length >= 7) return `${number.slice(0, -4)}-${number.slice(-4)}`
  if (scheme === 'plusgiro' && number.length >= 2) return `${number.slice(0, -1)}-${number.slice(-1)}`
  return number
}

export const bicFrom = (written: string | null | undefined): string | null => {
  const bic = bare(written ?? '')
  return isBic(bic) ? bic : null
}

/** Entity and reference as they are printed for Multibanco: `Entidade 21098 Referência 123 456 781`, or one after the other. */
export function multibancoFrom(written: string): string | null {
  const found =
    /^\D{0,20}(\d{5})\D{1,25}(\d{3}) ?(\d{3}) ?(\d{3})\D*$/.exec(written.trim()) ??
    /^(\d{5})(\d{3})(\d{3})(\d{3})$/.exec(written.trim())
  return found ? found.slice(1).join('') : null
}

export interface WrittenReference {
  readonly scheme: ReferenceScheme
  readonly value: string
}

/** What kind of reference it is, by its check digits and the account it goes to. */
export function referenceFrom(written: string, account: WrittenAccount | null, country: string): WrittenReference {
  const value = bare(written)
  const digits = /^\d+$/.test(value)
  if (/^RF\d{2}/.test(value)) return { scheme: 'rf', value }
  const multibanco = country === 'PT' ? multibancoFrom(written) : null
  if (multibanco) return { scheme: 'multibanco', value: multibanco }
  const giro = account?.scheme === 'bankgiro' || account?.scheme === 'plusgiro'
  if (digits && (giro || country === 'SE') && isOcr(value)) return { scheme: 'ocr', value }
  if (country === 'NO' && account?.scheme === 'account' && isKid(value)) return { scheme: 'kid', value }
  if (digits && country === 'NL' && isLongBetalingskenmerk(value)) return { scheme: 'betalingskenmerk', value }
  return { scheme: 'text', value: written.trim() }
}

/**
 * Whether a reference that ought to bear check digits has them wrong: RF by its letters, others where the account it goes
 * to takes nothing else and the supplier's earlier references were right.
 */
export function referenceFails(reference: WrittenReference, earlier: readonly ReferenceScheme[]): boolean {
  if (reference.scheme === 'rf') return !isCreditorReference(reference.value)
  if (reference.scheme !== 'text') return false
  const checked = earlier.filter(scheme => scheme !== 'text' && scheme !== 'none')
  return earlier.length >= 2 && checked.length === earlier.length && /^[\dA-Z\s-]+$/i.test(reference.value)
}

/** By what one number of a bill is known from another: capitals and digits, without zeros in front. */
export const numberKey = (number: string | null | undefined): string | null =>
  bare(number ?? '')
    .replace(/^0+(?=.)/, '')
    .slice(0, 100) || null
