/** An entry while it is being written: lines as typed, and what they come to. Whole minor units, no floats. */
import { decimalsOf, readAmount } from '../../../../web/format/money.ts'
import type { VatCode } from '../words.ts'

export interface DraftLine {
  readonly key: number
  /** As typed: a number, or a number with its name. */
  readonly account: string
  readonly vatCode: string
  readonly debit: string
  readonly credit: string
  readonly dimensions: Readonly<Record<string, string>>
}

let keys = 0
export const emptyLine = (): DraftLine => ({
  key: ++keys,
  account: '',
  vatCode: '',
  debit: '',
  credit: '',
  dimensions: {},
})

/** The number of what was typed: everything before the first space. */
export const numberOf = (typed: string): string => typed.trim().split(/\s+/)[0] ?? ''

/** Minor units of an amount as typed; null for what is none. */
export function minorOf(typed: string, currency: string): bigint | null {
  if (!typed.trim()) return 0n
  const amount = readAmount(typed, currency)
  return amount === null ? null : minorOfDecimal(amount, currency)
}

export function minorOfDecimal(amount: string, currency: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const minor = BigInt(whole + fraction.padEnd(decimalsOf(currency), '0'))
  return amount.startsWith('-') ? -minor : minor
}

export function decimalOf(minor: bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const cut = text.length - digits
  return `${minor < 0n ? '-' : ''}${text.slice(0, cut)}${digits ? `.${text.slice(cut)}` : ''}`
}

/** Debit less credit of a line; null where it cannot be read. */
export function netOf({ debit, credit }: DraftLine, currency: string): bigint | null {
  const [plus, minus] = [minorOf(debit, currency), minorOf(credit, currency)]
  return plus === null || minus === null ? null : plus - minus
}

/** The tax that a line's code adds to the sum; reverse charge adds nothing, being on both sides. */
export function taxOf(net: bigint, code: VatCode | undefined): bigint {
  if (!code || (code.vatKind !== 'sale' && code.vatKind !== 'purchase')) return 0n
  const [whole = '0', fraction = ''] = code.vatRate.split('.')
  const product = net * BigInt(whole + fraction.padEnd(2, '0'))
  return product < 0n ? -((-product + 5000n) / 10_000n) : (product + 5000n) / 10_000n
}

export interface Sums {
  readonly tax: bigint
  readonly difference: bigint
  readonly unreadable: boolean
}

/** What the lines come to, tax and all. */
export function sumsOf(lines: readonly DraftLine[], codes: ReadonlyMap<string, VatCode>, currency: string): Sums {
  let [tax, difference, unreadable] = [0n, 0n, false]
  for (const line of lines) {
    const net = netOf(line, currency)
    if (net === null) {
      unreadable = true
      continue
    }
    const own = taxOf(net, codes.get(line.vatCode))
    tax += own
    difference += net + own
  }
  return { tax, difference, unreadable }
}

/** The lines as the command takes them; null while they cannot be posted. */
export function linesOf(lines: readonly DraftLine[], currency: string) {
  const given = lines.filter(line => line.account.trim() || line.debit.trim() || line.credit.trim())
  const made = given.map(line => {
    const net = netOf(line, currency)
    if (net === null || net === 0n || !numberOf(line.account)) return null
    const dimensions = Object.fromEntries(Object.entries(line.dimensions).filter(([, code]) => code))
    return {
      account: numberOf(line.account),
      amount: { amount: decimalOf(net, currency), currency },
      ...(line.vatCode ? { vatCode: line.vatCode } : {}),
      ...(Object.keys(dimensions).length > 0 ? { dimensions } : {}),
    }
  })
  return made.length >= 2 && made.every(line => line !== null) ? made : null
}
