/** What everybody and every room has between two moments: read by a few statements, whoever is asked about. */
import { sql } from 'kysely'
import { visibleRecords } from '../../kernel/visibility.ts'
import { workingCalendar } from '../work/contract.ts'
import { stretchesOf } from './hours.ts'
import { habitsOf, type Habits, type Reader } from './people-rows.ts'
import { instantOf } from './clock.ts'
import type { Busy, Person, Room } from './solve/problem.ts'
import { joined, type Span } from './solve/spans.ts'

interface BusyRow {
  readonly calendar_id: string
  readonly from: number
  readonly until: number
  readonly show_as: 'busy' | 'tentative' | 'away'
  readonly event_id: string | null
  readonly hold_id: string | null
}

/** What began longer ago than this and goes on is looked for apart: the calendar keeps an index of such. */
const long = sql`interval '7 days'`

/** What blocks calendars in a window, whatever it is. */
async function busyRows(view: Reader, calendars: readonly string[], [from, until]: Span): Promise<BusyRow[]> {
  if (calendars.length === 0) return []
  const [begins, ends] = [instantOf(from), instantOf(until)]
  const { rows } = await sql<BusyRow>`
    select b.calendar_id, floor(extract(epoch from lower(b.blocks)) / 60)::int as from,
      ceil(extract(epoch from upper(b.blocks)) / 60)::int as until, b.show_as, b.event_id, b.hold_id
    from unnest(${calendars}::uuid[]) as a(calendar_id) cross join lateral (
      select * from calendar.busy_fact b where b.organisation_id = ${view.office.id} and b.calendar_id = a.calendar_id
        and b.start_at < ${ends}::timestamptz + interval '1 day' and b.start_at > ${begins}::timestamptz - ${long}
      union all
      select * from calendar.busy_fact b where b.organisation_id = ${view.office.id} and b.calendar_id = a.calendar_id
        and b.end_at - b.start_at > ${long} and b.end_at > ${begins}::timestamptz and b.start_at <= ${begins}::timestamptz - ${long}) b`.execute(
    view.db(),
  )
  return rows.filter(row => row.until > from && row.from < until).sort((a, b) => a.from - b.from || a.until - b.until)
}

/** Of which sort events are, as far as somebody lets a sort of theirs be moved. */
async function categoriesOf(view: Reader, events: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ event_id: string; category: string }>`
    select event_id, category from calendar.category_fact
    where organisation_id = ${view.office.id} and event_id = any(${events}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [row.event_id, row.category.toLowerCase()]))
}

interface Where {
  readonly room: string
  readonly site: string | null
}

/** In which room each event is, and at which site: asked of the rooms, which are fewer than the events of many people. */
async function roomsOfEvents(view: Reader, [from, until]: Span): Promise<Map<string, Where>> {
  const { rows } = await sql<{ event_id: string; room: string; site: string | null }>`
    select b.event_id, p.calendar_id as room, p.site from calendar.place_fact p
    join calendar.busy_fact b on b.organisation_id = p.organisation_id and b.calendar_id = p.calendar_id
      and b.start_at < ${instantOf(until)}::timestamptz and b.start_at > ${instantOf(from)}::timestamptz - ${long}
    where p.organisation_id = ${view.office.id} and p.type = 'room' and b.event_id is not null
    order by p.calendar_id desc`.execute(view.db())
  return new Map(rows.map(({ event_id, room, site }) => [event_id, { room, site }]))
}

interface Away {
  readonly person_id: string
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate
}

async function absencesOf(view: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Away[]>> {
  const { rows } = await sql<Away>`
    select person_id, from_on, until_on from work.absence_fact
    where organisation_id = ${view.office.id} and person_id = any(${ids}::uuid[])`.execute(view.db())
  return Map.groupBy(rows, row => row.person_id)
}

/** Days on which somebody would rather not be booked, since the schools of their children are closed. */
async function schoolsOut(view: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Away[]>> {
  const { rows } = await sql<Away>`
    select principal_id as person_id, from_on, until_on from calendar.school_choice_fact
    where organisation_id = ${view.office.id} and principal_id = any(${ids}::uuid[])`.execute(view.db())
  return Map.groupBy(rows, row => row.person_id)
}

/** When each is on call, of whichever rota: it stands in calendars as free time. */
async function onCallOf(view: Reader, ids: readonly string[], [from, until]: Span): Promise<Map<string, Span[]>> {
  const { rows } = await sql<{ person_id: string; from: number; until: number }>`
    select person_id, floor(extract(epoch from start_at) / 60)::int as from, ceil(extract(epoch from end_at) / 60)::int as until
    from oncall.turn_fact
    where organisation_id = ${view.office.id} and person_id = any(${ids}::uuid[])
      and start_at < ${instantOf(until)} and end_at > ${instantOf(from)} order by start_at`.execute(view.db())
  const spans = new Map<string, Span[]>()
  for (const row of rows) spans.set(row.person_id, [...(spans.get(row.person_id) ?? []), [row.from, row.until]])
  return spans
}

export interface Wanted {
  readonly must: readonly string[]
  readonly may: readonly string[]
}

/** Calendars in which somebody's time is taken, as far as the asker may see that it is. */
async function calendarsOf(
  view: Reader,
  ids: readonly string[],
  whole = false,
): Promise<{ id: string; ownerId: string }[]> {
  const { rows } = await sql<{ id: string; owner_id: string }>`
    select c.calendar_id as id, c.owner_id from calendar.calendar_fact c
    ${whole ? sql`` : sql`join ${visibleRecords(view, 'calendar').selectAll()} r on r.id = c.calendar_id`}
    where c.organisation_id = ${view.office.id} and c.owner_id = any(${ids}::uuid[]) and c.type in ('main', 'own')
      and c.retired_at is null`.execute(view.db())
  return rows.map(row => ({ id: row.id, ownerId: row.owner_id }))
}

/** People with what stands in their days. Whoever shares nothing of their calendar is known by their hours alone. */
export async function peopleOf(
  view: Reader,
  { must, may }: Wanted,
  window: Span,
  options: Reading = {},
): Promise<Person[]> {
  const ids = [...new Set([...must, ...may])]
  const owners = new Map((await calendarsOf(view, ids, options.whole)).map(({ id, ownerId }) => [id, ownerId]))
  const busy = (await busyRows(view, [...owners.keys()], window)).filter(notOf(options.past))
  const byOwner = Map.groupBy(busy, row => owners.get(row.calendar_id)!)
  const habits = await habitsOf(view, ids)
  const away = await absencesOf(view, ids)
  const closed = await schoolsOut(view, ids)
  const rooms = options.rooms ? await roomsOfEvents(view, window) : new Map<string, Where>()
  const onCall = await onCallOf(view, ids, window)
  const holidays = holidaysOnce()
  const movers = new Set(ids.filter(id => habits(id).movable.length > 0))
  const theirs = busy.filter(row => movers.has(owners.get(row.calendar_id)!))
  const categories = theirs.length > 0 ? await categoriesOf(view, eventsIn(theirs)) : new Map<string, string>()
  return ids.map(id => {
    const own = habits(id)
    const movable = new Set(own.movable.map(one => one.toLowerCase()))
    return {
      id,
      must: must.includes(id),
      known: true,
      busy: (byOwner.get(id) ?? []).map(row => {
        const where = row.event_id === null ? undefined : rooms.get(row.event_id)
        const isMovable = row.event_id !== null && movable.has(categories.get(row.event_id) ?? '')
        return {
          ...plainBusy(row),
          ...(isMovable ? { kind: 'movable' as const } : {}),
          room: where?.room ?? null,
          site: where?.site ?? null,
        }
      }),
      ...withSchools(timesOf(own, away.get(id) ?? [], window, holidays), own, closed.get(id) ?? [], window),
      onCall: joined(onCall.get(id) ?? []),
      rest: own.restMinutes,
    }
  })
}

export interface Reading {
  /** Holds and events of one's own that stand in nobody's way. */
  readonly past?: readonly string[] | undefined
  /** Whatever the asker may see of calendars: where only free starts are told. */
  readonly whole?: boolean
  /** Where everybody is, for the ways between. */
  readonly rooms?: boolean
}

const notOf =
  (past: readonly string[] = []) =>
  (row: BusyRow) =>
    !past.includes(row.hold_id ?? '') && !past.includes(row.event_id ?? '')
const eventsIn = (rows: readonly BusyRow[]): string[] => [...new Set(rows.flatMap(row => row.event_id ?? []))]
const plainBusy = ({ from, until, show_as, event_id }: BusyRow): Busy => ({
  from,
  until,
  kind: show_as === 'tentative' ? 'tentative' : 'fixed',
  event: event_id,
  room: null,
  site: null,
})

type Holidays = (country: string) => (date: Temporal.PlainDate) => boolean

/** Whether a day is a country's holiday, reckoned once for however many people keep it. */
function holidaysOnce(): Holidays {
  const countries = new Map<string, Map<Temporal.PlainDate, boolean>>()
  return country => {
    const known = countries.get(country) ?? new Map<Temporal.PlainDate, boolean>()
    countries.set(country, known)
    const calendar = workingCalendar(country)
    return date => {
      let is = known.get(date)
      // Whoever works on weekends works then: of a country's days only its holidays count.
      if (is === undefined) known.set(date, (is = date.dayOfWeek <= 5 && !calendar.isWorkday(date)))
      return is
    }
  }
}

/** Holidays of the schools one minds are times one would rather not be booked in. */
function withSchools<Times extends { readonly avoid: readonly Span[] }>(
  times: Times,
  { zone, hours }: Habits,
  closed: readonly Away[],
  window: Span,
): Times {
  if (closed.length === 0) return times
  const counts = (date: Temporal.PlainDate) =>
    closed.some(
      one => Temporal.PlainDate.compare(one.from_on, date) <= 0 && Temporal.PlainDate.compare(date, one.until_on) <= 0,
    )
  return { ...times, avoid: joined([...times.avoid, ...stretchesOf(hours, { zone, window, counts })]) }
}

function timesOf({ zone, country, hours, avoid }: Habits, away: readonly Away[], window: Span, holidays: Holidays) {
  const isAway = (date: Temporal.PlainDate) =>
    away.some(
      one => Temporal.PlainDate.compare(one.from_on, date) <= 0 && Temporal.PlainDate.compare(date, one.until_on) <= 0,
    )
  const isHoliday = holidays(country)
  return {
    work: stretchesOf(hours, { zone, window, counts: date => !isHoliday(date) && !isAway(date) }),
    avoid: stretchesOf(avoid, { zone, window, counts: () => true }),
  }
}

export interface SeenRoom extends Room {
  readonly title: string
  readonly busy: readonly Busy[]
}

interface RoomRow {
  readonly id: string
  readonly title: string
  readonly seats: number | null
  readonly equipment: readonly string[]
  readonly site: string | null
  readonly setup_minutes: number
  readonly cleanup_minutes: number
}

/** Rooms that the asker may book for so long, so far ahead, with what stands in them. */
export async function roomsOf(
  view: Reader,
  minutes: number,
  window: Span,
  { past }: Reading = {},
): Promise<SeenRoom[]> {
  const { rows } = await sql<RoomRow>`
    select p.calendar_id as id, r.title, p.seats, p.equipment, p.site, p.setup_minutes, p.cleanup_minutes
    from calendar.place_fact p join ${visibleRecords(view, 'place').selectAll()} r on r.id = p.calendar_id
    where p.organisation_id = ${view.office.id} and p.type = 'room' and p.retired_at is null
      and (p.bookable_by = '{}' or p.bookable_by && ${[...view.principal.audiences]}::uuid[])
      and coalesce(p.longest_minutes >= ${minutes}, true)
      and coalesce(p.ahead_days >= ${Math.ceil((window[0] * 60_000 - view.at.epochMilliseconds) / 86_400_000)}, true)
    order by r.title, r.id`.execute(view.db())
  const busy = (
    await busyRows(
      view,
      rows.map(({ id }) => id),
      window,
    )
  ).filter(notOf(past))
  const byRoom = Map.groupBy(busy, row => row.calendar_id)
  return rows.map(row => {
    const own = byRoom.get(row.id) ?? []
    return {
      id: row.id,
      title: row.title,
      seats: row.seats,
      equipment: row.equipment,
      site: row.site,
      setup: row.setup_minutes,
      cleanup: row.cleanup_minutes,
      booked: joined(own.map(({ from, until }): Span => [from, until])),
      busy: own.map(row => ({ ...plainBusy(row), room: row.calendar_id, site: null })),
    }
  })
}

/** Minutes between sites, either way. */
export async function travelOf(view: Reader): Promise<(from: string, to: string) => number> {
  const { rows } = await sql<{ site: string; other_site: string; minutes: number }>`
    select site, other_site, minutes from scheduling.travel where organisation_id = ${view.office.id}`.execute(
    view.db(),
  )
  const known = new Map(rows.map(row => [`${row.site}\n${row.other_site}`, row.minutes]))
  return (from, to) => known.get(`${from}\n${to}`) ?? known.get(`${to}\n${from}`) ?? 0
}
