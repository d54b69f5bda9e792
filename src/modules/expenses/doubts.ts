/** What speaks against paying a report as it stands. Pure: what is compared is loaded before. */
import type { DoubtCode } from './contract/shapes.ts'
import type { CategoryRule, Policy } from './rules.ts'
import type { LineRow, ReportRow } from './rows.ts'

/** What was read on a receipt. */
export interface ReceiptFact {
  readonly document_id: string
  readonly issued_on: Temporal.PlainDate | null
  readonly total_minor: bigint | null
  readonly currency: string | null
  readonly duplicate_of: string | null
  readonly duplicate_settled: boolean
  readonly words: string
}

/** A line of another report that may be the same expense. */
export interface OtherLine {
  readonly report_id: string
  readonly document_id: string | null
  readonly on_day: Temporal.PlainDate
  readonly amount_minor: bigint
  readonly currency: string
  readonly text: string
}

export interface Doubt {
  readonly code: DoubtCode
  readonly lineId: string | null
  readonly params: Readonly<Record<string, string | number>>
  readonly otherId: string | null
}

export interface Looked {
  readonly report: Pick<ReportRow, 'left_on' | 'back_on' | 'handed_in_at' | 'currency'>
  readonly lines: readonly LineRow[]
  readonly receipts: ReadonlyMap<string, ReceiptFact>
  readonly others: readonly OtherLine[]
  readonly policyOn: (day: Temporal.PlainDate) => Policy
  readonly ruleOn: (category: string, day: Temporal.PlainDate) => CategoryRule
  /** The day it is, or was, handed in. */
  readonly handedInOn: Temporal.PlainDate
  readonly vatRates: readonly number[]
  /** Amounts as people read them. */
  readonly write: (minor: bigint, currency: string) => string
}

const compare = Temporal.PlainDate.compare
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Words of the six languages for what policy may not pay. */
const drink =
  /\b(vin|rodvin|vitt vin|ol|starkol|sprit|whisky|vodka|cognac|champagne|prosecco|wine|beer|lager|gin tonic|cocktail|wijn|bier|bere|vinho|cerveja|aquavit|akevitt)\b/

export function doubtsOf(looked: Looked): Doubt[] {
  const lines = looked.lines.filter(line => !line.removed)
  const found: Doubt[] = []
  const say = (
    code: DoubtCode,
    line: LineRow | null,
    params: Readonly<Record<string, string | number>> = {},
    otherId: string | null = null,
  ) => found.push({ code, lineId: line?.id ?? null, params, otherId })
  for (const line of lines) {
    if (line.sort === 'receipt') ofReceipt(looked, line, lines, say)
    ofDay(looked, line, say)
  }
  ofLimits(looked, lines, say)
  return found
}

type Say = (
  code: DoubtCode,
  line: LineRow | null,
  params?: Readonly<Record<string, string | number>>,
  otherId?: string | null,
) => void

const sameFacts = (a: OtherLine, b: Pick<LineRow, 'on_day' | 'amount_minor' | 'currency' | 'text'>): boolean =>
  compare(a.on_day, b.on_day) === 0 &&
  a.amount_minor === b.amount_minor &&
  a.currency === b.currency &&
  (folded(a.text) === folded(b.text) || folded(a.text).split(' ')[0] === folded(b.text).split(' ')[0])

function ofReceipt(looked: Looked, line: LineRow, lines: readonly LineRow[], say: Say): void {
  const { report, others, receipts } = looked
  const fact = line.document_id ? receipts.get(line.document_id) : undefined
  const within = lines.filter(other => other.id !== line.id && other.sort === 'receipt')
  const same = line.document_id
    ? (others.find(other => other.document_id === line.document_id) ??
      within.find(other => other.document_id === line.document_id))
    : undefined
  if (same) say('same-receipt', line, {}, same.report_id)
  else {
    const alike =
      others.find(other => sameFacts(other, line)) ??
      within.find(other => other.position < line.position && sameFacts(other, line))
    if (alike) say('same-facts', line, {}, alike.report_id)
  }
  if (fact?.duplicate_of && !fact.duplicate_settled) say('looks-alike', line, {}, fact.duplicate_of)
  const policy = looked.policyOn(line.on_day)
  if (!line.document_id && (line.office_minor ?? 1n) > policy.receiptAbove.minor && line.amount_minor > 0n)
    say('receipt-missing', line)
  if (line.office_minor === null) say('rate-missing', line, { currency: line.currency })
  if (line.proposed) say('not-looked-at', line)
  if (fact?.total_minor && fact.currency === line.currency && line.amount_minor > fact.total_minor)
    say('differs-from-receipt', line, { read: looked.write(fact.total_minor, line.currency) })
  else if (fact?.issued_on && compare(fact.issued_on, line.on_day) !== 0)
    say('differs-from-receipt', line, { read: fact.issued_on.toString() })
  if (line.vat_minor && line.currency === report.currency && !vatComputes(line, looked.vatRates)) say('vat-wrong', line)
  if (!policy.alcohol && drink.test(`${folded(line.text)} ${folded(fact?.words ?? '')}`)) say('alcohol', line)
  const rule = looked.ruleOn(line.category, line.on_day)
  if (rule.withParticipants && !line.participants) say('participants-missing', line)
}

/** Whether tax is what one of the country's rates makes of the rest, or less, as where a paper mixes rates. */
function vatComputes(line: LineRow, rates: readonly number[]): boolean {
  if (rates.length === 0) return true
  const [vat, total] = [Number(line.vat_minor), Number(line.amount_minor)]
  const most = Math.max(...rates)
  const ofRate = (rate: number) => (total * rate) / (100 + rate)
  // One cent of rounding for each rate that may stand on the paper.
  const slack = 2 + total * 0.0002
  if (rates.some(rate => Math.abs(ofRate(rate) - vat) <= slack)) return true
  const least = Math.min(...rates)
  return vat < ofRate(most) && vat > ofRate(least)
}

function ofDay(looked: Looked, line: LineRow, say: Say): void {
  const { report, handedInOn } = looked
  const { left_on: left, back_on: back } = report
  const policy = looked.policyOn(line.on_day)
  if (compare(line.on_day, handedInOn) > 0) say('ahead-of-time', line)
  const late = line.on_day.until(handedInOn, { largestUnit: 'day' }).days
  if (late > policy.handInDays) say('late', line, { days: late })
  if (left && back) {
    // Tickets and hotels are paid ahead.
    const ahead = line.category === 'travel' || line.category === 'lodging'
    if (compare(line.on_day, back) > 0 || (compare(line.on_day, left) < 0 && !ahead)) say('outside-trip', line)
  } else if (line.sort === 'per-diem') say('no-allowance', line)
  else if (policy.weekends && line.on_day.dayOfWeek > 5 && line.sort === 'receipt') say('weekend', line)
}

/** How many take part: those named, and whose report it is. */
export const heads = (participants: string | null): number =>
  participants ? participants.split(/[,;\n]| och | and | og | en | și | e /u).filter(name => name.trim()).length + 1 : 1

function ofLimits(looked: Looked, lines: readonly LineRow[], say: Say): void {
  const { report, write } = looked
  const receipts = lines.filter(line => line.sort === 'receipt' && line.office_minor !== null)
  const days = new Map<string, LineRow[]>()
  for (const line of receipts) {
    const rule = looked.ruleOn(line.category, line.on_day)
    if (!rule.limit) continue
    const amount = line.office_minor!
    const most = rule.per === 'person' ? rule.limit.minor * BigInt(heads(line.participants)) : rule.limit.minor
    if (rule.per !== 'day' && amount > most)
      say('above-limit', line, { limit: write(most, report.currency), amount: write(amount, report.currency) })
    const key = `${line.category} ${line.on_day} ${rule.per === 'day' ? '' : folded(line.text)}`
    days.set(key, [...(days.get(key) ?? []), line])
  }
  for (const group of days.values()) {
    const [first] = group
    const rule = looked.ruleOn(first!.category, first!.on_day)
    const sum = group.reduce((all, line) => all + line.office_minor!, 0n)
    const said = { limit: write(rule.limit!.minor, report.currency), amount: write(sum, report.currency) }
    if (rule.per === 'day' && sum > rule.limit!.minor) say('above-limit', group.at(-1)!, said)
    // One bill paid in pieces, each of which would have passed.
    const each = group.every(line => line.office_minor! <= rule.limit!.minor)
    if (rule.per !== 'day' && group.length > 1 && each && sum > rule.limit!.minor) say('split', group.at(-1)!, said)
  }
}
