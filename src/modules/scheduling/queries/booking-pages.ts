import { type RawBuilder, sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePath, readLinkSecret } from '../../../kernel/outside/link.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { openStarts } from '../booking/open-starts.ts'
import { bookingsOf, kindsOf, pageOf, type PageRow } from '../booking/rows.ts'
import { remindableBooking } from '../commands/bookings.ts'
import { dayNumber, instantOf, wallClock } from '../clock.ts'
import * as c from '../contract.ts'

type Seen = PageRow & {
  readonly class: number
  readonly version: number
  readonly coming: number
  readonly waiting: number
  readonly place: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'booking-page').selectAll()} r
  join scheduling.booking_page p on p.organisation_id = ${view.office.id} and p.id = r.id`

const columns = (view: View) => sql`p.*, r.title, r.class, r.version, lower(r.title) as place,
  (select count(*)::int from scheduling.booking b left join calendar.event_fact e on e.organisation_id = b.organisation_id and e.event_id = b.event_id
    where b.organisation_id = p.organisation_id and b.page_id = p.id and b.state = 'booked' and b.start_at > ${view.at}
      and e.status is distinct from 'cancelled') as coming,
  (select count(*)::int from scheduling.booking b
    where b.organisation_id = p.organisation_id and b.page_id = p.id and (b.state = 'asked' or b.wanted_at is not null)) as waiting`

export const listBookingPagesBody = implementQuery(c.listBookingPages, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`p.state = any(${input.states ?? ['open']}::text[])`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select ${columns(view)} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const names = await namesOf(
    view,
    shown.flatMap(row => row.hosts),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      way: row.way,
      hosts: row.hosts.flatMap(id => names.get(id) ?? []),
      coming: row.coming,
      waiting: row.waiting,
    })),
    ...slice,
  }
})

export const getBookingPageBody = implementQuery(c.getBookingPage, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns(view)} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'booking-page', id })
  const kinds = await kindsOf(view, id)
  const bookings = await bookingsOf(view, id)
  const name = naming(
    await namesOf(view, [
      row.owner_id,
      ...row.hosts,
      ...kinds.map(kind => kind.place_id),
      ...bookings.flatMap(one => [...one.hosts, one.event_id]),
    ]),
  )
  const named = (ids: readonly string[]) => ids.flatMap(one => name(one) ?? [])
  const secret = await readLinkSecret(view.db())
  const input = { id, expectedVersion: row.version }
  const isOpen = row.state === 'open'
  return {
    record: { id, kind: 'booking-page', title: row.title, class: row.class, version: row.version, state: row.state },
    way: row.way,
    hosts: named(row.hosts),
    owner: name(row.owner_id),
    intro: row.intro,
    kinds: kinds.map(kind => ({
      id: kind.id,
      title: kind.title,
      minutes: kind.minutes,
      venue: kind.venue,
      place: name(kind.place_id),
      details: kind.details,
    })),
    hours: [...row.hours],
    soonMinutes: row.soon_minutes,
    aheadDays: row.ahead_days,
    perDay: row.per_day,
    beforeMinutes: row.before_minutes,
    afterMinutes: row.after_minutes,
    stepMinutes: row.step_minutes,
    changeMinutes: row.change_minutes,
    approval: row.approval,
    verify: row.verify,
    questions: [...row.questions],
    path: isOpen && secret ? outsidePath(secret, 'book', { organisationId: view.office.id, id }) : null,
    bookings: bookings.map(one => ({
      id: one.id,
      kind: one.kind_title,
      state: one.state,
      start: one.start_at,
      end: one.end_at,
      wanted: one.wanted_at,
      hosts: named(one.hosts),
      name: one.name,
      email: one.email,
      contact: one.contact,
      answers: [...one.answers],
      event: name(one.event_id),
      mail: one.mail,
    })),
    mayChange: limitOf(view.principal, c.changeBookingPage.permission) !== undefined,
    can: isOpen ? can(view, c.closeBookingPage, input) : can(view, c.reopenBookingPage, input, { primary: true }),
  }
})

const previewDays = 28

export const previewBookingPageBody = implementQuery(c.previewBookingPage, async (view, input) => {
  const clock = wallClock(view.office.zone)
  const day = dayNumber(input.from ?? view.today)
  const until = instantOf(clock.minuteOf(day + previewDays, 1440))
  // Of colleagues whose calendar is none of the asker's business no free times are told.
  const hosts = input.hosts?.length ? input.hosts : [view.principal.id]
  const names = await namesOf(view, hosts)
  const open = await openStarts(view, {
    rules: { ...input, hosts: hosts.filter(id => names.has(id)), hours: input.hours ?? [], perDay: null },
    minutes: input.minutes,
    from: instantOf(clock.minuteOf(day, 0)),
    until,
    room: input.room,
    placeId: input.placeId ?? null,
    pageId: null,
  })
  return { starts: open.map(({ start }) => start), until }
})

export const countBookingsDueBody = implementQuery(c.countBookingsDue, async view => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from scheduling.booking b where b.organisation_id = ${view.office.id} and b.until_at <= ${view.at})::int
      + (select count(*) from scheduling.booking b where b.organisation_id = ${view.office.id} and ${remindableBooking(view.at)})::int as count`.execute(
    view.db(),
  )
  return { count: rows[0]!.count }
})

/** Whose page it is, where it is still there. */
export const pageSeen = async (view: View, id: string): Promise<PageRow | null> => {
  const seen = await visibleRecords(view, 'booking-page').select('id').where('id', '=', id).executeTakeFirst()
  return seen ? ((await pageOf(view, id)) ?? null) : null
}
