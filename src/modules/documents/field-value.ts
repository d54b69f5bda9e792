/** What may be the value of which field: dates YYYY-MM-DD, amounts decimal strings, accounts with right check digits. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { type Money, moneyFromDecimal } from '../../kernel/money.ts'
import { documentKinds, type DocumentKind, type FieldName } from './contract/words.ts'

const days: ReadonlySet<FieldName> = new Set(['issuedOn', 'dueOn', 'periodFrom', 'periodTo', 'validUntil'])
const amounts: ReadonlySet<FieldName> = new Set(['net', 'vat', 'total'])
const codes: ReadonlySet<FieldName> = new Set(['senderVatNumber', 'senderOrganisationNumber', 'bic'])
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Day of the calendar, or null: `2026-02-30` is none. */
export function dayOf(value: string | undefined): Temporal.PlainDate | null {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** An amount in minor units of its currency, or null where either is lacking or they do not go together. */
export function amountOf(value: string | undefined, currency: string | null): Money | null {
  if (!value || !currency) return null
  try {
    return moneyFromDecimal(value, currency)
  } catch {
    return null
  }
}

export function isKind(value: string): value is DocumentKind {
  return (documentKinds as readonly string[]).includes(value)
}

/** The value as it is kept, or null where it cannot be a value of that field. */
export function normalField(name: FieldName, typed: string): string | null {
  const value = typed.replace(/\s+/g, ' ').trim()
  if (value === '') return null
  if (days.has(name)) return dayOf(value)?.toString() ?? null
  if (amounts.has(name)) return /^-?\d{1,15}(\.\d{1,4})?$/.test(value) ? value : null
  if (name === 'kind') return isKind(value) ? value : null
  if (name === 'currency') return currencies.has(value.toUpperCase()) ? value.toUpperCase() : null
  if (name === 'iban') {
    const iban = electronicFormatIBAN(value)
    return iban && isValidIBAN(iban) ? iban : null
  }
  if (codes.has(name)) return value.toUpperCase().slice(0, 40)
  return value.slice(0, 300)
}
