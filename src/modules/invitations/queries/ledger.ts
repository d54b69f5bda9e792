import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { answersAddressOf, dbOf, eventOf, type GuestFact, guestsOf } from '../facts.ts'
import { type GuestRow, guestRows, type MessageRow, type ProposalRow } from '../ledger.ts'

interface MeetingLine {
  readonly id: string
  readonly title: string
  /** As text that sorts: the next time, or the last. */
  readonly sort_key: string
  readonly start_at: Temporal.Instant
  readonly all_day: boolean
  readonly organiser_id: string | null
  readonly cancelled: boolean
  readonly guests: number
  readonly accepted: number
  readonly tentative: number
  readonly declined: number
  readonly missing: number
  readonly bounced: number
  readonly proposals: number
}

const answered = (answer: string) => sql`count(*) filter (where g.answer = ${answer})::int`

/** Meetings of the office with guests outside, by when they are next. */
const meetings = (view: View, conditions: RawBuilder<unknown>) => sql`(
  select r.id, r.title, f.all_day, f.organiser_id, f.status = 'cancelled' as cancelled, n.start_at,
    to_char(n.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as sort_key, g.guests, g.accepted, g.tentative, g.declined, g.missing,
    coalesce(b.bounced, 0) as bounced, coalesce(p.proposals, 0) as proposals
  from ${visibleRecords(view, 'event').select(['id', 'title'])} r
  join calendar.event_fact f on f.organisation_id = ${view.office.id} and f.event_id = r.id and f.organiser_id is not null
  join lateral (
    select count(*)::int as guests, ${answered('accepted')} as accepted, ${answered('tentative')} as tentative,
      count(*) filter (where g.answer in ('declined', 'delegated'))::int as declined, ${answered('none')} as missing
    from calendar.guest_fact g where g.organisation_id = f.organisation_id and g.event_id = f.event_id and g.email is not null
  ) g on g.guests > 0
  join lateral (
    select coalesce(min(o.start_at) filter (where o.end_at >= ${view.at}), max(o.start_at)) as start_at,
      bool_or(o.end_at >= ${view.at}) as ahead
    from calendar.occurrence_fact o where o.organisation_id = f.organisation_id and o.event_id = f.event_id
  ) n on n.start_at is not null
  left join lateral (
    select count(*)::int as bounced from invitations.guest i
    where i.organisation_id = f.organisation_id and i.event_id = f.event_id and i.bounced_at is not null
  ) b on true
  left join lateral (
    select count(*)::int as proposals from invitations.proposal p
    where p.organisation_id = f.organisation_id and p.event_id = f.event_id and p.state = 'open'
  ) p on true
  where ${conditions}) l`

export const listMeetingsBody = implementQuery(c.listMeetings, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.box !== 'all') conditions.push(sql`n.ahead and f.status <> 'cancelled'`)
  if (input.box === 'open') conditions.push(sql`g.missing > 0`)
  if (input.box === 'trouble') conditions.push(sql`(coalesce(b.bounced, 0) > 0 or coalesce(p.proposals, 0) > 0)`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const { shown, ...slice } = await sliceOf<MeetingLine>(
    view,
    meetings(view, sql.join(conditions, sql` and `)),
    'sort_key',
    'text',
    input,
  )
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.organiser_id),
    ),
  )
  return {
    rows: shown.map(({ sort_key: _key, start_at, all_day, organiser_id, ...row }) => ({
      ...row,
      start: start_at,
      allDay: all_day,
      organiser: name(organiser_id),
    })),
    ...slice,
  }
})

export const messageLine = (row: MessageRow) => ({
  id: row.id,
  direction: row.direction,
  method: row.method,
  email: row.email,
  name: row.name,
  state: row.state,
  because: row.because,
  answer: row.answer,
  said: row.said,
  at: row.at,
})

const proposalLine = (row: ProposalRow) => ({
  id: row.id,
  email: row.email,
  name: row.name,
  recurrence: row.recurrence,
  start: row.start_at,
  end: row.end_at,
  from: row.from_day?.toString() ?? null,
  until: row.until_day?.toString() ?? null,
  said: row.said,
  state: row.state,
  at: row.at,
})

function standOf(fact: GuestFact, row: GuestRow | undefined, failed: boolean): c.GuestStand {
  if (fact.answer !== 'none') return fact.answer
  if (row?.bounced_at) return 'bounced'
  if (failed) return 'failed'
  return row?.told ? 'asked' : 'not-asked'
}

export const getLedgerBody = implementQuery(c.getLedger, async (view, { id }) => {
  const record = await visibleRecords(view, 'event')
    .select(['id', 'title', 'class'])
    .where('id', '=', id)
    .executeTakeFirst()
  const event = record && (await eventOf(view, id))
  if (!record || !event) return view.refuse(kernelRefusals.notFound, { kind: 'event', id })
  const rows = new Map((await guestRows(view, id)).map(row => [row.email, row]))
  const db = dbOf(view)
  const messages = await db
    .selectFrom('invitations.message')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('event_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .execute()
  const proposals = await db
    .selectFrom('invitations.proposal')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('event_id', '=', id)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  const outside = (await guestsOf(view, id)).filter(({ email }) => email !== null)
  const failed = (email: string) => {
    const last = messages.find(row => row.direction === 'out' && row.email === email)?.state
    return last === 'failed' || last === 'no-door'
  }
  const guests = outside.map(fact => {
    const email = fact.email!
    const row = rows.get(email)
    return {
      email,
      name: fact.name ?? email,
      stand: standOf(fact, row, failed(email)),
      note: fact.note,
      askedAt: row?.asked_at ?? null,
      answeredAt: fact.answered_at,
      remindedAt: row?.reminded_at ?? null,
      bouncedBecause: row?.bounced_because ?? null,
    }
  })
  const here = event.organiser_id !== null
  const ahead =
    event.status !== 'cancelled' && (!event.until_at || Temporal.Instant.compare(event.until_at, view.at) > 0)
  const missing = guests.some(({ stand }) => stand === 'asked' || stand === 'bounced')
  return {
    id,
    title: record.title,
    organisedHere: here,
    organiserEmail: event.organiser_email,
    guests,
    proposals: proposals.map(proposalLine),
    messages: messages.map(messageLine),
    mailWorks: mailDoor() !== null,
    can: [
      ...(here && ahead && missing ? can(view, c.remind, { id }, { primary: true }) : []),
      ...(here && ahead && guests.length > 0 ? can(view, c.resend, { id }) : []),
      ...(ahead ? can(view, c.warnLate, { id }) : []),
      ...(!here && ahead ? can(view, c.proposeTime, { id }) : []),
    ],
  }
})

export const listUnsettledBody = implementQuery(c.listUnsettled, async view => {
  const { rows } = await sql<MessageRow>`
    select m.* from invitations.message m
    join ${visibleRecords(view).select('id')} r on r.id = coalesce(m.event_id, m.document_id)
    where m.organisation_id = ${view.office.id} and m.state = 'to-settle' order by m.at desc, m.id desc limit 200`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.event_id, row.document_id]),
    ),
  )
  const guests = new Map<string, { email: string; name: string }[]>()
  for (const eventId of new Set(rows.flatMap(row => row.event_id ?? [])))
    guests.set(
      eventId,
      (await guestsOf(view, eventId)).flatMap(({ email, name: own }) => (email ? [{ email, name: own ?? email }] : [])),
    )
  return {
    rows: rows.map(row => ({
      ...messageLine(row),
      event: name(row.event_id),
      document: name(row.document_id),
      guests: (row.event_id && row.method === 'REPLY' && guests.get(row.event_id)) || [],
    })),
    total: rows.length,
    next: null,
  }
})

export const countOpenBody = implementQuery(c.countOpen, async view => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::int from invitations.message m
        join ${visibleRecords(view).select('id')} r on r.id = coalesce(m.event_id, m.document_id)
        where m.organisation_id = ${view.office.id} and m.state = 'to-settle')
      + (select count(*)::int from invitations.proposal p
        join ${visibleRecords(view, 'event').select('id')} r on r.id = p.event_id
        where p.organisation_id = ${view.office.id} and p.state = 'open') as count`.execute(view.db())
  return { count: rows[0]!.count }
})

export const getSettingsBody = implementQuery(c.getSettings, async view => ({
  answersAddress: await answersAddressOf(view),
  mailWorks: mailDoor() !== null,
  can: can(view, c.changeSettings, {}, { primary: true }),
}))
