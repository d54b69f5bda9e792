/** Which starts a page offers: rules, hosts' hours, and what stands in their calendars, private or not; only free starts are told. */
import { sql } from 'kysely'
import { dayNumber, instantOf, minutesOf, wallClock } from '../clock.ts'
import { peopleOf, roomsOf } from '../days.ts'
import { stretchesOf, weeklyOf } from '../hours.ts'
import type { Reader } from '../people-rows.ts'
import { takenOf } from '../solve/feasible.ts'
import type { Person } from '../solve/problem.ts'
import { gaps, holds, joined, type Span, union } from '../solve/spans.ts'
import type { Rules } from './rows.ts'

export interface Asked {
  readonly rules: Rules
  readonly minutes: number
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  /** A room is needed: this one, or any where it is null. */
  readonly room: boolean
  readonly placeId: string | null
  /** Of which page bookings of a day are counted. */
  readonly pageId: string | null
  /** What is to be moved or confirmed stands in nobody's way. */
  readonly past?: { readonly bookingId: string; readonly ids: readonly string[] }
}

export interface Open {
  readonly start: Temporal.Instant
  /** Those who are free. */
  readonly hosts: readonly string[]
  readonly placeId: string | null
}

const far = 2 ** 40

/** Those of the starts at which somebody may be booked, the earliest first. */
export async function openStarts(reader: Reader, asked: Asked): Promise<Open[]> {
  const { rules, minutes } = asked
  const window = windowOf(reader, asked)
  if (window[1] <= window[0]) return []
  const wide: Span = [window[0] - 1440, window[1] + 1440]
  const past = asked.past?.ids ?? []
  const people = await peopleOf(reader, { must: rules.hosts, may: [] }, wide, { past, whole: true })
  const taken = await takenByBookings(reader, asked, wide)
  const hours = rules.hours.length === 0 ? null : weekOf(reader, rules, wide)
  const full = await fullDays(reader, asked, wide)
  const blocked = people.map(person => ({
    id: person.id,
    spans: union(blockedOf(person, asked, hours, taken.get(person.id) ?? []), full.get(person.id) ?? []),
  }))
  const rooms = asked.room
    ? (await roomsOf(reader, minutes, wide, { past })).filter(room =>
        asked.placeId ? room.id === asked.placeId : (room.seats ?? 0) > rules.hosts.length,
      )
    : null
  const roomsTaken = rooms?.map(room => ({ id: room.id, spans: takenOf(room, minutes) }))
  const found: Open[] = []
  const first = Math.ceil(window[0] / rules.stepMinutes) * rules.stepMinutes
  for (let start = first; start + minutes <= window[1]; start += rules.stepMinutes) {
    const hosts = blocked.flatMap(({ id, spans }) => (holds(spans, start) ? [] : [id]))
    if (hosts.length === 0 || (rules.way !== 'turns' && hosts.length < rules.hosts.length)) continue
    const place = roomsTaken?.find(({ spans }) => !holds(spans, start))
    if (roomsTaken && !place) continue
    found.push({ start: instantOf(start), hosts, placeId: place?.id ?? null })
  }
  return found
}

/** Not too soon, and not beyond the last day that may be booked. */
function windowOf(reader: Reader, { rules, from, until }: Asked): Span {
  const clock = wallClock(reader.office.zone)
  const soonest = minutesOf(reader.at) + 1 + rules.soonMinutes
  const lastDay = clock.minuteOf(dayNumber(reader.today) + rules.aheadDays, 1440)
  return [Math.max(minutesOf(from), soonest), Math.min(minutesOf(until), lastDay)]
}

const weekOf = (reader: Reader, { hours }: Rules, window: Span): Span[] =>
  stretchesOf(hours.map(weeklyOf), { zone: reader.office.zone, window, counts: () => true })

/** Everything that stands in somebody's day, with the pauses they want around it; outside their hours, or the page's. */
function blockedOf(
  person: Person,
  { minutes, rules }: Asked,
  hours: readonly Span[] | null,
  other: readonly Span[],
): Span[] {
  const around = ([from, until]: Span): Span => [from - rules.afterMinutes - minutes + 1, until + rules.beforeMinutes]
  const taken = joined([...person.busy.map(({ from, until }): Span => [from, until]), ...other].map(around))
  const outside = (open: readonly Span[]) =>
    gaps(joined(open.map(([from, until]): Span => [from, until - minutes + 1])), [-far, far])
  const closed = outside(person.work)
  return union(taken, hours ? union(closed, outside(hours)) : closed)
}

interface Standing {
  readonly id: string
  readonly hosts: readonly string[]
  readonly from: number
  readonly until: number
}

async function standing(reader: Reader, { past }: Asked, window: Span, pageId: string | null): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, hosts, floor(extract(epoch from start_at) / 60)::int as from, ceil(extract(epoch from end_at) / 60)::int as until
    from scheduling.booking b
    where organisation_id = ${reader.office.id} and start_at < ${instantOf(window[1])}::timestamptz and end_at > ${instantOf(window[0])}::timestamptz
      and (state in ('unconfirmed', 'asked') and until_at > ${reader.at}
        or state = 'booked' and not exists (select from calendar.event_fact e
          where e.organisation_id = b.organisation_id and e.event_id = b.event_id and e.status = 'cancelled'))
      and (${pageId}::uuid is null or page_id = ${pageId}) and id is distinct from ${past?.bookingId ?? null}::uuid`.execute(
    reader.db(),
  )
  return rows
}

/** What is asked for or waits for its guest: also of hosts who have no calendar yet. What is booked stands in calendars. */
async function takenByBookings(reader: Reader, asked: Asked, window: Span): Promise<ReadonlyMap<string, Span[]>> {
  const rows = await standing(reader, asked, window, null)
  const found = new Map<string, Span[]>()
  for (const { hosts, from, until } of rows)
    for (const host of hosts) found.set(host, [...(found.get(host) ?? []), [from, until]])
  return found
}

/** Days on which somebody has as many as the page allows. */
async function fullDays(reader: Reader, asked: Asked, window: Span): Promise<ReadonlyMap<string, Span[]>> {
  const { pageId, rules } = asked
  if (rules.perDay === null || pageId === null) return new Map()
  const clock = wallClock(reader.office.zone)
  const rows = await standing(reader, asked, window, pageId)
  return new Map(
    rules.hosts.map(host => {
      const days = Map.groupBy(
        rows.filter(({ hosts }) => hosts.includes(host)),
        ({ from }) => clock.localOf(from).day,
      )
      const full = [...days].filter(([, list]) => list.length >= rules.perDay!)
      return [host, joined(full.map(([day]): Span => [clock.minuteOf(day, 0), clock.minuteOf(day, 1440)]))]
    }),
  )
}

/** Of those who are free whoever had fewest by this page, and then longest none: fair, whatever the order of their names. */
export async function fairest(reader: Reader, pageId: string, hosts: readonly string[]): Promise<string> {
  const { rows } = await sql<{ host: string }>`
    select h.host from unnest(${hosts}::uuid[]) with ordinality as h(host, n)
    left join scheduling.booking b on b.organisation_id = ${reader.office.id} and b.page_id = ${pageId} and h.host = any(b.hosts)
      and b.state in ('unconfirmed', 'asked', 'booked') and b.made_at > ${reader.at}::timestamptz - interval '90 days'
    group by h.host, h.n order by count(b.id), max(b.made_at) nulls first, h.n limit 1`.execute(reader.db())
  return rows[0]!.host
}
