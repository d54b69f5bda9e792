import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { AccrualRow } from './accruals.ts'

interface Line extends AccrualRow {
  readonly left_minor: bigint
  readonly next_on: Temporal.PlainDate | null
  readonly last_on: Temporal.PlainDate | null
}

/** Spread costs with what is left of each, in the order of their next part. */
export async function accrualLines(view: View, where: RawBuilder<unknown>, currency: string) {
  const { rows } = await sql<Line>`
    select a.*, coalesce(p.left_minor, 0)::bigint as left_minor, p.next_on, p.last_on
    from ledger.accrual a join ${visibleRecords(view, 'ledger-entry').select(['id'])} r on r.id = a.entry_id left join lateral (
      select sum(amount_minor) filter (where entry_id is null) as left_minor, min(part_on) filter (where entry_id is null) as next_on,
        max(part_on) as last_on
      from ledger.accrual_part p where p.organisation_id = a.organisation_id and p.accrual_id = a.id) p on true
    where a.organisation_id = ${view.office.id} and ${where} order by p.next_on nulls last, a.id limit 1000`.execute(
    view.db(),
  )
  return rows.map(row => ({
    id: row.id,
    entryId: row.entry_id,
    text: row.text,
    account: row.account,
    amount: { minor: row.amount_minor, currency },
    remaining: { minor: row.left_minor, currency },
    nextOn: row.next_on,
    lastOn: row.last_on ?? view.today,
    stopped: row.stopped_at !== null,
  }))
}
