import { minorDigits } from '../../kernel/money.ts'
import { BooksFault, type Day } from './model.ts'

/** Reads a decimal amount of the currency to minor units; zeros beyond its decimals are allowed, other figures are not. */
export function readAmount(text: string, currency: string, line: number | null): bigint {
  const match = /^([+-]?)(\d{1,18})?(?:\.(\d{0,8}))?$/.exec(text)
  if (!match || (match[2] === undefined && !match[3])) throw new BooksFault('amount-wrong', line, { value: text })
  const digits = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) throw new BooksFault('amount-too-fine', line, { value: text, currency })
  const minor = BigInt((match[2] ?? '0') + fraction.padEnd(digits, '0'))
  return match[1] === '-' ? -minor : minor
}

/** Writes minor units with all decimals of the currency. */
export function writeAmount(minor: bigint, currency: string): string {
  const digits = minorDigits(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${minor < 0n ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`
}

const absolute = (minor: bigint): bigint => (minor < 0n ? -minor : minor)
/** The amount without its sign, for formats that say debit or credit beside it. */
export const writeAbsolute = (minor: bigint, currency: string): string => writeAmount(absolute(minor), currency)

/** A day of the calendar, given as `YYYYMMDD` or `YYYY-MM-DD`. */
export function readDay(text: string, line: number | null): Day {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
  try {
    if (!match || match[1] === '0000') throw new RangeError(text)
    return Temporal.PlainDate.from(`${match[1]}-${match[2]}-${match[3]}`).toString()
  } catch {
    throw new BooksFault('day-wrong', line, { value: text })
  }
}

export const sumOf = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** Debit and credit turnover of lines, as control totals want them: both positive. */
export function turnover(amounts: Iterable<bigint>): { debit: bigint; credit: bigint } {
  let debit = 0n
  let credit = 0n
  for (const amount of amounts) {
    if (amount >= 0n) debit += amount
    else credit -= amount
  }
  return { debit, credit }
}
