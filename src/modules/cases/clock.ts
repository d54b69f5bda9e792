/** The promised answer time: it runs while the office works, on its own clock, and stands still at night, at lunch and on holidays. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { type OfficeHours, officeHours, type WorkingCalendar, workingCalendar } from '../work/contract.ts'

export interface WorkingTime {
  readonly zone: string
  readonly hours: OfficeHours
  readonly calendar: WorkingCalendar
}

/** Looks no further than ten years: a promise beyond is none. */
const mostDays = 3_700
const minute_ms = 60_000

export async function workingTimeOf(view: Pick<View, 'db' | 'office'>): Promise<WorkingTime> {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`
    select settings from kernel.organisation where organisation_id = ${view.office.id}`.execute(view.db())
  return {
    zone: view.office.zone,
    hours: officeHours(rows[0]?.settings),
    calendar: workingCalendar(view.office.country),
  }
}

/** The stretches of a day in which one works, as moments in ms; none on days off. */
function stretchesOf(date: Temporal.PlainDate, { zone, hours, calendar }: WorkingTime): [number, number][] {
  if (!calendar.isWorkday(date)) return []
  const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
  const [from, until, breakFrom, breakUntil] = [hours.from, hours.until, hours.breakFrom, hours.breakUntil].map(at) as [
    number,
    number,
    number,
    number,
  ]
  const stretches: [number, number][] = [
    [from, Math.min(until, breakFrom)],
    [Math.max(from, breakUntil), until],
  ]
  // without a break, or with one outside of the hours, the day is one stretch
  const whole = breakUntil <= breakFrom || breakFrom >= until || breakUntil <= from
  return whole ? [[from, until]] : stretches.filter(([begin, end]) => begin < end)
}

/** The moment when so many working minutes have passed. */
export function afterWorking(from: Temporal.Instant, minutes: number, time: WorkingTime): Temporal.Instant {
  let left = minutes * minute_ms
  const start = from.epochMilliseconds
  let date = from.toZonedDateTimeISO(time.zone).toPlainDate()
  for (let n = 0; n < mostDays; n++, date = date.add({ days: 1 }))
    for (const [begin, end] of stretchesOf(date, time)) {
      const begins = Math.max(begin, start)
      if (begins >= end) continue
      if (left <= end - begins) return Temporal.Instant.fromEpochMilliseconds(begins + left)
      left -= end - begins
    }
  return from.add({ hours: 24 * mostDays })
}

/** Whole working minutes from one moment to another; negative where the other lies before. */
export function workingBetween(from: Temporal.Instant, until: Temporal.Instant, time: WorkingTime): number {
  if (Temporal.Instant.compare(until, from) < 0) return -workingBetween(until, from, time)
  const [start, stop] = [from.epochMilliseconds, until.epochMilliseconds]
  let sum = 0
  let date = from.toZonedDateTimeISO(time.zone).toPlainDate()
  const last = until.toZonedDateTimeISO(time.zone).toPlainDate()
  for (let n = 0; n < mostDays && Temporal.PlainDate.compare(date, last) <= 0; n++, date = date.add({ days: 1 }))
    for (const [begin, end] of stretchesOf(date, time)) sum += Math.max(0, Math.min(end, stop) - Math.max(begin, start))
  return Math.floor(sum / minute_ms)
}
