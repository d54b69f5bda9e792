/** How rooms and things are used: counted from what was laid out, whoever may read it; nothing of any booking is told but that it was. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { type SeenCalendar, seenCalendars } from '../seen.ts'

interface Row {
  readonly id: string
  readonly weekday: number
  readonly bookings: number
  readonly minutes: number
  readonly checked: number
  readonly no_shows: number
  readonly people: number
}

/** What is asked about at once. */
const longestDays = 800
/** Hours of a working day that a room could be booked. */
const hoursADay = 9

async function used(view: View, ids: readonly string[], from: string, until: string): Promise<Row[]> {
  const { zone } = view.office
  const [begins, ends] = [from, Temporal.PlainDate.from(until).add({ days: 1 }).toString()].map(day =>
    Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant(),
  )
  const { rows } = await sql<Row>`
    select o.calendar_id as id, extract(isodow from o.start_at at time zone ${zone})::int as weekday, count(*)::int as bookings,
      coalesce(sum(extract(epoch from o.end_at - o.start_at) / 60) filter (where o.show_as <> 'free'), 0)::int as minutes,
      count(o.checked_in_at)::int as checked,
      count(*) filter (where o.show_as = 'free' and not o.exclusive and o.checked_in_at is null and o.start_at <= ${view.at})::int as no_shows,
      coalesce(sum(g.people), 0)::int as people
    from calendar.occurrence o
    left join lateral (select count(g.event_id) + (case when count(*) filter (where g.principal_id = e.organiser_id) = 0 then 1 else 0 end) as people
      from calendar.event e left join calendar.guest g on g.organisation_id = e.organisation_id and g.event_id = e.id
        and g.calendar_id is null and g.answer <> 'declined'
      where e.organisation_id = o.organisation_id and e.id = o.event_id group by e.id) g on true
    where o.organisation_id = ${view.office.id} and o.calendar_id = any(${[...ids]}::uuid[]) and o.event_id is not null
      and o.start_at >= ${begins} and o.start_at < ${ends} group by 1, 2`.execute(view.db())
  return rows
}

const weekdaysBetween = (from: string, until: string): number => {
  let days = 0
  for (let day = Temporal.PlainDate.from(from); day.toString() <= until; day = day.add({ days: 1 }))
    if (day.dayOfWeek < 6) days++
  return days
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

function useOf(place: SeenCalendar, rows: readonly Row[], days: number) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const byWeekday = Array.from({ length: 7 }, (_, n) => rows.find(({ weekday }) => weekday === n + 1)?.minutes ?? 0)
  const [bookings, bookedMinutes] = [sum(row => row.bookings), sum(row => row.minutes)]
  const people = bookings > 0 ? sum(row => row.people) / bookings : null
  const working = byWeekday.slice(0, 5).reduce((total, minutes) => total + minutes, 0)
  return {
    id: place.id,
    title: place.title,
    type: place.place_type ?? ('room' as const),
    site: place.site ?? null,
    seats: place.seats ?? null,
    bookings,
    bookedMinutes,
    checkedIn: place.release_minutes ? sum(row => row.checked) : null,
    noShows: sum(row => row.no_shows),
    byWeekday,
    people: people === null ? null : rounded(people),
    filled: people === null || !place.seats ? null : rounded(people / place.seats),
    busy: days === 0 ? 0 : rounded(Math.min(1, working / (days * hoursADay * 60))),
  }
}

type Use = ReturnType<typeof useOf>

const sorters: Readonly<Record<string, (a: Use, b: Use) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title),
  bookings: (a, b) => a.bookings - b.bookings,
  bookedMinutes: (a, b) => a.bookedMinutes - b.bookedMinutes,
  noShows: (a, b) => a.noShows - b.noShows,
  people: (a, b) => (a.people ?? -1) - (b.people ?? -1),
  filled: (a, b) => (a.filled ?? -1) - (b.filled ?? -1),
  busy: (a, b) => a.busy - b.busy,
}

function sorted(rows: readonly Use[], sort: string | undefined): Use[] {
  const by = sorters[sort?.replace('-', '') ?? '']
  if (!by) return [...rows]
  return rows.toSorted((a, b) => (sort!.startsWith('-') ? by(b, a) : by(a, b)))
}

export const placeUseBody = implementQuery(c.placeUse, async (view, { id, text, sort, limit, after, ...asked }) => {
  const until = asked.until ?? view.today.toString()
  const from = asked.from ?? Temporal.PlainDate.from(until).subtract({ days: 27 }).toString()
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  if (days < 0 || days > longestDays)
    view.refuse(kernelRefusals.inputInvalid, {
      issues: [{ path: 'until', message: `after from, within ${longestDays} days`, code: 'custom' }],
    })
  const places = [...(await seenCalendars(view, id ? [id] : null)).values()].filter(({ type }) => type === 'place')
  if (id && places.length === 0) view.refuse(kernelRefusals.notFound, { kind: 'place', id })
  const wanted = text?.toLocaleLowerCase()
  const kept = places.filter(
    ({ retired_at, title }) => (id || retired_at === null) && (!wanted || title.toLocaleLowerCase().includes(wanted)),
  )
  const rows = await used(
    view,
    kept.map(one => one.id),
    from,
    until,
  )
  const byPlace = Map.groupBy(rows, row => row.id)
  const working = weekdaysBetween(from, until)
  const found = sorted(
    kept.map(place => useOf(place, byPlace.get(place.id) ?? [], working)),
    sort,
  )
  const start = after ? Number(after) || 0 : 0
  const end = start + limit
  return { rows: found.slice(start, end), total: found.length, next: end < found.length ? String(end) : null }
})
