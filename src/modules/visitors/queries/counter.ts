import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface KeyRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly type: (typeof c.keyTypes)[number]
  readonly number: string | null
  readonly note: string
  readonly state: (typeof c.keyStates)[number]
  readonly to_id: string | null
  readonly to_name: string | null
  readonly due_at: Temporal.Instant | null
  readonly key: string
}

const keys = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'door-key').selectAll()} r
  join visitors.door_key k on k.organisation_id = ${view.office.id} and k.id = r.id
  left join visitors.loan l on l.organisation_id = k.organisation_id and l.key_id = k.id and l.returned_at is null`

export const listKeysBody = implementQuery(c.listKeys, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states?.length) conditions.push(sql`k.state = any(${input.states}::text[])`)
  if (input.text)
    conditions.push(
      sql`(r.title ilike ${liked(input.text)} or k.number ilike ${liked(input.text)} or l.to_name ilike ${liked(input.text)})`,
    )
  const lines = sql`(select k.*, r.title, r.class, r.version::int as version, l.to_id, l.to_name, l.due_at,
      case when l.due_at < ${view.at} then '0' when k.state = 'lent' then '1' when k.state = 'in' then '2' else '3' end || r.title as key
    ${keys(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<KeyRow>(view, lines, 'key', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.to_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      type: row.type,
      number: row.number,
      to: name(row.to_id),
      toName: row.to_name,
      due: row.due_at,
      late: row.due_at !== null && Temporal.Instant.compare(row.due_at, view.at) < 0,
    })),
    ...slice,
  }
})

interface LoanRow {
  readonly id: string
  readonly to_id: string | null
  readonly to_name: string
  readonly lent_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly returned_at: Temporal.Instant | null
  readonly lent_by_id: string
}

export const getKeyBody = implementQuery(c.getKey, async (view, { id }) => {
  const { rows } =
    await sql<KeyRow>`select k.*, r.title, r.class, r.version::int as version ${keys(view)} where r.id = ${id}`.execute(
      view.db(),
    )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'door-key', id })
  const { rows: loans } = await sql<LoanRow>`
    select * from visitors.loan where organisation_id = ${view.office.id} and key_id = ${id} order by lent_at desc, id limit 100`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      loans.flatMap(one => [one.to_id, one.lent_by_id]),
    ),
  )
  const input = { id, expectedVersion: row.version }
  return {
    record: { id, kind: 'door-key', title: row.title, class: row.class, version: row.version, state: row.state },
    type: row.type,
    number: row.number,
    note: row.note,
    loans: loans.map(one => ({
      id: one.id,
      to: name(one.to_id),
      toName: one.to_name,
      lentAt: one.lent_at,
      due: one.due_at,
      returnedAt: one.returned_at,
      by: name(one.lent_by_id),
    })),
    can:
      row.state === 'in'
        ? [...can(view, c.lendKey, input, { primary: true }), ...can(view, c.loseKey, input)]
        : [
            ...can(view, c.returnKey, input, { primary: true }),
            ...(row.state === 'lent' ? can(view, c.loseKey, input) : []),
          ],
  }
})

interface ParcelRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly state: (typeof c.parcelStates)[number]
  readonly sender: string
  readonly for_id: string | null
  readonly for_name: string
  readonly count: number
  readonly place: string
  readonly came_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
  readonly collected_by: string | null
  readonly strokes: string | null
  readonly key: string
}

const parcels = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'held-parcel').selectAll()} r
  join visitors.held_parcel p on p.organisation_id = ${view.office.id} and p.id = r.id`

const parcelTold = (row: ParcelRow, name: ReturnType<typeof naming>) => ({
  for: name(row.for_id),
  forName: row.for_name,
  sender: row.sender,
  count: row.count,
  place: row.place,
  cameAt: row.came_at,
  endedAt: row.ended_at,
  collectedBy: row.collected_by,
})

export const listParcelsBody = implementQuery(c.listParcels, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states?.length) conditions.push(sql`p.state = any(${input.states}::text[])`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select p.*, r.title, r.class, r.version::int as version,
      case p.state when 'waiting' then '0' || to_char(extract(epoch from p.came_at), 'FM00000000000.000000')
        else '1' || to_char(10000000000 - extract(epoch from p.came_at), 'FM00000000000.000000') end as key
    ${parcels(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<ParcelRow>(view, lines, 'key', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.for_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...parcelTold(row, name),
    })),
    ...slice,
  }
})

export const getParcelBody = implementQuery(c.getParcel, async (view, { id }) => {
  const { rows } =
    await sql<ParcelRow>`select p.*, r.title, r.class, r.version::int as version ${parcels(view)} where r.id = ${id}`.execute(
      view.db(),
    )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'held-parcel', id })
  const input = { id, expectedVersion: row.version }
  return {
    record: { id, kind: 'held-parcel', title: row.title, class: row.class, version: row.version, state: row.state },
    ...parcelTold(row, naming(await namesOf(view, [row.for_id]))),
    strokes: row.strokes,
    can:
      row.state === 'waiting'
        ? [...can(view, c.handOverParcel, input, { primary: true }), ...can(view, c.returnParcel, input)]
        : [],
  }
})
