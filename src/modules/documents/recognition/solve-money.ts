import { magnitude } from './decimal.ts'
import type { AmountAt } from './find-amounts.ts'
import { type MoneyRole, type RateLine, ratesBeside } from './money.ts'
import { sumOfTaxes } from './taxes.ts'
import type { Value } from './value.ts'

/** The amounts that together explain a bill best. */
export interface MoneyAnswer {
  readonly net: Value | null
  readonly vat: Value | null
  readonly total: Value
  /** Net and VAT, both printed, make the total. */
  readonly addsUp: boolean
  /** The breakdown by rates adds up to the same VAT. */
  readonly ratesAgree: boolean
  /** Only VAT and total are printed, and the rate beside the VAT makes it of the total. */
  readonly rateOfTotal: boolean
  /** A credit whose VAT is printed without its minus. */
  readonly flipped: boolean
  readonly score: number
}

const fewest = 14

function strongest(values: readonly Value[], role: MoneyRole, least: number): Value[] {
  return values
    .filter(value => (value.weights[role] ?? 0) >= least)
    .sort((a, b) => (b.weights[role] ?? 0) - (a.weights[role] ?? 0))
    .slice(0, fewest)
}

/** All sensible explanations, the best first. */
export function solveMoney(values: readonly Value[], lines: readonly RateLine[]): MoneyAnswer[] {
  const sums = sumsOf(lines)
  const around: Around = {
    roundings: [0n, ...values.filter(isRounding).map(value => value.value)],
    whole: strongest(values, 'total', 0.5),
    paid: values.filter(value => (value.weights.prepaid ?? 0) > 0.4 || value.value < 0n),
  }
  const totals = uniqueValues([
    ...strongest(values, 'total', 0.2),
    ...strongest(values, 'payable', 0.3),
    ...strongest(values, 'tendered', 0.5),
  ])
  const vats = uniqueValues([
    ...strongest(values, 'vat', 0.25),
    ...values.filter(
      value =>
        (sums !== null && magnitude(value.value) === magnitude(sums.tax)) ||
        lines.some(line => line.tax.value === value.value),
    ),
  ])
  const nets = uniqueValues([
    ...strongest(values, 'net', 0.15),
    ...values.filter(value => value.value === sums?.base || lines.some(line => line.base.value === value.value)),
  ])
  const answers: MoneyAnswer[] = []
  for (const total of totals) {
    answers.push(answer(total, null, null, sums, around))
    for (const net of nets) {
      if (!fits(net, total)) continue
      answers.push(answer(total, null, net, sums, around))
      const together = sumOfTaxes(vats, total.value - net.value)
      if (together) answers.push(answer(total, together, net, sums, around))
    }
    for (const vat of vats) {
      if (magnitude(vat.value) * 2n > magnitude(total.value)) continue
      answers.push(answer(total, vat, null, sums, around))
      for (const net of nets) answers.push(answer(total, vat, net, sums, around))
      const rest = values.find(value => value.value === total.value - vat.value)
      if (rest && !nets.includes(rest)) answers.push(answer(total, vat, rest, sums, around))
    }
  }
  return answers.sort((a, b) => b.score - a.score)
}

function uniqueValues(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

function fits(net: Value, total: Value): boolean {
  const rest = magnitude(total.value) - magnitude(net.value)
  return rest >= 0n && rest * 100n <= 35n * magnitude(net.value)
}

interface Sums {
  readonly base: bigint
  readonly tax: bigint
}

/** The breakdown's sums; a repeated line (a table and its total row) counts once. */
function sumsOf(lines: readonly RateLine[]): Sums | null {
  const kept: RateLine[] = []
  for (const line of lines) {
    if (!kept.some(one => one.base.value === line.base.value && one.tax.value === line.tax.value)) kept.push(line)
  }
  if (kept.length === 0) return null
  return { base: sum(kept.map(line => line.base)), tax: sum(kept.map(line => line.tax)) }
}

function sum(amounts: readonly AmountAt[]): bigint {
  return amounts.reduce((all, one) => all + one.value, 0n)
}

/** What was handed over is the total only where net and tax make it. */
function isOnlyTendered(total: Value): boolean {
  return (total.weights.tendered ?? 0) > 0.5 && Math.max(total.weights.total ?? 0, total.weights.payable ?? 0) < 0.4
}

/** What else the answers are weighed by: printed roundings, what is called the total, what was paid before. */
interface Around {
  readonly roundings: readonly bigint[]
  readonly whole: readonly Value[]
  readonly paid: readonly Value[]
}

/** `Total 100.00`, `Paid -30.00`, `To pay 70.00`: what is left to pay is not the total. */
function isLessPaid(left: Value, whole: Value, paid: readonly Value[]): boolean {
  if (magnitude(whole.value) <= magnitude(left.value) || (left.weights.payable ?? 0) < 0.5) return false
  return paid.some(
    one => one !== left && one !== whole && magnitude(one.value) === magnitude(whole.value) - magnitude(left.value),
  )
}

/** A rounding line: less than one unit. */
function isRounding(value: Value): boolean {
  return (value.weights.rounding ?? 0) > 0.4 && value.value !== 0n && magnitude(value.value) < 100n
}

function answer(
  total: Value,
  vat: Value | null,
  net: Value | null,
  sums: Sums | null,
  { roundings, whole, paid }: Around,
): MoneyAnswer {
  let score = totalWeight(total)
  const flipped = isFlipped(total, vat, net)
  const addsUp =
    vat !== null &&
    net !== null &&
    (flipped || roundings.some(one => magnitude(total.value - net.value - vat.value) === magnitude(one)))
  const ratesAgree =
    vat !== null && sums !== null && (flipped ? -vat.value : vat.value) === sums.tax && vat.value !== 0n
  const rateOfTotal = vat !== null && net === null && isRateOfTotal(vat, total.value)
  if (vat) score += 0.8 * (vat.weights.vat ?? 0) + (ratesAgree ? 0.7 : 0)
  if (net) score += 0.8 * (net.weights.net ?? 0) + (sums !== null && sums.base === net.value ? 0.5 : 0)
  if (vat && net) score += addsUp ? bonus(total, vat, net) : -1.4
  else if (vat && rateOfTotal) score += 0.7
  else if (vat) score += lonely(total.value, vat)
  else if (net && net.value !== total.value) score -= 0.3
  if (sums !== null && sums.base + sums.tax === total.value) score += 0.6
  if (total.value === 0n) score -= 0.8
  if (total.columnAddsUp) score += 0.5
  if (!addsUp && isOnlyTendered(total)) score -= 1
  if (whole.some(one => one !== total && isLessPaid(total, one, paid))) score -= addsUp ? 0.2 : 0.9
  return { net, vat, total, addsUp, ratesAgree, rateOfTotal, flipped, score }
}

/** VAT of a gross amount: total × rate / (100 + rate), to a hundredth. */
function isRateOfTotal(vat: Value, total: bigint): boolean {
  if (vat.value === 0n) return false
  return vat.places.some(place =>
    ratesBeside(place.amount).some(rate => magnitude(total * rate - vat.value * (10_000n + rate)) <= 10_000n + rate),
  )
}

function isFlipped(total: Value, vat: Value | null, net: Value | null): boolean {
  return (
    vat !== null &&
    net !== null &&
    total.value < 0n &&
    net.value < 0n &&
    vat.value > 0n &&
    net.value - vat.value === total.value
  )
}

/** Rates of VAT in Europe, and 6 % of the sales tax that receipts elsewhere carry, in tenths of a percent. */
const rates = [
  21, 30, 40, 48, 50, 55, 60, 70, 77, 80, 81, 90, 95, 100, 110, 120, 130, 135, 140, 150, 160, 170, 180, 190, 200, 210,
  220, 230, 240, 250, 255, 260, 270,
].map(BigInt)

function isUsualRate(net: bigint, vat: bigint): boolean {
  return vat === 0n || rates.some(rate => magnitude(net * rate - vat * 1000n) <= 1000n)
}

/** VAT without a net amount: at a usual rate, at a mixture of rates where it is clearly said, or hardly. */
function lonely(total: bigint, vat: Value): number {
  if (isUsualRate(total - vat.value, vat.value)) return 0.1
  return plausible(total - vat.value, vat.value) && (vat.weights.vat ?? 0) >= 0.7 ? -0.4 : -0.9
}

/** That zero VAT adds up says little; that two unlike amounts do says much. */
function bonus(total: Value, vat: Value, net: Value): number {
  if (vat.value === 0n) return (net.weights.net ?? 0) >= 0.5 ? 0.7 : 0.3
  return plausible(net.value, isFlipped(total, vat, net) ? -vat.value : vat.value) &&
    magnitude(net.value) < magnitude(total.value)
    ? 1.8
    : 0.4
}

function totalWeight(total: Value): number {
  const said = Math.max(total.weights.total ?? 0, 0.85 * (total.weights.payable ?? 0))
  const again = total.places.filter(
    place => (place.weights.total ?? 0) >= 0.5 || (place.weights.payable ?? 0) >= 0.5,
  ).length
  return 1.2 * said + 0.12 * Math.min(3, Math.max(0, again - 1)) + 0.05 * Math.min(3, total.places.length - 1)
}

/** VAT is at most 27 % of the net in Europe; sales taxes stay below too. */
function plausible(net: bigint, vat: bigint): boolean {
  if (vat === 0n) return true
  if (net < 0n !== vat < 0n) return false
  return magnitude(vat) * 100n <= 28n * magnitude(net) + 100n && magnitude(vat) * 1000n >= (15n * magnitude(net)) / 10n
}
