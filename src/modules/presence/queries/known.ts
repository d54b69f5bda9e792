/** What is known of people around a moment: their word, absences, trips, calendars and hours, by one statement each. */
import { sql } from 'kysely'
import type { Standing, View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import type { PresenceState } from '../contract.ts'
import { stretchesAround, type Weekly } from '../hours.ts'
import type { Busy, Known, Span } from '../reckon.ts'

export interface Person {
  readonly known: Known
  readonly note: string
  readonly deputyId: string | null
  readonly onCall: boolean
}

/** As far ahead as calendars are looked through. */
const ahead = { hours: 24 * 14 } as const

interface Row {
  readonly id: string
}
/** A query or a command. */
export type Asking = Pick<View, 'db'> & Standing
type Around = { readonly view: Asking; readonly ids: readonly string[]; readonly at: Temporal.Instant }

const byPerson = <T extends Row>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(rows, row => row.id)

async function wordsOf({ view, ids, at }: Around) {
  const { rows } = await sql<
    Row & { state: PresenceState; until_at: Temporal.Instant; set_at: Temporal.Instant; note: string }
  >`
    select person_id as id, state, until_at, set_at, note from presence.word
    where organisation_id = ${view.office.id} and person_id = any(${ids}::uuid[]) and until_at > ${at}`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

async function leaveOf({ view, ids }: Around) {
  const { rows } = await sql<
    Row & { from_on: Temporal.PlainDate; until_on: Temporal.PlainDate; deputy_id: string | null }
  >`
    select person_id as id, from_on, until_on, deputy_id from work.absence_fact
    where organisation_id = ${view.office.id} and person_id = any(${ids}::uuid[]) and until_on >= ${view.today}`.execute(
    view.db(),
  )
  return byPerson(rows)
}

async function tripsOf({ view, ids }: Around) {
  const { rows } = await sql<Row & { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }>`
    select person_id as id, starts_on, ends_on from travel.trip_fact
    where organisation_id = ${view.office.id} and person_id = any(${ids}::uuid[]) and state <> 'cancelled'
      and ends_on >= ${view.today}`.execute(view.db())
  return byPerson(rows)
}

/** Whoever shares nothing of their calendar is known by their hours alone; what is only tentative does not count. */
async function busyOf({ view, ids, at }: Around) {
  const { rows } = await sql<Row & { start_at: Temporal.Instant; end_at: Temporal.Instant; show_as: string }>`
    select c.owner_id as id, b.start_at, b.end_at, b.show_as from calendar.calendar_fact c
    join ${visibleRecords(view, 'calendar').selectAll()} r on r.id = c.calendar_id
    join calendar.busy_fact b on b.organisation_id = c.organisation_id and b.calendar_id = c.calendar_id
      and b.start_at < ${at.add(ahead)} and b.start_at > ${at.subtract(ahead)} and b.end_at > ${at} and b.show_as in ('busy', 'away')
    where c.organisation_id = ${view.office.id} and c.owner_id = any(${ids}::uuid[]) and c.type in ('main', 'own')
      and c.retired_at is null order by b.start_at`.execute(view.db())
  return byPerson(rows)
}

async function hoursOf({ view, ids }: Around) {
  const { rows } = await sql<
    Row & { zone: string; country: string; weekday: number | null; from: number; until: number }
  >`
    select principal_id as id, zone, country, weekday, from_minute as from, until_minute as until from scheduling.hours_fact
    where organisation_id = ${view.office.id} and principal_id = any(${ids}::uuid[]) order by weekday, from_minute`.execute(
    view.db(),
  )
  return byPerson(rows)
}

async function standInsOf({ view, ids, at }: Around) {
  const { rows } = await sql<Row & { deputy_id: string | null; on_call: boolean }>`
    select c.principal_id as id, c.deputy_id, exists (
      select from oncall.turn_fact t where t.organisation_id = c.organisation_id and t.person_id = c.principal_id
        and t.start_at <= ${at} and t.end_at > ${at}) as on_call
    from authority.colleague c
    where c.organisation_id = ${view.office.id} and c.principal_id = any(${ids}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [row.id, row]))
}

const usualDay = { from: '08:00', until: '17:00', breakFrom: '12:00', breakUntil: '13:00' }

/** The office's working day from its settings, Monday to Friday. */
async function usualHours(view: Asking): Promise<readonly Weekly[]> {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`
    select settings from kernel.organisation where organisation_id = ${view.office.id}`.execute(view.db())
  const minute = (name: keyof typeof usualDay): number => {
    const told = rows[0]?.settings[`workday.${name}`]
    const clock = typeof told === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(told) ? told : usualDay[name]
    return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  }
  const [from, until, breakFrom, breakUntil] = [
    minute('from'),
    minute('until'),
    minute('breakFrom'),
    minute('breakUntil'),
  ]
  const hasBreak = breakFrom > from && breakUntil > breakFrom && breakUntil < until
  const parts: (readonly [number, number])[] = hasBreak
    ? [
        [from, breakFrom],
        [breakUntil, until],
      ]
    : [[from, until]]
  return [1, 2, 3, 4, 5].flatMap(weekday =>
    parts.flatMap(([start, end]) => (end > start ? [{ weekday, from: start, until: end }] : [])),
  )
}

/** Whole days of the office as a stretch. */
const daysOf = (from: Temporal.PlainDate, until: Temporal.PlainDate, zone: string): Span => ({
  from: from.toZonedDateTime(zone).epochMilliseconds,
  until: until.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
})

/** Whether a day is a holiday of a country; whoever works on weekends works then. */
function holidays(country: string): (day: Temporal.PlainDate) => boolean {
  const calendar = workingCalendar(country)
  return day => day.dayOfWeek <= 5 && !calendar.isWorkday(day)
}

/** Stretches reckoned once for all who keep the same hours. */
function stretcher(at: Temporal.Instant): (zone: string, country: string, weekly: readonly Weekly[]) => Span[] {
  const done = new Map<string, Span[]>()
  return (zone, country, weekly) => {
    const key = JSON.stringify([zone, country, weekly])
    const known = done.get(key) ?? stretchesAround(at, zone, weekly, holidays(country))
    done.set(key, known)
    return known
  }
}

export async function knownOf(around: Around): Promise<(id: string) => Person> {
  const { view, at } = around
  const [words, leave, trips, busy, hours, standIns, usual] = await Promise.all([
    wordsOf(around),
    leaveOf(around),
    tripsOf(around),
    busyOf(around),
    hoursOf(around),
    standInsOf(around),
    usualHours(view),
  ])
  const stretches = stretcher(at)
  const hoursFor = (id: string): Span[] => {
    const own = hours.get(id)
    if (!own?.[0]) return stretches(view.office.zone, view.office.country, usual)
    const weekly = own.flatMap(({ weekday, from, until }) => (weekday === null ? [] : [{ weekday, from, until }]))
    return stretches(own[0].zone, own[0].country, weekly)
  }
  return id => {
    const word = words.get(id)
    const away = (leave.get(id) ?? []).filter(one => Temporal.PlainDate.compare(one.from_on, view.today) <= 0)
    const known: Known = {
      word: word
        ? { state: word.state, from: word.set_at.epochMilliseconds, until: word.until_at.epochMilliseconds }
        : null,
      leave: (leave.get(id) ?? []).map(one => daysOf(one.from_on, one.until_on, view.office.zone)),
      trips: (trips.get(id) ?? []).map(one => daysOf(one.starts_on, one.ends_on, view.office.zone)),
      busy: (busy.get(id) ?? []).map(
        (one): Busy => ({
          from: one.start_at.epochMilliseconds,
          until: one.end_at.epochMilliseconds,
          away: one.show_as === 'away',
        }),
      ),
      hours: hoursFor(id),
    }
    const standIn = standIns.get(id)
    return {
      known,
      note: word?.note ?? '',
      deputyId: away.find(one => one.deputy_id)?.deputy_id ?? standIn?.deputy_id ?? null,
      onCall: standIn?.on_call ?? false,
    }
  }
}
