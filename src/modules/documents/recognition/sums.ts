import { fromHundredths, magnitude } from './decimal.ts'
import type { AmountAt } from './find-amounts.ts'
import type { Guess } from './found.ts'
import { rateLines, type WeighedAmount } from './money.ts'
import type { PaymentCode } from './payment-code.ts'
import { type MoneyAnswer, solveMoney } from './solve-money.ts'
import { place, type TotalWitness, totalGuesses } from './total.ts'
import { type Value, valuesOf } from './value.ts'

/** Guesses for the amounts of a bill. */
export interface Sums {
  readonly net: Guess[]
  readonly vat: Guess[]
  readonly total: Guess[]
  readonly payable: Guess[]
  readonly totals: readonly AmountAt[]
  readonly tendered: boolean
}

/** Chooses net, VAT, total and what is to be paid so that they explain one another. */
export function sumGuesses(
  weighed: readonly WeighedAmount[],
  witnesses: readonly TotalWitness[],
  code: PaymentCode | null,
  till: boolean,
): Sums {
  const values = valuesOf(weighed)
  const lines = rateLines(weighed.map(one => one.amount))
  const answers = favour(solveMoney(values, lines), code)
  const best = answers[0]
  const tendered = values.some(value => (value.weights.tendered ?? 0) > 0.6)
  if (!best) return { ...unlabelled(values), tendered }
  const rounded = roundedPayable(best, values) ?? (till ? payableOnTill(best, values) : null)
  const payable = payableOf(best, values)
  const total = totalGuesses(best, answers, values, witnesses, rounded)
  return {
    total,
    net: partGuesses('net', best, answers),
    vat: vatGuesses(best, answers, code),
    payable: payable ? [payableGuess(payable, best, values)] : [],
    totals: best.total.places.map(place => place.amount),
    tendered,
  }
}

/** The fiscal code states the total of the paper itself; other codes state what is to be paid, which may be less. */
function favour(answers: readonly MoneyAnswer[], code: PaymentCode | null): readonly MoneyAnswer[] {
  if (code?.scheme !== 'portuguese-fiscal' || code.total === undefined) return answers
  const said = answers.filter(one => magnitude(one.total.value) === code.total)
  return [...said, ...answers.filter(one => !said.includes(one))]
}

/** To be paid, where it differs from the total by a printed rounding of less than one unit. */
function roundedPayable(best: MoneyAnswer, values: readonly Value[]): Value | null {
  const rounding = values.find(
    value => (value.weights.rounding ?? 0) > 0.4 && value.value !== 0n && magnitude(value.value) < 100n,
  )
  const near = values.filter(
    value =>
      value !== best.total &&
      ((value.weights.payable ?? 0) > 0.6 || (value.weights.total ?? 0) > 0.5) &&
      magnitude(value.value - best.total.value) < 100n &&
      standsBelow(value, best.total),
  )
  return (
    near.find(value => rounding && magnitude(value.value - best.total.value) === magnitude(rounding.value)) ??
    near.find(value => (value.weights.payable ?? 0) > 0.6 && value.value % 100n === 0n) ??
    null
  )
}

/** Rounding comes between the sum and what is to be paid. */
function standsBelow(value: Value, other: Value): boolean {
  const rows = (one: Value): number[] => one.places.map(({ amount }) => amount.row.index)
  return Math.max(...rows(value)) > Math.min(...rows(other))
}

/** A till says last what is to be paid, after goods taken back or vouchers; that is what was spent. */
function payableOnTill(best: MoneyAnswer, values: readonly Value[]): Value | null {
  return values.find(value => value !== best.total && value.columnAddsUp && (value.weights.payable ?? 0) >= 0.5) ?? null
}

function payableOf(best: MoneyAnswer, values: readonly Value[]): Value | null {
  const candidates = values.filter(value => (value.weights.payable ?? 0) >= 0.7)
  return (
    candidates.sort((a, b) => (b.weights.payable ?? 0) - (a.weights.payable ?? 0))[0] ??
    ((best.total.weights.payable ?? 0) > 0.4 ? best.total : null)
  )
}

function payableGuess(payable: Value, best: MoneyAnswer, values: readonly Value[]): Guess {
  const explained =
    payable.value === best.total.value ||
    values.some(
      value => (value.weights.prepaid ?? 0) > 0.4 && best.total.value - magnitude(value.value) === payable.value,
    )
  return {
    value: fromHundredths(payable.value),
    span: place(payable, 'payable'),
    confidence: explained ? 0.95 : 0.75,
    sure: explained && best.addsUp,
    reasons: explained && payable.value !== best.total.value ? ['label-beside', 'prepaid-explains'] : ['label-beside'],
  }
}

function partGuesses(role: 'net' | 'vat', best: MoneyAnswer, answers: readonly MoneyAnswer[]): Guess[] {
  const chosen = best[role]
  const guesses = chosen ? [partGuess(role, chosen, best)] : []
  for (const answer of answers.slice(0, 40)) {
    const other = answer[role]
    if (!other || guesses.some(one => one.value === fromHundredths(other.value))) continue
    guesses.push({
      value: fromHundredths(other.value),
      span: place(other, role),
      confidence: 0.45 * Math.exp(answer.score - best.score),
      sure: false,
      reasons: [],
    })
    if (guesses.length > 4) break
  }
  return chosen ? guesses : []
}

function partGuess(role: 'net' | 'vat', value: Value, best: MoneyAnswer): Guess {
  const said = value.weights[role] ?? 0
  const real = best.addsUp && best.vat !== null && best.vat.value !== 0n
  const reasons = [
    ...(said >= 0.75 ? ['label-beside'] : []),
    ...(best.addsUp ? ['net-plus-vat-is-total'] : []),
    ...(best.ratesAgree ? ['rates-add-up'] : []),
    ...(best.rateOfTotal ? ['rate-makes-vat'] : []),
  ]
  const totalSaid = Math.max(best.total.weights.total ?? 0, best.total.weights.payable ?? 0)
  const confidence = best.addsUp
    ? (real ? 0.93 : 0.8) + 0.05 * said
    : 0.35 + 0.4 * said + (best.ratesAgree ? 0.15 : 0) + (best.rateOfTotal ? 0.3 : 0)
  const sure = real
    ? totalSaid >= 0.6 && (said >= 0.4 || best.ratesAgree)
    : (best.addsUp && said >= 0.7 && totalSaid >= 0.6) ||
      (role === 'vat' && best.rateOfTotal && said >= 0.4 && totalSaid >= 0.6)
  const flipped = role === 'vat' && best.flipped
  return {
    value: fromHundredths(flipped ? -value.value : value.value),
    span: place(value, role),
    confidence: flipped ? Math.min(0.85, confidence) : confidence,
    sure: sure && !best.flipped,
    reasons: flipped ? [...reasons, 'minus-not-printed'] : reasons,
  }
}

function vatGuesses(best: MoneyAnswer, answers: readonly MoneyAnswer[], code: PaymentCode | null): Guess[] {
  const guesses = partGuesses('vat', best, answers)
  const first = guesses[0]
  if (code?.vat === undefined) return guesses
  if (!first) return [fromCode(code, code.vat)]
  if (fromHundredths(code.vat) !== first.value) return guesses
  return [
    { ...first, confidence: 0.99, sure: true, reasons: [...first.reasons, 'payment-code-agrees'] },
    ...guesses.slice(1),
  ]
}

function fromCode({ code, scheme }: PaymentCode, value: bigint): Guess {
  return {
    value: fromHundredths(value),
    span: null,
    page: code.page,
    box: code.box,
    confidence: 0.97,
    sure: true,
    reasons: ['payment-code', scheme],
  }
}

/** Nothing is called a total: the largest amount with decimals, with little confidence. */
function unlabelled(values: readonly Value[]): Omit<Sums, 'tendered'> {
  const candidates = values
    .filter(value => value.places.some(one => (one.amount.decimals || one.amount.marked) && one.other < 0.7))
    .sort((a, b) => (b.value > a.value ? 1 : b.value < a.value ? -1 : 0))
  const total = candidates.slice(0, 3).map((value, index) => ({
    value: fromHundredths(value.value),
    span: value.places.at(-1)?.amount ?? null,
    confidence: 0.3 - 0.08 * index,
    sure: false,
    reasons: ['largest-amount'],
  }))
  return { net: [], vat: [], total: total.filter(one => one.span !== null), payable: [], totals: [] }
}
