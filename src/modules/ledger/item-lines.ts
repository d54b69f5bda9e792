/** Open items as lists show them: those whose paper may be seen. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { ItemState } from './contract/shapes.ts'
import type { ItemSide, PayMethod, PayTo } from './contract/wish.ts'

export interface SeenItem {
  readonly id: string
  readonly side: ItemSide
  readonly record_id: string
  readonly party_id: string | null
  readonly party_name: string
  readonly number: string | null
  readonly issued_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly currency: string
  readonly amount_minor: bigint
  readonly remaining_minor: bigint
  readonly method: PayMethod
  readonly pay_to: PayTo | null
  readonly ready: boolean
  readonly hold_reason: string | null
  readonly state: ItemState
}

/** A subselect of items in these conditions on `i`. */
export const seenItems = (view: View, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select i.*, i.item_id as id from ledger.item_fact i
  join ${visibleRecords(view).select(['id'])} r on r.id = i.record_id
  where i.organisation_id = ${view.office.id} and ${where})`

export async function itemFacts(view: View, rows: readonly SeenItem[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.record_id, row.party_id]),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    side: row.side,
    record: name(row.record_id),
    party: name(row.party_id),
    partyName: row.party_name,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    amount: { minor: row.amount_minor, currency: row.currency },
    remaining: { minor: row.remaining_minor, currency: row.currency },
    method: row.method,
    payTo: row.pay_to,
    ready: row.ready,
    holdReason: row.hold_reason,
    state: row.state,
  }))
}
