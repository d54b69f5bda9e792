import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { settingsOf } from '../settings.ts'
import { calledOf, type VisitorRow } from '../visitor-row.ts'

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'visitor').selectAll()} r
  join visitors.visitor v on v.organisation_id = ${view.office.id} and v.id = r.id`

/** In the order of their times: as a text that sorts so. */
const place = sql`to_char(extract(epoch from coalesce(v.arrived_at, v.start_at)), 'FM00000000000.000000')`

const factsOf = (row: VisitorRow, name: ReturnType<typeof naming>) => ({
  company: row.company,
  host: name(row.host_id),
  day: row.day,
  start: row.start_at,
  end: row.end_at,
  place: row.place,
  plate: row.plate,
  source: row.source,
  badgeNo: row.badge_no,
  ticket: row.ticket,
  called: row.called_at !== null,
  arrivedAt: row.arrived_at,
  receivedAt: row.received_at,
  leftAt: row.left_at,
  forgot: row.forgot,
  told: row.told_times,
})

export const listVisitorsBody = implementQuery(c.listVisitors, async (view, input) => {
  const { day, states, hostId, text } = input
  // Whoever is inside since yesterday is here today.
  const isToday = day && Temporal.PlainDate.compare(day, view.today) === 0
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (day) conditions.push(isToday ? sql`(v.day = ${day} or v.state in ('waiting', 'received'))` : sql`v.day = ${day}`)
  if (input.from) conditions.push(sql`v.day >= ${input.from}`)
  if (input.until) conditions.push(sql`v.day <= ${input.until}`)
  if (states?.length) conditions.push(sql`v.state = any(${states}::text[])`)
  if (hostId) conditions.push(sql`v.host_id = ${hostId}`)
  if (text) conditions.push(sql`(r.title ilike ${liked(text)} or v.company ilike ${liked(text)})`)
  const lines = sql`(select v.*, r.title, r.class, r.version::int as version, ${place} as at_key ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<VisitorRow & { at_key: string }>(view, lines, 'at_key', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.host_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...factsOf(row, name),
    })),
    ...slice,
  }
})

interface Signed {
  readonly what: c.SignedWhat
  readonly signed_at: Temporal.Instant
  readonly document_id: string | null
}

export interface SlipRow {
  readonly id: string
  readonly number: number
  readonly what: 'parking' | 'wifi'
  readonly plate: string | null
  readonly code: string | null
  readonly valid_until: Temporal.Instant
}

export async function slipsOf(view: View, visitorId: string): Promise<SlipRow[]> {
  const { rows } = await sql<SlipRow>`
    select s.id, s.number, s.what, s.plate, v.code, s.valid_until from visitors.slip s
    left join visitors.voucher v on v.organisation_id = s.organisation_id and v.slip_id = s.id
    where s.organisation_id = ${view.office.id} and s.visitor_id = ${visitorId} order by s.number`.execute(view.db())
  return rows
}

export const slipTold = (row: SlipRow) => ({
  id: row.id,
  number: row.number,
  what: row.what,
  plate: row.plate,
  code: row.code,
  until: row.valid_until,
})

export async function seenVisitor(view: View, id: string): Promise<VisitorRow> {
  const { rows } = await sql<VisitorRow>`
    select v.*, r.title, r.class, r.version::int as version ${from(view)} where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'visitor', id })
}

export const getVisitorBody = implementQuery(c.getVisitor, async (view, { id }) => {
  const row = await seenVisitor(view, id)
  const { rows: signed } = await sql<Signed>`
    select what, signed_at, document_id from visitors.signature where organisation_id = ${view.office.id} and visitor_id = ${id} order by what`.execute(
    view.db(),
  )
  const { rows: photos } = await sql`
    select 1 from visitors.photo where organisation_id = ${view.office.id} and visitor_id = ${id}`.execute(view.db())
  const ids = [row.host_id, row.party_id, row.event_id, ...signed.map(one => one.document_id)]
  const name = naming(await namesOf(view, ids))
  const { keep_days } = await settingsOf(view)
  return {
    record: { id, kind: 'visitor', title: row.title, class: row.class, version: row.version, state: row.state },
    ...factsOf(row, name),
    email: row.email,
    phone: row.phone,
    language: row.language,
    about: row.about,
    code: row.code,
    party: name(row.party_id),
    event: name(row.event_id),
    welcomedAt: row.welcomed_at,
    hasPhoto: photos.length > 0,
    eraseOn: row.day.add({ days: keep_days + 1 }),
    signed: signed.map(one => ({ what: one.what, at: one.signed_at, document: name(one.document_id) })),
    slips: (await slipsOf(view, id)).map(slipTold),
    can: whatCan(view, row),
  }
})

function whatCan(view: View, row: VisitorRow) {
  const input = { id: row.id, expectedVersion: row.version }
  const slip = can(view, c.issueSlip, { id: row.id })
  switch (row.state) {
    case 'expected':
      return [
        ...can(view, c.signIn, input, { primary: true }),
        ...can(view, c.changeVisitor, input),
        ...can(view, c.cancelVisitor, input),
        ...slip,
      ]
    case 'waiting':
      return [
        ...can(view, c.meetVisitor, input, { primary: true }),
        ...can(view, c.signOut, input),
        ...(row.ticket !== null && row.called_at === null ? can(view, c.callVisitor, input) : []),
        ...slip,
        ...can(view, c.changeVisitor, input),
        ...can(view, c.takeBackArrival, input),
      ]
    case 'received':
      return [
        ...can(view, c.signOut, input, { primary: true }),
        ...slip,
        ...can(view, c.changeVisitor, input),
        ...can(view, c.takeBackArrival, input),
      ]
    case 'gone':
      return can(view, c.bringBack, input)
    default:
      return Temporal.PlainDate.compare(row.day, view.today) >= 0
        ? can(view, c.expectAgain, input, { primary: true })
        : []
  }
}

export const listWaitingBody = implementQuery(c.listWaiting, async (view, input) => {
  const lines = sql`(select v.*, r.title, ${place} as at_key ${from(view)} where v.state = 'waiting') l`
  const { shown, ...slice } = await sliceOf<VisitorRow & { at_key: string }>(view, lines, 'at_key', 'text', input)
  const late = view.at.subtract({ minutes: (await settingsOf(view)).remind_minutes })
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: 'visitor',
      title: calledOf(row),
      from: row.company,
      at: row.arrived_at ?? row.start_at,
      path: `/visitors/${row.id}`,
      urgent: row.arrived_at !== null && Temporal.Instant.compare(row.arrived_at, late) < 0,
    })),
    ...slice,
  }
})
