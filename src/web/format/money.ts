/** Money is written as it stands on the paper: `48 312,50 SEK`; figures never touch a float. */
import type { WireMoney } from '../answers.ts'
import { figureLocale, numberFormat } from './locale.ts'

const nbsp = '\u00a0'

/** Decimals of a currency, ISO 4217 as Intl knows it. */
export function decimalsOf(currency: string): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** The amount alone: `48 312,50`. Intl formats the decimal string exactly, whatever its size. */
export function formatAmount(money: WireMoney, country: string): string {
  const digits = decimalsOf(money.currency)
  const format = numberFormat(figureLocale(country), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always' as never,
  })
  return format
    .format(money.amount as Intl.StringNumericLiteral)
    .replaceAll('\u202f', nbsp)
    .replace('-', '−')
}

export const formatMoney = (money: WireMoney, country: string): string =>
  `${formatAmount(money, country)}${nbsp}${money.currency}`

/**
 * Reads an amount as people type it: `1 234,50`, `1.234,50`, `1,234.50`, `1234`, `-12`. The last separator followed by one
 * or two digits (or as many as the currency has) is the decimal one. Null when it is no amount of that currency.
 */
export function readAmount(text: string, currency: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[−–]/, '-')
  const match = /^(-?)(\d[\d.,]*)$/.exec(bare)
  if (!match) return null
  const figures = match[2] ?? ''
  const digits = decimalsOf(currency)
  const last = Math.max(figures.lastIndexOf(','), figures.lastIndexOf('.'))
  const tail = last < 0 ? '' : figures.slice(last + 1)
  const isDecimal = last >= 0 && tail.length <= digits && !(tail.length === 0 && digits === 0)
  const groups = isDecimal ? figures.slice(0, last) : figures
  if (!isDecimal && last >= 0 && !/^\d{1,3}([.,]\d{3})+$/.test(figures)) return null
  const whole = groups.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = isDecimal ? tail : ''
  return `${match[1]}${whole}${digits ? `.${fraction.padEnd(digits, '0')}` : ''}`
}

function minorOf({ amount, currency }: WireMoney): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const minor = BigInt(whole + fraction.padEnd(decimalsOf(currency), '0').slice(0, decimalsOf(currency)))
  return amount.startsWith('-') ? -minor : minor
}

/** What several amounts come to, one sum for each currency, in the order they first came. */
export function sumMoney(amounts: readonly WireMoney[]): WireMoney[] {
  const sums = new Map<string, bigint>()
  for (const money of amounts) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + minorOf(money))
  return [...sums].map(([currency, minor]) => ({ amount: decimalOf(minor, currency), currency }))
}

function decimalOf(minor: bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${minor < 0n ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`
}
