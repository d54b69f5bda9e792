import { columnSums } from './column-sums.ts'
import type { AmountAt } from './find-amounts.ts'
import { magnitude, percentOf } from './decimal.ts'
import type { Label } from './labels.ts'
import { type Row, type Sheet, type Span, startsColumn } from './layout.ts'
import { byRow, columnLabel, tie } from './near.ts'
import type { Concept } from './vocabulary/vocabulary.ts'

/** What an amount may be, with the weight of what its surroundings say. */
export type MoneyRole = 'net' | 'vat' | 'total' | 'payable' | 'prepaid' | 'rounding' | 'tendered' | 'change'

export interface WeighedAmount {
  readonly amount: AmountAt
  readonly weights: Readonly<Partial<Record<MoneyRole, number>>>
  /** Looks like something else: a price, a discount, a fee. */
  readonly other: number
  /** The amounts above it in its column make it: lines of a bill, or net and tax. */
  readonly columnAddsUp: boolean
}

const said: Readonly<Partial<Record<Concept, Readonly<Partial<Record<MoneyRole, number>>>>>> = {
  net: { net: 1 },
  excludingVat: { net: 0.85 },
  vat: { vat: 0.8 },
  vatTotal: { vat: 1 },
  total: { total: 1 },
  includingVat: { total: 0.6 },
  sum: { total: 0.75, net: 0.2 },
  subtotal: { net: 0.6, total: 0.1 },
  payable: { payable: 1, total: 0.7 },
  prepaid: { prepaid: 1 },
  rounding: { rounding: 1 },
  tendered: { tendered: 1, total: 0.15 },
  change: { change: 1 },
}
const elsewhere: readonly Concept[] = ['otherAmount', 'lineAmount', 'discountUntil', 'vatRate']
const money: readonly Concept[] = [...(Object.keys(said) as Concept[]), ...elsewhere]

/** Reads a label together with the qualifier that stands next to it: `Totalt` + `exkl. moms` announces the net amount. */
export function rolesOf(label: Label, labels: readonly Label[]): Readonly<Partial<Record<MoneyRole, number>>> {
  const near = labels.filter(other => other !== label && other.from <= label.to + 1 && other.to >= label.from - 1)
  const quantity = label.concepts.some(one => ['sum', 'total', 'subtotal', 'payable', 'lineAmount'].includes(one))
  if (quantity && near.some(other => other.concepts.includes('excludingVat'))) return { net: 1 }
  if (quantity && near.some(other => other.concepts.includes('includingVat'))) return { total: 1 }
  if (label.concepts.includes('sum') && near.some(other => other.from >= label.to && other.concepts.includes('vat')))
    return { vat: 1 }
  const afterVat =
    label.concepts.includes('sum') &&
    labels.some(other => other.concepts.includes('vat') && other.to <= label.from && label.from - other.to <= 4)
  if (afterVat && !startsColumn(label.row, label.from)) return { vat: 0.7 }
  const weights: Partial<Record<MoneyRole, number>> = {}
  for (const concept of label.concepts) {
    for (const [role, weight] of Object.entries(said[concept] ?? {}) as [MoneyRole, number][]) {
      weights[role] = Math.max(weights[role] ?? 0, weight * label.strength)
    }
  }
  return weights
}

/** Weighs every amount by the labels beside it, above it and at the head of its column. */
export function weighAmounts(
  sheet: Sheet,
  labels: readonly Label[],
  amounts: readonly AmountAt[],
  dates: readonly Span[] = [],
): WeighedAmount[] {
  const inRows = byRow(labels)
  const moneyLabels = labels.filter(label => label.concepts.some(concept => money.includes(concept)))
  const datesByRow = byRow(dates)
  const usable = amounts.filter(
    amount =>
      !isInsideLabel(amount, inRows.get(amount.row) ?? []) && !overlaps(amount, datesByRow.get(amount.row) ?? []),
  )
  const weights = new Map<AmountAt, Partial<Record<MoneyRole, number>>>()
  const others = new Map<AmountAt, number>()
  for (const { label, value, relation, fit, fromRight } of tie(sheet, moneyLabels, usable, () => true)) {
    const roles = rolesOf(label, inRows.get(label.row) ?? [])
    const share = fit * (relation === 'beside' && fromRight > 0 ? 0.55 : 1)
    if (Object.keys(roles).length === 0) others.set(value, Math.max(others.get(value) ?? 0, share))
    add(weights, value, roles, share)
  }
  const heads = byRow(tableHeads(moneyLabels, inRows))
  const amountsByRow = byRow(usable)
  for (const amount of usable) {
    const alone = (amountsByRow.get(amount.row) ?? []).length === 1
    if (alone && Math.max(0, ...Object.values(weights.get(amount) ?? {})) > 0.5) continue
    const head = columnLabel(sheet, heads, amount, 30)
    if (head) addColumn(weights, others, amount, head, inRows)
  }
  const sums = columnSums(usable)
  return usable.map(amount => ({
    amount,
    weights: weights.get(amount) ?? {},
    other: others.get(amount) ?? 0,
    columnAddsUp: sums.has(amount),
  }))
}

function add(
  map: Map<AmountAt, Partial<Record<MoneyRole, number>>>,
  amount: AmountAt,
  roles: Readonly<Partial<Record<MoneyRole, number>>>,
  share: number,
): void {
  const known = map.get(amount) ?? {}
  for (const [role, weight] of Object.entries(roles) as [MoneyRole, number][])
    known[role] = Math.max(known[role] ?? 0, weight * share)
  map.set(amount, known)
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some(other => other.from < span.to && span.from < other.to)
}

function isInsideLabel(amount: AmountAt, labels: readonly Label[]): boolean {
  return !amount.decimals && !amount.marked && labels.some(label => label.from <= amount.from && amount.to <= label.to)
}

/** Labels that head columns: another label stands in their row, and no amount beside them. */
function tableHeads(labels: readonly Label[], inRows: ReadonlyMap<Row, Label[]>): Label[] {
  return labels.filter(label => (inRows.get(label.row) ?? []).length > 1)
}

/** The head of the column: it decides between amounts of one row, as in `Total 24.99 5.00 29.99` under HT, TVA, TTC. */
function addColumn(
  weights: Map<AmountAt, Partial<Record<MoneyRole, number>>>,
  others: Map<AmountAt, number>,
  amount: AmountAt,
  head: { readonly label: Label; readonly rows: number },
  inRows: ReadonlyMap<Row, Label[]>,
): void {
  const roles = rolesOf(head.label, inRows.get(head.label.row) ?? [])
  const rowSaysSum = (inRows.get(amount.row) ?? []).some(
    label => label.to <= amount.from && label.concepts.some(one => ['sum', 'total', 'payable'].includes(one)),
  )
  const known = weights.get(amount) ?? {}
  if (rowSaysSum && (roles.net || roles.vat)) {
    weights.set(amount, { ...known, total: (known.total ?? 0) * 0.3, payable: (known.payable ?? 0) * 0.3 })
    add(weights, amount, roles, 0.95)
  } else if (Object.keys(roles).length > 0) {
    add(weights, amount, roles, Math.max(0.2, 0.6 - 0.06 * head.rows))
  } else {
    others.set(amount, Math.max(others.get(amount) ?? 0, head.rows < 8 ? 0.3 : 0.15))
  }
}

/** A row of a VAT breakdown: rate in hundredths of a percent, base and tax in hundredths. */
export interface RateLine {
  readonly rate: bigint
  readonly base: AmountAt
  readonly tax: AmountAt
}

/** Rows that hold a base, a tax and the rate that makes one of the other: a VAT breakdown, whatever its heads say. */
export function rateLines(amounts: readonly AmountAt[]): RateLine[] {
  const lines: RateLine[] = []
  for (const [row, inRow] of byRow(amounts)) {
    const rates = row.tokens.flatMap(token => rateOf(token.text))
    if (rates.length === 0 || inRow.length < 2) continue
    const line = matchRate(
      inRow.filter(one => one.decimals),
      rates,
    )
    if (line) lines.push(line)
  }
  return lines
}

function matchRate(amounts: readonly AmountAt[], rates: readonly bigint[]): RateLine | null {
  for (const base of amounts) {
    for (const tax of amounts) {
      if (base === tax || tax.value === 0n || magnitude(tax.value) >= magnitude(base.value)) continue
      const rate = rates.find(one => magnitude(percentOf(base.value, one) - tax.value) <= 1n)
      if (rate !== undefined && rate > 0n) return { rate, base, tax }
    }
  }
  return null
}

/** Rates printed in the row of an amount, in hundredths of a percent. */
export function ratesBeside(amount: AmountAt): bigint[] {
  return amount.row.tokens.flatMap((token, index) =>
    index >= amount.from && index < amount.to ? [] : rateOf(token.text),
  )
}

/** Percentages that taxes have: 25 %, 5,5%, or a bare 19 in a column of rates. In hundredths of a percent. */
function rateOf(text: string): bigint[] {
  const match = /^\(?(\d{1,2})(?:[.,](\d{1,2}))?\s?%?\)?[:.]?$/.exec(text)
  if (!match?.[1]) return []
  const rate = BigInt(match[1]) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
  return rate > 0n && rate <= 3000n ? [rate] : []
}
