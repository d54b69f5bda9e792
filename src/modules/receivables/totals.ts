/**
 * The sums of an invoice as EN 16931 makes them: each line rounded, tax computed once on what each category and rate adds up to
 * (BT-116, BT-117), the payable amount rounded to whole units where the office wants that (BT-114). Exact throughout.
 */
import { minorDigits } from '../../kernel/money.ts'
import type { VatCategory } from './contract/shapes.ts'
import { type Decimal, decimal, divided, rounded, times } from './decimal.ts'

export interface VatOf {
  readonly code: string
  /** Percent. */
  readonly rate: string
  readonly category: VatCategory
}

export interface LineToSum {
  readonly quantity: string
  readonly price: string
  /** Percent off this line. */
  readonly discount: string | null
  readonly vat: VatOf
  /** What the net is booked on: lines of one account and code are booked together. */
  readonly account: string
}

export interface VatGroup {
  readonly category: VatCategory
  readonly rate: string
  readonly base: bigint
  readonly tax: bigint
  /** What the discount of the whole invoice takes off this group. */
  readonly discount: bigint
}

export interface NetPart {
  readonly account: string
  readonly code: string
  readonly net: bigint
  readonly tax: bigint
}

/** All in minor units of the invoice's currency. */
export interface Totals {
  readonly lines: readonly bigint[]
  readonly gross: readonly bigint[]
  readonly linesSum: bigint
  readonly discount: bigint
  readonly net: bigint
  readonly vat: bigint
  readonly total: bigint
  readonly rounding: bigint
  readonly payable: bigint
  readonly groups: readonly VatGroup[]
  readonly parts: readonly NetPart[]
}

const percent = (of: bigint, share: Decimal): bigint => divided(of * share.units, 100n * 10n ** BigInt(share.scale))
const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, one) => all + one, 0n)

/** Shares an amount out in proportion, to the last unit: what rounding leaves goes to the greatest remainders. */
export function shareOut(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights)
  if (all === 0n) return weights.map((_, at) => (at === 0 ? amount : 0n))
  const exact = weights.map(weight => amount * weight)
  const shares = exact.map(one => one / all)
  const order = exact
    .map((one, at) => ({ at, rest: one % all }))
    .sort((a, b) => (abs(b.rest) > abs(a.rest) ? 1 : abs(b.rest) < abs(a.rest) ? -1 : a.at - b.at))
  let left = amount - sum(shares)
  for (const { at } of order) {
    if (left === 0n) break
    const step = left > 0n ? 1n : -1n
    shares[at]! += step
    left -= step
  }
  return shares
}
const abs = (n: bigint): bigint => (n < 0n ? -n : n)

export function totalsOf(
  lines: readonly LineToSum[],
  { currency, discount, wholeUnits }: { currency: string; discount: string | null; wholeUnits: boolean },
): Totals {
  const digits = minorDigits(currency)
  const gross = lines.map(line => rounded(times(decimal(line.quantity), decimal(line.price)), digits))
  const nets = lines.map((line, at) => gross[at]! - (line.discount ? percent(gross[at]!, decimal(line.discount)) : 0n))
  const keyed = groupBy(lines, line => `${line.vat.category} ${rateKey(line.vat.rate)}`)
  const groups: VatGroup[] = []
  const parts: NetPart[] = []
  for (const members of keyed.values()) {
    const { category, rate } = lines[members[0]!]!.vat
    const before = sum(members.map(at => nets[at]!))
    const off = discount ? percent(before, decimal(discount)) : 0n
    const base = before - off
    const tax = percent(base, decimal(rate))
    groups.push({ category, rate, base, tax, discount: off })
    const booked = [...groupBy(members, at => JSON.stringify([lines[at]!.account, lines[at]!.vat.code])).values()]
    const weights = booked.map(of => sum(of.map(at => nets[members[at]!]!)))
    const [off2, tax2] = [shareOut(off, weights), shareOut(tax, weights)]
    booked.forEach((of, at) => {
      const { account, vat } = lines[members[of[0]!]!]!
      parts.push({ account, code: vat.code, net: weights[at]! - off2[at]!, tax: tax2[at]! })
    })
  }
  const linesSum = sum(nets)
  const off = sum(groups.map(group => group.discount))
  const vat = sum(groups.map(group => group.tax))
  const total = linesSum - off + vat
  const payable = wholeUnits ? divided(total, 10n ** BigInt(digits)) * 10n ** BigInt(digits) : total
  return {
    lines: nets,
    gross,
    linesSum,
    discount: off,
    net: linesSum - off,
    vat,
    total,
    rounding: payable - total,
    payable,
    groups: groups.toSorted((a, b) => Number(b.rate) - Number(a.rate) || (a.category < b.category ? -1 : 1)),
    parts,
  }
}

/** "25", "25.0" and "25.00" are one rate. */
const rateKey = (rate: string): string => String(rounded(decimal(rate), 6))

function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  all.forEach((one, at) => {
    const name = key(one)
    const group = groups.get(name)
    if (group) group.push(at)
    else groups.set(name, [at])
  })
  return groups
}

/** An amount in another currency, at so many units of it for one of the amount's. */
export function converted(minor: bigint, from: string, to: string, rate: string): bigint {
  const at = decimal(rate)
  return rounded({ units: minor * at.units, scale: minorDigits(from) + at.scale }, minorDigits(to))
}
