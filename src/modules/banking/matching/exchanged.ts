/**
 * Lines that pay in another currency than the account's: by the name we gave a payment, by what the bank says was exchanged, or by
 * the other side and an amount near the rate of the day. Pure; only for lines that nothing else was found for.
 */
import { compact, daysBetween, nameLikeness, nameWords, numberKey, numbersIn } from './keys.ts'
import type { MatchItem, MatchLine, MatchReason, OwnPayment } from './model.ts'

/** The line as the bank exchanged it. */
export interface ExchangedLine extends MatchLine {
  readonly original: { readonly minor: bigint; readonly currency: string } | null
}

export interface ExchangedInput {
  readonly lines: readonly ExchangedLine[]
  readonly payments: readonly OwnPayment[]
  readonly items: readonly MatchItem[]
  /** What an amount is in the line's currency by the rate of the day; null where no rate is known. */
  readonly estimate: (minor: bigint, currency: string, line: ExchangedLine) => bigint | null
}

export interface ExchangedProposal {
  readonly lineId: string
  readonly paymentId?: string
  readonly itemId?: string
  readonly reason: { readonly name: MatchReason; readonly params: Readonly<Record<string, string | number>> }
  readonly sure: boolean
}

/** How far a bank's rate may be from that of the day, with its fee in it: hundredths. */
const nearHundredths = 6n
const abs = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

const near = (line: bigint, estimate: bigint | null): boolean =>
  estimate !== null && line < 0n === estimate < 0n && abs(line - estimate) * 100n <= abs(estimate) * nearHundredths

export function exchangedMatches({ lines, payments, items, estimate }: ExchangedInput): ExchangedProposal[] {
  const taken = new Set<string>()
  return lines.flatMap(line => {
    const found = ofPayment(line, payments, taken, estimate) ?? ofItem(line, items, taken, estimate)
    const id = found?.paymentId ?? found?.itemId
    if (!found || !id) return []
    taken.add(id)
    return [found]
  })
}

function ofPayment(
  line: ExchangedLine,
  payments: readonly OwnPayment[],
  taken: ReadonlySet<string>,
  estimate: ExchangedInput['estimate'],
): ExchangedProposal | null {
  if (line.minor >= 0n || line.reversal) return null
  const free = payments.filter(one => !taken.has(one.id) && one.currency !== line.currency)
  const told = (one: OwnPayment): boolean =>
    line.original?.currency === one.currency && line.original.minor === -one.minor
  const about = (one: OwnPayment): boolean => told(one) || near(line.minor, estimate(-one.minor, one.currency, line))
  const named = free.find(one => one.endToEndId === line.endToEndId || one.endToEndId === line.instructionId)
  const answer = (one: OwnPayment, sure: boolean): ExchangedProposal => ({
    lineId: line.id,
    paymentId: one.id,
    reason: { name: 'own-payment', params: { name: one.payeeName } },
    sure,
  })
  if (named) return answer(named, about(named))
  const words = nameWords(line.partyName ?? line.text)
  const alike = free.filter(one => {
    const late = daysBetween(one.payOn, line.bookedOn)
    if (late < 0 || late > 7 || !about(one)) return false
    const account = one.payeeAccount && line.partyAccount && compact(one.payeeAccount) === compact(line.partyAccount)
    return account || nameLikeness(words, nameWords(one.payeeName)) >= 0.99
  })
  const [only] = alike
  return only && alike.length === 1 ? answer(only, told(only)) : null
}

interface Found {
  readonly item: MatchItem
  readonly told: boolean
  readonly reason: ExchangedProposal['reason']
}

function ofItem(
  line: ExchangedLine,
  items: readonly MatchItem[],
  taken: ReadonlySet<string>,
  estimate: ExchangedInput['estimate'],
): ExchangedProposal | null {
  const references = new Set(line.references.map(one => compact(one.value)))
  const numbers = new Set(numbersIn(line.text))
  const found = items.flatMap((item): Found[] => {
    if (taken.has(item.id) || item.currency === line.currency) return []
    const effect = item.side === 'receivable' ? item.remaining_minor : -item.remaining_minor
    const told = line.original?.currency === item.currency && line.original.minor === effect
    if (!told && !near(line.minor, estimate(effect, item.currency, line))) return []
    if (item.reference && references.has(compact(item.reference)))
      return [{ item, told, reason: { name: 'reference' as const, params: { reference: item.reference } } }]
    if (item.number && (numbers.has(numberKey(item.number)) || references.has(compact(item.number))))
      return [{ item, told, reason: { name: 'number-in-text' as const, params: { number: item.number } } }]
    const account = line.partyAccount && item.partyAccounts.some(one => compact(one) === compact(line.partyAccount!))
    const name = nameLikeness(nameWords(line.partyName ?? line.text), nameWords(item.partyName)) >= 0.6
    return account || name
      ? [{ item, told: false, reason: { name: 'amount-and-name' as const, params: { name: item.partyName } } }]
      : []
  })
  const [only] = found
  if (!only || found.length !== 1) return null
  return { lineId: line.id, itemId: only.item.id, reason: only.reason, sure: only.told }
}
