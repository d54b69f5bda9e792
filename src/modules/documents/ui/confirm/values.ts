import { readDay } from '../../../../web/format/entry.ts'
import { formatAmount, readAmount } from '../../../../web/format/money.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import type { FieldName } from './confirmTypes.ts'

const days: ReadonlySet<string> = new Set(['issuedOn', 'dueOn', 'periodFrom', 'periodTo', 'validUntil'])
const amounts: ReadonlySet<string> = new Set(['net', 'vat', 'total'])

export const isDay = (name: FieldName): boolean => days.has(name)
export const isAmount = (name: FieldName): boolean => amounts.has(name)

/** Writes a value as it would stand on the paper: `11 Dec 2026`, `13 980,00`. */
export function written(name: FieldName, value: string | null | undefined, currency: string, formats: Formats): string {
  if (!value) return ''
  if (isDay(name) && /^\d{4}-\d\d-\d\d$/.test(value)) return formats.fullDay(value)
  if (isAmount(name) && /^-?\d+(\.\d+)?$/.test(value)) return formatAmount({ amount: value, currency }, formats.country)
  return value
}

/** Reads what was typed; undefined where it means no day or no amount. */
export function readTyped(
  name: FieldName,
  text: string,
  currency: string,
  formats: Formats,
): string | null | undefined {
  const typed = text.trim()
  if (!typed) return null
  if (isDay(name)) return readDay(typed, formats.today(), formats.language) ?? undefined
  if (isAmount(name)) return readAmount(typed, currency) ?? undefined
  return typed
}
