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
  readonly owner_id: string | null
  readonly from: number
  readonly until: number
  readonly show_as: 'busy' | 'tentative' | 'away'
  readonly event_id: string | null
  readonly hold_id: string | null
  readonly title: string | null
  readonly category: string | null
}

const minute = (edge: 'lower' | 'upper') =>
  sql.raw(`(${edge === 'lower' ? 'floor' : 'ceil'}(extract(epoch from ${edge}(b.blocks)) / 60))::int`)

/** What blocks calendars in a window; titles of what the asker may see. */
async function busyRows(view: Reader, calendars: readonly string[], [from, until]: Span): Promise<BusyRow[]> {
  if (calendars.length === 0) return []
  const [begins, ends] = [instantOf(from), instantOf(until)]
  const long = sql`interval '7 days'`
  const { rows } = await sql<BusyRow>`
    with asked as materialized (select unnest(${calendars}::uuid[]) as calendar_id),
    b as (
      select b.* from asked a cross join lateral (
        select * from calendar.busy_fact b where b.organisation_id = ${view.office.id} and b.calendar_id = a.calendar_id
          and b.start_at < ${ends}::timestamptz + interval '1 day' and b.start_at > ${begins}::timestamptz - ${long}
        union
        select * from calendar.busy_fact b where b.organisation_id = ${view.office.id} and b.calendar_id = a.calendar_id
          and b.end_at - b.start_at > ${long} and b.end_at > ${begins}::timestamptz and b.start_at < ${ends}::timestamptz) b),
    seen as (select r.id, r.title from ${visibleRecords(view, 'event').selectAll()} r
      where r.id in (select event_id from b where event_id is not null))
    select b.calendar_id, ${minute('lower')} as from, ${minute('upper')} as until, b.show_as, b.event_id, b.hold_id, s.title, k.category
    from b
    left join seen s on s.id = b.event_id
    left join calendar.category_fact k on k.organisation_id = ${view.office.id} and k.event_id = b.event_id
    order by 2, 3`.execute(view.db())
  return rows.filter(row => row.until > from && row.from < until)
}

/** In which room each event is, and at which site. */
async function roomsOfEvents(view: Reader, events: readonly string[]) {
  if (events.length === 0) return new Map<string, { room: string; site: string | null }>()
  const { rows } = await sql<{ event_id: string; room: string; site: string | null }>`
    select g.event_id, g.calendar_id as room, p.site from calendar.guest_fact g
    join calendar.place_fact p on p.organisation_id = g.organisation_id and p.calendar_id = g.calendar_id and p.type = 'room'
    where g.organisation_id = ${view.office.id} and g.event_id = any(${events}::uuid[]) and g.answer <> 'declined'
    order by g.position desc`.execute(view.db())
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

export interface Wanted {
  readonly must: readonly string[]
  readonly may: readonly string[]
}

/** Calendars in which somebody's time is taken, as far as the asker may see that it is. */
async function calendarsOf(view: Reader, ids: readonly string[]): Promise<{ id: string; ownerId: string }[]> {
  const { rows } = await sql<{ id: string; owner_id: string }>`
    select c.calendar_id as id, c.owner_id from calendar.calendar_fact c
    join ${visibleRecords(view, 'calendar').selectAll()} r on r.id = c.calendar_id
    where c.organisation_id = ${view.office.id} and c.owner_id = any(${ids}::uuid[]) and c.type in ('main', 'own')
      and c.retired_at is null`.execute(view.db())
  return rows.map(row => ({ id: row.id, ownerId: row.owner_id }))
}

/** People with what stands in their days. Whoever shares nothing of their calendar is known by their hours alone. */
export async function peopleOf(view: Reader, { must, may }: Wanted, window: Span, past?: string): Promise<Person[]> {
  const ids = [...new Set([...must, ...may])]
  const calendars = await calendarsOf(view, ids)
  const owners = new Map(calendars.map(({ id, ownerId }) => [id, ownerId]))
  const busy = (await busyRows(view, [...owners.keys()], window)).filter(row => !past || row.hold_id !== past)
  const rooms = await roomsOfEvents(view, [...new Set(busy.flatMap(row => row.event_id ?? []))])
  const byOwner = Map.groupBy(busy, row => owners.get(row.calendar_id)!)
  const habits = await habitsOf(view, ids)
  const away = await absencesOf(view, ids)
  return ids.map(id => {
    const own = habits(id)
    return {
      id,
      must: must.includes(id),
      known: true,
      busy: (byOwner.get(id) ?? []).map(row => busyOf(row, own, rooms)),
      ...timesOf(own, away.get(id) ?? [], window),
      onCall: [],
      rest: own.restMinutes,
    }
  })
}

function busyOf(
  row: BusyRow,
  { movable }: Habits,
  rooms: ReadonlyMap<string, { room: string; site: string | null }>,
): Busy {
  const where = row.event_id === null ? undefined : rooms.get(row.event_id)
  const isMovable = row.category !== null && movable.some(one => one.toLowerCase() === row.category!.toLowerCase())
  return {
    from: row.from,
    until: row.until,
    kind: isMovable ? 'movable' : row.show_as === 'tentative' ? 'tentative' : 'fixed',
    title: row.title,
    room: where?.room ?? null,
    site: where?.site ?? null,
  }
}

function timesOf({ zone, country, hours, avoid }: Habits, away: readonly Away[], window: Span) {
  const calendar = workingCalendar(country)
  const isAway = (date: Temporal.PlainDate) =>
    away.some(
      one => Temporal.PlainDate.compare(one.from_on, date) <= 0 && Temporal.PlainDate.compare(date, one.until_on) <= 0,
    )
  // Whoever works on weekends works then: of a country's days only its holidays count.
  const isHoliday = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !calendar.isWorkday(date)
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
export async function roomsOf(view: Reader, minutes: number, window: Span, past?: string): Promise<SeenRoom[]> {
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
  ).filter(row => !past || row.hold_id !== past)
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
      busy: own.map(({ from, until, title, show_as }) => ({
        from,
        until,
        title,
        kind: show_as === 'tentative' ? 'tentative' : 'fixed',
        room: row.id,
        site: row.site,
      })),
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
