/** What the readers of text formats share: bytes to text, days, amounts, accounts. */
import { type Money, minorDigits } from '../../../kernel/money.ts'
import { isBic, isIban } from '../../references/international.ts'
import { type AccountNumber, type Day, StatementRefused } from '../model.ts'

/** No statement of an office is larger; a larger file is a mistake or an attack. */
export const largestFile_bytes = 64 * 1024 * 1024

/** UTF-8 where it is that, else Windows-1252, which is Latin-1 for what banks write. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The file's lines without their ends, whichever kind these are. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

/** An ISO day of its parts, or null where there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Two digits of a year: 80 to 99 are of the twentieth century. */
function wholeYear(two: string): number {
  const year = Number(two)
  return year >= 80 ? 1900 + year : 2000 + year
}

/** `261122` or `221126`, by the order of its parts; null where it is no day (`000000` too). */
export function shortDay(text: string, order: 'ymd' | 'dmy'): Day | null {
  if (!/^\d{6}$/.test(text)) return null
  const [first, second, third] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)] as const
  return order === 'ymd'
    ? dayOf(wholeYear(first), Number(second), Number(third))
    : dayOf(wholeYear(third), Number(second), Number(first))
}

/** `20261122`. */
export function longDay(text: string): Day | null {
  return /^\d{8}$/.test(text) ? dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) : null
}

/** Refuses a record whose day is none. */
export function needDay(day: Day | null, line: number, what: string): Day {
  if (day === null) throw new StatementRefused('statement-broken', line, `${what} is no day`)
  return day
}

/** An amount in digits with a known number of decimals, as fixed records have it. */
export function fixedAmount(digits: string, decimals: number, currency: string, line: number): Money {
  if (!/^\d+$/.test(digits)) throw new StatementRefused('statement-broken', line, `“${digits}” is no amount`)
  return { minor: scaled(BigInt(digits), decimals, currency, line), currency }
}

/** `1213,28`, `25,`, `1000` or `12.50`: digits with at most one sign between whole and part. */
export function commaAmount(text: string, currency: string, line: number): Money {
  const match = /^(\d{1,15})(?:[,.](\d{0,6}))?$/.exec(text)
  if (!match?.[1]) throw new StatementRefused('statement-broken', line, `“${text}” is no amount`)
  const part = match[2] ?? ''
  return { minor: scaled(BigInt(match[1] + part), part.length, currency, line), currency }
}

function scaled(value: bigint, decimals: number, currency: string, line: number): bigint {
  const wanted = digitsOfCurrency(currency, line)
  if (decimals <= wanted) return value * 10n ** BigInt(wanted - decimals)
  const over = 10n ** BigInt(decimals - wanted)
  if (value % over !== 0n)
    throw new StatementRefused('statement-broken', line, `an amount has more decimals than ${currency}`)
  return value / over
}

/** Decimals of a currency; refuses what is none. */
export function digitsOfCurrency(currency: string, line: number): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw new StatementRefused('statement-broken', line, `“${currency}” is no currency`)
  return minorDigits(currency)
}

/** The scheme of an account by its looks: IBAN by its check digits, else a national number. */
export function accountOf(text: string): AccountNumber | null {
  const compact = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (compact === '' || /^0+$/.test(compact)) return null
  return isIban(compact) ? { scheme: 'iban', number: compact } : { scheme: 'account', number: compact }
}

/** A BIC, or null where the text is none. */
export function bicOf(text: string | null | undefined): string | null {
  const compact = (text ?? '').trim().toUpperCase()
  return /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/.test(compact) && isBic(compact) ? compact : null
}

/** The text, or null where nothing stands in it. */
export function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** The sum of amounts in one currency. */
export function sumOf(amounts: readonly Money[], currency: string): Money {
  return { minor: amounts.reduce((sum, amount) => sum + amount.minor, 0n), currency }
}

export function negative(amount: Money): Money {
  return { minor: -amount.minor, currency: amount.currency }
}
