import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Named } from '../../../kernel/shapes.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { dbOf, type ItemRow, numberOf } from '../item-row.ts'

export type SeenItem = ItemRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: string
  readonly deliver_to: string | null
  readonly away_until: Temporal.PlainDate | null
  readonly at_stop: string | null
  readonly stop_place: string | null
  readonly placed: string
}

/** Whom it is given to today: their deputy while they are away, unless it is personal; and where on the round that is. */
export const itemsFrom = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'post-item').selectAll()} r
  join post.item i on i.organisation_id = ${view.office.id} and i.id = r.id
  left join lateral (
    select a.until_on, coalesce(a.deputy_id, c.deputy_id) as deputy_id
    from work.absence_fact a
    left join authority.colleague c on c.organisation_id = a.organisation_id and c.principal_id = a.person_id
    where a.organisation_id = i.organisation_id and a.person_id = i.for_id
      and ${view.today}::date between a.from_on and a.until_on
    order by a.until_on desc limit 1
  ) away on i.state in ('received', 'out')
  left join lateral (select case when away.until_on is null then i.for_id
    when i.personal then null else away.deputy_id end as person_id) d on true
  left join post.stop_person sp on sp.organisation_id = i.organisation_id and sp.person_id = coalesce(d.person_id, i.for_id)
  left join post.stop s on s.organisation_id = i.organisation_id and s.id = coalesce(i.stop_id, sp.stop_id)`

export const itemColumns = sql`i.*, r.title, r.class, r.version, d.person_id as deliver_to, away.until_on as away_until,
  s.id as at_stop, s.place as stop_place,
  lpad((9999 - i.year)::text, 4, '0') || lpad((99999999 - i.serial)::text, 8, '0') as place,
  lpad(coalesce(s.position, 10000)::text, 5, '0') || coalesce(s.place, '') as placed`

export async function linesOf(view: View, rows: readonly SeenItem[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.sender_id, row.for_id, row.at_stop, row.deliver_to, row.holder_id]),
    ),
  )
  return rows.map(row => lineOf(view, row, name))
}

function lineOf(view: View, row: SeenItem, name: (id: string | null) => Named | null) {
  const open = row.state === 'received' || row.state === 'out'
  return {
    id: row.id,
    version: row.version,
    number: numberOf(row),
    title: row.title,
    state: row.state,
    sort: row.sort,
    sender: row.sender,
    senderRecord: name(row.sender_id),
    for: name(row.for_id),
    stop: name(row.at_stop),
    place: row.stop_place ?? '',
    deliverTo: open ? name(row.deliver_to) : null,
    awayUntil: row.away_until,
    personal: row.personal,
    holder: open ? name(row.holder_id) : null,
    mine: open && row.holder_id === view.principal.id,
    tracking: row.tracking,
    arrivedOn: row.arrived_on,
    answerBy: row.answer_by,
    late: open && Temporal.PlainDate.compare(row.arrived_on.add({ days: 2 }), view.today) < 0,
    attempts: row.attempts,
    missed: row.missed,
  }
}

const boxes: Readonly<Record<string, (view: View) => RawBuilder<unknown>>> = {
  open: () => sql`i.state in ('received', 'out')`,
  unsorted: () => sql`i.state = 'received' and i.for_id is null and i.stop_id is null`,
  mine: view =>
    sql`i.state in ('received', 'out') and (i.holder_id = ${view.principal.id} or i.for_id = ${view.principal.id})`,
  delivered: () => sql`i.state in ('delivered', 'returned')`,
  all: () => sql`i.state <> 'removed'`,
}

export const listItemsBody = implementQuery(c.listItems, async (view, input) => {
  const conditions = [boxes[input.box ?? 'all']!(view)]
  if (input.sort) conditions.push(sql`i.sort = ${input.sort}`)
  if (input.forId) conditions.push(sql`i.for_id = ${input.forId}`)
  if (input.from) conditions.push(sql`i.arrived_on >= ${input.from}::date`)
  if (input.until) conditions.push(sql`i.arrived_on <= ${input.until}::date`)
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or i.sender ilike ${liked(input.text)}
      or i.tracking ilike ${liked(input.text)} or i.year || '-' || lpad(i.serial::text, 4, '0') ilike ${liked(input.text)})`)
  const lines = sql`(select ${itemColumns} ${itemsFrom(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<SeenItem>(view, lines, 'place', 'text', input)
  return { rows: await linesOf(view, shown), ...slice }
})

export const listRoundBody = implementQuery(c.listRound, async (view, input) => {
  const stage =
    input.stage === 'ready'
      ? sql`i.state = 'received' and (i.for_id is not null or i.stop_id is not null)`
      : sql`i.state = 'out'`
  const lines = sql`(select ${itemColumns} ${itemsFrom(view)}
    where i.holder_id = ${view.principal.id} and ${stage}) l`
  const { shown, ...slice } = await sliceOf<SeenItem>(view, lines, 'placed', 'text', input)
  return { rows: await linesOf(view, shown), ...slice }
})

async function custodyOf(view: View, id: string) {
  const rows = await dbOf(view)
    .selectFrom('post.custody')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('item_id', '=', id)
    .orderBy('n')
    .execute()
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.from_id, row.to_id]),
    ),
  )
  return rows.map(row => ({
    n: row.n,
    way: row.way,
    from: name(row.from_id),
    to: name(row.to_id),
    toName: row.to_name,
    at: row.at,
    note: row.note,
    signature: row.signature,
  }))
}

/** The papers bound to a record. */
export async function papersOf(view: View, id: string): Promise<Named[]> {
  const { rows } = await sql<{ to_id: string }>`
    select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id} and relation = 'attachment'
    order by to_id`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.to_id),
    ),
  )
  return rows.flatMap(row => name(row.to_id) ?? [])
}

export const getItemBody = implementQuery(c.getItem, async (view, { id }) => {
  const { rows } = await sql<SeenItem>`select ${itemColumns} ${itemsFrom(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'post-item', id })
  const [{ id: _id, version, title, state, ...facts }] = (await linesOf(view, [row])) as [
    Awaited<ReturnType<typeof linesOf>>[number],
  ]
  return {
    record: { id, kind: 'post-item', title, class: row.class, version, state },
    ...facts,
    note: row.note,
    postmarkOn: row.postmark_on,
    receiptRule: row.receipt_rule,
    receiptOn: row.receipt_on,
    answerDays: row.answer_days,
    deliveredAt: row.delivered_at,
    custody: await custodyOf(view, id),
    documents: await papersOf(view, id),
    can: offers(view, row),
  }
})

function offers(view: View, row: SeenItem): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  if (row.state === 'removed') return [...can(view, c.restoreItem, input), ...comment]
  if (row.state === 'delivered' || row.state === 'returned') return [...can(view, c.changeItem, input), ...comment]
  const mine = row.holder_id === view.principal.id
  const sorted = row.for_id !== null || row.stop_id !== null
  const passing = mine
    ? [
        ...can(view, c.deliverItem, row.deliver_to ? { ...input, toId: row.deliver_to } : input, { primary: sorted }),
        ...can(view, c.handOverItem, input),
        ...can(view, c.missItem, input),
      ]
    : can(view, c.takeItem, input, { primary: sorted })
  return [
    ...(sorted ? [] : can(view, c.changeItem, input, { primary: true })),
    ...passing,
    ...(sorted ? can(view, c.changeItem, input) : []),
    ...(mine ? can(view, c.returnItem, input) : []),
    ...comment,
    ...(row.custody_n === 1 && row.state === 'received' ? can(view, c.removeItem, input) : []),
  ]
}
