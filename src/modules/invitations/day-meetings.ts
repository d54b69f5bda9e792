/** A day's meetings of somebody, as their main calendar has them. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { mainCalendarOf } from './facts.ts'

export interface DayMeeting {
  readonly id: string
  readonly title: string
  readonly recurrence: string
  readonly repeats: boolean
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly from_day: Temporal.PlainDate | null
  readonly until_day: Temporal.PlainDate | null
  readonly zone: string | null
  readonly organiser_id: string | null
}

type Reader = Pick<Act | View, 'office' | 'principal' | 'db'>

/** Between two moments, in their order; what is over already is left out by giving `from` as now. */
export async function meetingsOf(
  at: Reader,
  personId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<DayMeeting[]> {
  const calendarId = await mainCalendarOf(at, personId)
  if (!calendarId) return []
  const { rows } = await sql<DayMeeting>`
    select r.id, r.title, o.recurrence::text, o.repeats, o.start_at, o.end_at, o.from_day, o.until_day, f.zone, f.organiser_id
    from calendar.occurrence_fact o
    join ${visibleRecords(at, 'event').select(['id', 'title'])} r on r.id = o.event_id
    join calendar.event_fact f on f.organisation_id = o.organisation_id and f.event_id = o.event_id
    where o.organisation_id = ${at.office.id} and o.calendar_id = ${calendarId} and o.start_at >= ${from} and o.start_at < ${until}
      and o.status <> 'cancelled' order by o.start_at, r.id`.execute(at.db())
  return rows
}

/** The moments at which a day of the office begins and ends. */
export function dayBounds(day: Temporal.PlainDate, zone: string): { from: Temporal.Instant; until: Temporal.Instant } {
  return {
    from: day.toZonedDateTime(zone).toInstant(),
    until: day.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  }
}
