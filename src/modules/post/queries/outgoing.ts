import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { numberOf } from '../item-row.ts'
import { type OutgoingRow, postageShown } from '../outgoing-row.ts'

type Seen = OutgoingRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'post-outgoing').selectAll()} r
  join post.outgoing o on o.organisation_id = ${view.office.id} and o.id = r.id`
const columns = sql`o.*, r.title, r.class, r.version,
  lpad((9999 - o.year)::text, 4, '0') || lpad((99999999 - o.serial)::text, 8, '0') as place`

const lineOf = (row: Seen, name: (id: string | null) => Named | null) => ({
  id: row.id,
  version: row.version,
  number: numberOf(row),
  title: row.title,
  state: row.state,
  sort: row.sort,
  zone: row.zone,
  recipient: row.recipient,
  recipientRecord: name(row.recipient_id),
  stop: name(row.stop_id),
  grams: row.grams,
  pieces: row.pieces,
  postage: postageShown(row),
  tracking: row.tracking,
  readyOn: row.ready_on,
  carrier: row.carrier,
  goneOn: row.gone_on,
  endedOn: row.ended_on,
})

export const listOutgoingBody = implementQuery(c.listOutgoing, async (view, input) => {
  const conditions = [
    input.states ? sql`o.state = any(${input.states}::text[])` : sql`o.state <> 'cancelled'`,
    ...(input.sort ? [sql`o.sort = ${input.sort}`] : []),
    ...(input.from ? [sql`o.ready_on >= ${input.from}::date`] : []),
    ...(input.until ? [sql`o.ready_on <= ${input.until}::date`] : []),
  ]
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or o.recipient ilike ${liked(input.text)}
      or o.tracking ilike ${liked(input.text)} or o.year || '-' || lpad(o.serial::text, 4, '0') ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.recipient_id, row.stop_id]),
    ),
  )
  return { rows: shown.map(row => lineOf(row, name)), ...slice }
})

export const getOutgoingBody = implementQuery(c.getOutgoing, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'post-outgoing', id })
  const name = naming(await namesOf(view, [row.recipient_id, row.stop_id, row.sender_id, row.about_id, row.receipt_id]))
  const { id: _id, version, title, state, ...facts } = lineOf(row, name)
  return {
    record: { id, kind: 'post-outgoing', title, class: row.class, version, state },
    ...facts,
    address: row.address,
    note: row.note,
    postageListed: row.postage_listed,
    sender: name(row.sender_id),
    about: name(row.about_id),
    receipt: name(row.receipt_id),
    returnedWhy: row.returned_why,
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'ready':
      return [
        ...can(view, c.handToCarrier, { ids: [row.id] }, { primary: true }),
        ...can(view, c.changeOutgoing, input),
        ...comment,
        ...can(view, c.cancelOutgoing, input),
      ]
    case 'gone':
      return [
        ...can(view, c.noteDelivered, input, { primary: true }),
        ...can(view, c.noteReturned, input),
        ...can(view, c.changeOutgoing, input),
        ...comment,
      ]
    case 'cancelled':
      return [...can(view, c.restoreOutgoing, input), ...comment]
    default:
      return comment
  }
}

interface Rate {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly sort: c.PostSort
  readonly zone: c.Zone
  readonly max_grams: number
  readonly price_minor: bigint
  readonly currency: string
  readonly valid_from: Temporal.PlainDate
  readonly valid_until: Temporal.PlainDate | null
  readonly ordered: string
}

export const listRatesBody = implementQuery(c.listRates, async (view, input) => {
  const holds = sql`(p.valid_until is null or p.valid_until >= ${view.today}::date)`
  const lines = sql`(select p.*, r.title, r.version,
      p.sort || p.zone || lpad(p.max_grams::text, 6, '0') || p.valid_from as ordered
    from ${visibleRecords(view, 'postage-rate').selectAll()} r
    join post.rate p on p.organisation_id = ${view.office.id} and p.id = r.id
    where ${input.ended ? sql`not ${holds}` : holds}) l`
  const { shown, ...slice } = await sliceOf<Rate>(view, lines, 'ordered', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      sort: row.sort,
      zone: row.zone,
      maxGrams: row.max_grams,
      price: { minor: BigInt(row.price_minor), currency: row.currency },
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    })),
    ...slice,
  }
})

interface Cost {
  readonly month: string
  readonly stop: string | null
  readonly sort: c.PostSort
  readonly pieces: number
  readonly minor: bigint
  readonly currency: string
}

/** A year has some hundred lines at most: they come in one slice. */
export const listCostsBody = implementQuery(c.listCosts, async (view, input) => {
  const conditions = [
    sql`o.gone_on is not null and o.postage_minor is not null`,
    ...(input.from ? [sql`o.gone_on >= ${input.from}::date`] : []),
    ...(input.until ? [sql`o.gone_on <= ${input.until}::date`] : []),
  ]
  const { rows } = await sql<Cost>`
    select to_char(o.gone_on, 'YYYY-MM') as month, s.title as stop, o.sort, sum(o.pieces)::int as pieces,
      sum(o.postage_minor)::bigint as minor, o.postage_currency as currency
    ${from(view)}
    left join ${visibleRecords(view, 'post-stop').select(['id', 'title'])} s on s.id = o.stop_id
    where ${sql.join(conditions, sql` and `)}
    group by 1, 2, 3, 6 order by 1 desc, 2 nulls last, 3, 6`.execute(view.db())
  return {
    rows: rows.map(row => ({
      id: [row.month, row.stop ?? '', row.sort, row.currency].join(':'),
      month: row.month,
      stop: row.stop,
      sort: row.sort,
      pieces: row.pieces,
      postage: { minor: BigInt(row.minor), currency: row.currency },
    })),
    total: rows.length,
    next: null,
  }
})
