import { fromHundredths, magnitude } from './decimal.ts'
import type { AmountAt } from './find-amounts.ts'
import type { Guess } from './found.ts'
import type { MoneyRole, WeighedAmount } from './money.ts'
import type { MoneyAnswer } from './solve-money.ts'
import type { Value } from './value.ts'

/** What other places say the total is: a payment code, the line machines read, a Multibanco check. Hundredths. */
export interface TotalWitness {
  readonly value: bigint
  readonly reason: string
}

/** Where a value stands that is shown for this role. */
export function place(value: Value, role: MoneyRole, also?: MoneyRole): AmountAt {
  const weight = (one: WeighedAmount): number => Math.max(one.weights[role] ?? 0, also ? (one.weights[also] ?? 0) : 0)
  return [...value.places].sort((a, b) => weight(b) - weight(a))[0]?.amount as AmountAt
}

/** The total as guesses, doubted by what is missing and believed by what agrees. */
export function totalGuesses(
  best: MoneyAnswer,
  answers: readonly MoneyAnswer[],
  values: readonly Value[],
  witnesses: readonly TotalWitness[],
  rounded: Value | null,
): Guess[] {
  const chosen = rounded ?? best.total
  const first = totalGuess(chosen, best, values, witnesses, rounded !== null)
  const rivals = answers.filter(one => one.total !== chosen)
  const rest: Guess[] = []
  for (const answer of rivals) {
    if (rest.some(one => one.value === fromHundredths(answer.total.value))) continue
    const confidence = Math.min(first.confidence - 0.05, 0.75 * Math.exp(answer.score - best.score) * first.confidence)
    rest.push({
      value: fromHundredths(answer.total.value),
      span: place(answer.total, 'total', 'payable'),
      confidence,
      sure: false,
      reasons: [],
    })
  }
  return [first, ...rest]
}

function totalGuess(
  total: Value,
  best: MoneyAnswer,
  values: readonly Value[],
  witnesses: readonly TotalWitness[],
  rounded: boolean,
): Guess {
  const said = Math.max(total.weights.total ?? 0, total.weights.payable ?? 0)
  const reasons: string[] = []
  let doubt = 1 - Math.min(0.8, 0.85 * said)
  const damp = (factor: number, reason: string): void => {
    doubt *= factor
    reasons.push(reason)
  }
  if (said >= 0.8) reasons.push('label-beside')
  if (best.addsUp && best.vat && best.vat.value !== 0n && (!rounded || best.net)) damp(0.12, 'net-plus-vat-is-total')
  else if (best.addsUp) damp(zeroVatSaid(best) ? 0.25 : 0.5, 'net-is-total')
  if (total.places.length >= 3) damp(0.7, 'stands-often')
  if (best.ratesAgree) damp(0.5, 'rates-add-up')
  if (best.rateOfTotal) damp(0.25, 'rate-makes-vat')
  if ((total.weights.payable ?? 0) >= 0.7 && (total.weights.total ?? 0) >= 0.74) damp(0.4, 'stands-twice')
  if (labelledPlaces(total) > 1) damp(0.45, 'stands-twice')
  if (total.columnAddsUp) damp(0.35, 'column-adds-up')
  if (cashAgrees(total, values)) damp(0.2, 'cash-less-change-is-total')
  const witness = witnesses.find(one => one.value === total.value)
  if (witness) damp(0.04, witness.reason)
  else if (witnesses.length > 0 && !witnesses.some(one => isPayable(one, values))) doubt = Math.min(1, doubt * 2 + 0.2)
  if (rounded) reasons.push('rounded')
  const at = place(total, 'total', 'payable')
  if (at.doubtful) doubt = Math.min(1, doubt * 1.6 + 0.1)
  const conflict = largerSaid(total, values)
  if (conflict) doubt = Math.min(1, doubt + 0.12)
  const strong =
    [
      'net-plus-vat-is-total',
      'rates-add-up',
      'stands-twice',
      'column-adds-up',
      'rate-makes-vat',
      'cash-less-change-is-total',
    ].some(one => reasons.includes(one)) ||
    witness !== undefined ||
    (best.addsUp && zeroVatSaid(best))
  const explained = best.addsUp && best.ratesAgree
  const sure = said >= (explained ? 0.35 : 0.6) && strong && !at.doubtful && !conflict && doubt < 0.12
  return { value: fromHundredths(total.value), span: at, confidence: 1 - doubt, sure, reasons }
}

/** Codes for payment hold what is left to pay. */
function isPayable(witness: TotalWitness, values: readonly Value[]): boolean {
  return values.some(one => one.value === witness.value && (one.weights.payable ?? 0) >= 0.6)
}

/** Net, a VAT of nothing and the total are each called so. */
function zeroVatSaid(best: MoneyAnswer): boolean {
  return best.vat?.value === 0n && (best.vat.weights.vat ?? 0) >= 0.75 && (best.net?.weights.net ?? 0) >= 0.75
}

function labelledPlaces(value: Value): number {
  return new Set(
    value.places
      .filter(one => (one.weights.total ?? 0) >= 0.5 || (one.weights.payable ?? 0) >= 0.5)
      .map(one => one.amount.row),
  ).size
}

/** Somebody else is called the total as clearly, and nothing explains the difference. */
function largerSaid(total: Value, values: readonly Value[]): boolean {
  const mine = total.weights.total ?? 0
  return values.some(other => {
    if (other === total || (other.weights.total ?? 0) < Math.max(0.75, mine)) return false
    return !values.some(
      part =>
        part.value !== 0n &&
        magnitude(other.value - total.value) === magnitude(part.value) &&
        ['prepaid', 'vat', 'rounding', 'net'].some(role => (part.weights[role as MoneyRole] ?? 0) >= 0.4),
    )
  })
}

/** What was given less what came back is the total of a receipt. */
function cashAgrees(total: Value, values: readonly Value[]): boolean {
  const given = values.filter(value => (value.weights.tendered ?? 0) > 0.5)
  const back = values.filter(value => (value.weights.change ?? 0) > 0.5)
  return given.some(one => back.some(other => one.value - other.value === total.value && one.value !== total.value))
}
