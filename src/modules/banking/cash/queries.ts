import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { naming, namesOf } from '../../../kernel/named.ts'
import { liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { moneyOf, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'
import { itemsWhere } from '../open-items.ts'
import type { BoxRow, EntryRow } from './box-row.ts'

type Seen = BoxRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly counted_on: Temporal.PlainDate | null
  readonly last_on: Temporal.PlainDate | null
  readonly place: string
}

const boxesSeen = (view: View): RawBuilder<unknown> => sql`
  (select b.*, r.title, r.class, r.version, case when b.is_closed then '1' else '0' end || lower(r.title) as place,
    (select max(n.on_day) from banking.cash_count n where n.organisation_id = b.organisation_id and n.box_id = b.id) as counted_on,
    (select max(e.on_day) from banking.cash_entry e where e.organisation_id = b.organisation_id and e.box_id = b.id) as last_on
  from ${visibleRecords(view, 'cash-box').selectAll()} r
  join banking.cash_box b on b.organisation_id = ${view.office.id} and b.id = r.id) l`

async function factsOf(view: View, rows: readonly Seen[]) {
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.keeper_id),
    ),
  )
  return (row: Seen) => ({
    balance: moneyOf(row.balance_minor, row.currency),
    keeper: name(row.keeper_id),
    countedOn: row.counted_on,
    lastOn: row.last_on,
  })
}
const stateOf = (row: Seen) => (row.is_closed ? ('closed' as const) : ('open' as const))

export const listCashBoxesBody = implementQuery(c.listCashBoxes, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.closed !== undefined) conditions.push(sql`l.is_closed = ${input.closed}`)
  if (input.text) conditions.push(sql`l.title ilike ${liked(input.text)}`)
  const lines = sql`(select l.* from ${boxesSeen(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: stateOf(row),
      ...facts(row),
    })),
    ...slice,
  }
})

/** A box as the reader may see it; in the words of what is not there where he may not. */
async function boxSeen(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select * from ${boxesSeen(view)} where l.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'cash-box', id })
}

export const listCashEntriesBody = implementQuery(c.listCashEntries, async (view, input) => {
  const box = await boxSeen(view, input.boxId)
  const conditions: RawBuilder<unknown>[] = [sql`e.organisation_id = ${view.office.id} and e.box_id = ${box.id}`]
  if (input.from) conditions.push(sql`e.on_day >= ${input.from}`)
  if (input.until) conditions.push(sql`e.on_day <= ${input.until}`)
  if (input.text) conditions.push(sql`(e.text ilike ${liked(input.text)} or e.counterparty ilike ${liked(input.text)})`)
  const where = sql.join(conditions, sql` and `)
  const [number] = partsOfPlace(input.after, 1) ?? []
  const onward = number && /^\d{1,18}$/.test(number) ? sql`and e.number < ${number}::bigint` : sql``
  const { rows } = await sql<EntryRow & { taken_back: boolean }>`
    select e.*, exists (select from banking.cash_entry b where b.organisation_id = e.organisation_id and b.takes_back_id = e.id) as taken_back
    from banking.cash_entry e where ${where} ${onward} order by e.number desc limit ${input.limit + 1}`.execute(
    view.db(),
  )
  const { rows: all } = await sql<{ total: number }>`
    select count(*)::int as total from banking.cash_entry e where ${where}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.document_id, row.made_by_id]),
    ),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({
      id: row.id,
      number: String(row.number),
      on: row.on_day,
      what: row.what,
      text: row.text,
      counterparty: row.counterparty,
      amount: moneyOf(row.amount_minor, box.currency),
      balance: moneyOf(row.balance_minor, box.currency),
      account: row.account,
      document: name(row.document_id),
      takenBack: row.taken_back,
      by: name(row.made_by_id),
    })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(String(last.number)) : null,
  }
})

/** What may be paid from a box or into it: owed, of its currency, in no payment run. */
export const listCashItemsBody = implementQuery(c.listCashItems, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`i.state = 'open' and i.ready and live.run_id is null`]
  if (input.text) conditions.push(sql`(i.party_name ilike ${liked(input.text)} or i.number ilike ${liked(input.text)})`)
  const rows = await itemsWhere(view, sql.join(conditions, sql` and `), input.limit)
  return {
    rows: rows.map(item => ({
      id: item.item_id,
      title: [item.party_name, item.number].filter(Boolean).join(' '),
      detail: wordedAmount(moneyOf(item.remaining_minor, item.currency)),
    })),
    total: rows.length,
    next: null,
  }
})

interface CountRow {
  readonly id: string
  readonly counted_at: Temporal.Instant
  readonly counted_minor: bigint
  readonly booked_minor: bigint
  readonly explanation: string | null
  readonly counted_by_id: string
  readonly witness_id: string | null
}

export const getCashBoxBody = implementQuery(c.getCashBox, async (view, { id }) => {
  const row = await boxSeen(view, id)
  const { rows: counts } = await sql<CountRow>`
    select * from banking.cash_count where organisation_id = ${view.office.id} and box_id = ${id} order by counted_at desc, id desc limit 24`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      counts.flatMap(one => [one.counted_by_id, one.witness_id]),
    ),
  )
  const facts = await factsOf(view, [row])
  return {
    record: { id, kind: 'cash-box', title: row.title, class: row.class, version: row.version, state: stateOf(row) },
    ...facts(row),
    ledgerAccount: row.ledger_account,
    entries: Number(row.last_number),
    counts: counts.map(one => ({
      id: one.id,
      at: one.counted_at,
      counted: moneyOf(one.counted_minor, row.currency),
      difference: moneyOf(one.counted_minor - one.booked_minor, row.currency),
      explanation: one.explanation,
      by: name(one.counted_by_id),
      witness: name(one.witness_id),
    })),
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const common = [...can(view, c.changeCashBox, input), ...can(view, addComment, { recordId: row.id })]
  if (row.is_closed) return [...can(view, c.reopenCashBox, input, { primary: true }), ...common]
  return [
    ...can(view, c.recordCash, input, { primary: true }),
    ...can(view, c.countCash, input),
    ...common,
    ...can(view, c.closeCashBox, input),
  ]
}
