/** What an outing costs: what papers of its budget say, and bills that are coded to its project. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { OutingRow, RegistrationRow } from './outing-row.ts'
import { seatsOf } from './seats.ts'

interface Totalled {
  readonly document_id: string
  readonly total_minor: bigint
  readonly currency: string
}

/** What stands on the papers of the budget, where whoever asks may see them. */
export async function onPapers(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, Money>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Totalled>`
    select a.document_id, a.total_minor, a.currency from ${visibleRecords(view, 'document').selectAll()} r
    join documents.amount_fact a on a.organisation_id = ${view.office.id} and a.document_id = r.id
    where r.id = any(${[...ids]}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [row.document_id, { minor: row.total_minor, currency: row.currency }]))
}

export interface CodedBill {
  readonly bill: { readonly id: string; readonly kind: string; readonly title: string }
  readonly cost: Money
}

/** Bills coded to the outing's project; not those whose paper a line of the budget names, which has its figure already. */
export async function codedBills(view: View, row: OutingRow, papers: readonly string[]): Promise<CodedBill[]> {
  if (row.dimension === null || row.code === null) return []
  const { rows } = await sql<{ id: string; title: string; currency: string; cost: bigint }>`
    select r.id, r.title, f.currency, sum(f.cost_minor)::bigint as cost from ${visibleRecords(view, 'bill').selectAll()} r
    join payables.coded_fact f on f.organisation_id = ${view.office.id} and f.bill_id = r.id
    where f.dimensions ->> ${row.dimension} = ${row.code} and not (coalesce(f.document_id = any(${[...papers]}::uuid[]), false))
    group by r.id, r.title, f.currency order by r.title, r.id limit 200`.execute(view.db())
  return rows.map(one => ({
    bill: { id: one.id, kind: 'bill', title: one.title },
    cost: { minor: one.cost, currency: one.currency },
  }))
}

export async function projectOf(view: View, row: OutingRow) {
  if (row.dimension === null || row.code === null) return null
  const { rows } = await sql<{ name: string }>`
    select name from ledger.dimension_fact where organisation_id = ${view.office.id} and dimension = ${row.dimension}
      and code = ${row.code}`.execute(view.db())
  return { dimension: row.dimension, code: row.code, name: rows[0]?.name ?? row.code }
}

interface Line {
  readonly planned: Money
  readonly actual: Money | null
}

const add = (minors: readonly bigint[]): bigint => minors.reduce((sum, minor) => sum + minor, 0n)

/**
 * Planned, spent as far as it is known, and for each head of those who come: what is spent, and what is planned beyond it. Bills in
 * another currency than the budget's are listed, and not added.
 */
export function sums(lines: readonly Line[], bills: readonly CodedBill[], registrations: readonly RegistrationRow[]) {
  const currency = lines[0]?.planned.currency ?? bills[0]?.cost.currency
  if (!currency) return { planned: null, actual: null, perHead: null }
  const same = bills.filter(one => one.cost.currency === currency)
  const coded = add(same.map(one => one.cost.minor))
  const planned = add(lines.map(line => line.planned.minor))
  const known = add(lines.map(line => line.actual?.minor ?? 0n))
  const open = add(lines.filter(line => line.actual === null).map(line => line.planned.minor))
  const isSpent = same.length > 0 || lines.some(line => line.actual !== null)
  // what is coded pays for lines that have no figure of their own yet
  const expected = known + (coded > open ? coded : open)
  const heads = registrations.filter(one => one.answer === 'coming').reduce((sum, one) => sum + seatsOf(one), 0)
  return {
    planned: { minor: planned, currency },
    actual: isSpent ? { minor: known + coded, currency } : null,
    // half a minor unit up: a figure to look at, nothing is paid by it
    perHead: heads > 0 ? { minor: (expected * 2n + BigInt(heads)) / (2n * BigInt(heads)), currency } : null,
  }
}
