/** How a bill is probably coded: by the last ones of its supplier, else by the words on it. Pure. */
import type { CodingReason } from './rows.ts'
import { accountByWords } from './coding-words.ts'

export interface CodedLine {
  readonly text: string | null
  readonly net: bigint
  readonly vat: bigint
  readonly vatCode: string | null
  readonly account: string | null
  readonly dimensions: Readonly<Record<string, string>>
  /** The time that the paper says the line is for. */
  readonly period?: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }
}

/** A bill of the supplier that somebody has coded. */
export interface CodedBill {
  readonly net: bigint
  readonly vat: bigint
  readonly lines: readonly CodedLine[]
}

export interface ToCode {
  readonly net: bigint
  readonly vat: bigint
  readonly supplier: string
  readonly words: string
  readonly country: string
  /** Lines that the paper itself states, as an e-invoice does. */
  readonly stated: readonly CodedLine[]
}

export interface Chart {
  /** Null where the office keeps no accounts here: then any number goes. */
  readonly accounts: ReadonlySet<string> | null
  /** Codes for what is bought, by their rate in hundredths of a percent. */
  readonly vatCodes: ReadonlyMap<number, string>
}

export interface Proposal {
  readonly lines: readonly CodedLine[]
  readonly reason: CodingReason | null
}

/** How far a tax may be from its rate for rounding. */
const slack = 2n

/** The rate that a tax is of its net, among those in force; null where none is. */
export function rateOf(net: bigint, vat: bigint, rates: Iterable<number>): number | null {
  if (net === 0n) return null
  for (const rate of rates) {
    const away = (net * BigInt(rate) + (net < 0n ? -5000n : 5000n)) / 10_000n - vat
    if (away <= slack && away >= -slack) return rate
  }
  return null
}

const codeFor = (net: bigint, vat: bigint, { vatCodes }: Chart): string | null => {
  const rate = rateOf(net, vat, vatCodes.keys())
  return rate === null ? null : (vatCodes.get(rate) ?? null)
}

const signature = ({ lines }: CodedBill): string =>
  lines.map(line => `${line.account}|${line.vatCode ?? ''}|${JSON.stringify(line.dimensions)}`).join('\n')

/** Divides a sum as the shares of an earlier one stand; what rounding leaves goes to the last. */
function divide(total: bigint, shares: readonly bigint[]): bigint[] {
  const whole = shares.reduce((all, share) => all + share, 0n)
  if (whole === 0n) return shares.map((_share, index) => (index === 0 ? total : 0n))
  const parts = shares.map(share => (total * share) / whole)
  const rest = total - parts.reduce((all, part) => all + part, 0n)
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part))
}

/** As many of the last ones as were coded alike, the newest first. */
function alike(past: readonly CodedBill[]): number {
  const [newest] = past
  if (!newest) return 0
  const like = signature(newest)
  let count = 0
  while (count < past.length && signature(past[count]!) === like) count++
  return count
}

/** A code under which no tax stood on the paper (reverse charge) does for no paper that bears some. */
const codeAsBefore = (before: CodedLine, net: bigint, vat: bigint, chart: Chart): string | null =>
  before.vat === 0n && vat !== 0n ? codeFor(net, vat, chart) : before.vatCode

function asBefore(bill: ToCode, past: readonly CodedBill[], chart: Chart): Proposal | null {
  const [newest] = past
  if (!newest || newest.lines.length === 0) return null
  const known = (account: string | null) => account !== null && (chart.accounts?.has(account) ?? true)
  if (!newest.lines.every(line => known(line.account))) return null
  const nets = divide(
    bill.net,
    newest.lines.map(line => line.net),
  )
  const vats = divide(bill.vat, newest.vat === 0n ? nets : newest.lines.map(line => line.vat))
  const count = alike(past)
  return {
    lines: newest.lines.map((line, index) => {
      const [net, vat] = [nets[index]!, vats[index]!]
      return { ...line, net, vat, vatCode: codeAsBefore(line, net, vat, chart) }
    }),
    reason: {
      key: count > 1 ? 'coding.as-last' : 'coding.as-once',
      params: { count, supplier: bill.supplier },
    },
  }
}

/** The lines of an e-invoice keep their sums and take the coding that their words, or the supplier's past, call for. */
function asStated(bill: ToCode, past: readonly CodedBill[], chart: Chart): Proposal {
  const before = new Map(
    past.flatMap(one => one.lines.map(line => [fold(line.text ?? ''), line] as const)).toReversed(),
  )
  const usual = past[0]?.lines.length === 1 ? past[0].lines[0]! : null
  const lines = bill.stated.map(line => {
    const same = before.get(fold(line.text ?? '')) ?? usual
    const byWords = accountByWords(bill.country, line.text ?? '', chart.accounts)
    return {
      ...line,
      account: same?.account ?? byWords?.account ?? null,
      vatCode: (same && codeAsBefore(same, line.net, line.vat, chart)) ?? codeFor(line.net, line.vat, chart),
      dimensions: same?.dimensions ?? {},
    }
  })
  return {
    lines,
    reason: { key: past.length > 0 ? 'coding.stated-and-past' : 'coding.stated', params: { supplier: bill.supplier } },
  }
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

export function proposeLines(bill: ToCode, past: readonly CodedBill[], chart: Chart): Proposal {
  if (bill.stated.length > 0) return asStated(bill, past, chart)
  const before = asBefore(bill, past, chart)
  if (before) return before
  const byWords = accountByWords(bill.country, `${bill.supplier} ${bill.words}`, chart.accounts)
  const line = {
    text: null,
    net: bill.net,
    vat: bill.vat,
    vatCode: codeFor(bill.net, bill.vat, chart),
    account: byWords?.account ?? null,
    dimensions: {},
  }
  return { lines: [line], reason: byWords && { key: 'coding.by-word', params: { word: byWords.word } } }
}
