/** What is owed, as the ledger publishes it: as far as the reader may see the records that it stands for. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { AccountRole, PayReference, PayTo } from '../ledger/contract.ts'

type Reader = Pick<Act, 'office' | 'principal' | 'today'> & { db(): unknown }

export interface ItemRow {
  readonly item_id: string
  readonly side: 'payable' | 'receivable'
  readonly record_id: string
  readonly record_kind: string
  readonly title: string
  readonly party_id: string | null
  readonly party_name: string
  readonly number: string | null
  readonly reference_scheme: PayReference['scheme']
  readonly reference: string | null
  readonly issued_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly currency: string
  readonly amount_minor: bigint
  readonly remaining_minor: bigint
  readonly pay_to: PayTo | null
  readonly method: string
  readonly discount_on: Temporal.PlainDate | null
  readonly discount_minor: bigint | null
  readonly ready: boolean
  readonly hold_reason: string | null
  readonly state: 'open' | 'settled' | 'withdrawn'
  /** The run in which it stands already, if it does. */
  readonly run_id: string | null
}

/** Items that fulfil a condition (of `i`), those due first. */
export async function itemsWhere(at: Reader, condition: RawBuilder<unknown>, most = 5000): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.*, r.kind as record_kind, r.title, live.run_id
    from ledger.item_fact i
    join ${visibleRecords(at).selectAll()} r on r.id = i.record_id
    left join lateral (
      select p.run_id from banking.payment_item pi
      join banking.payment p on p.organisation_id = pi.organisation_id and p.id = pi.payment_id
      where pi.organisation_id = i.organisation_id and pi.item_id = i.item_id and pi.live limit 1) live on true
    where i.organisation_id = ${at.office.id} and ${condition}
    order by i.due_on, i.item_id limit ${most}`.execute((at as unknown as View).db())
  return rows
}

export const itemsByIds = (at: Reader, ids: readonly string[]): Promise<ItemRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : itemsWhere(at, sql`i.item_id = any(${[...ids]}::uuid[])`, ids.length)

/** The account of the ledger in which an item stands until it is settled. */
export function roleOf(item: Pick<ItemRow, 'side' | 'record_kind'>): AccountRole {
  if (item.side === 'receivable') return 'receivables'
  return item.record_kind === 'expense-report' ? 'employee-claims' : 'payables'
}

export const referenceOf = (item: ItemRow): PayReference | null =>
  item.reference && item.reference_scheme !== 'none' ? { scheme: item.reference_scheme, value: item.reference } : null
