/** How much each has: minutes, nights, minutes of weekends and holidays; nights in a row. */
import { localOf, momentOf, type Stretch } from './layers.ts'

const minute = 60_000
/** Whoever is on call at this hour has that night. */
const nightAt = Temporal.PlainTime.from('02:00')

export interface Load {
  readonly minutes: number
  readonly nights: number
  /** Of `minutes`, those of days on which the country does not work. */
  readonly freeMinutes: number
}

interface Day {
  readonly day: Temporal.PlainDate
  readonly start: number
  readonly end: number
}

/** A stretch by the days of the wall; the days are as long as the clocks make them. */
export function byDay({ start, end }: { readonly start: number; readonly end: number }, zone: string): Day[] {
  const found: Day[] = []
  for (let at = start, day = localOf(start, zone).toPlainDate(); at < end; day = day.add({ days: 1 })) {
    const midnight = Math.min(end, momentOf(day.add({ days: 1 }).toPlainDateTime(), zone))
    if (midnight > at) found.push({ day, start: at, end: midnight })
    at = Math.max(at, midnight)
  }
  return found
}

/** The days whose night somebody has, sorted. */
export function nightsOf(own: readonly Stretch[], zone: string): Temporal.PlainDate[] {
  const nights = own.flatMap(stretch =>
    byDay(stretch, zone)
      .filter(({ day, start, end }) => {
        const at = momentOf(day.toPlainDateTime(nightAt), zone)
        return start <= at && at < end
      })
      .map(({ day }) => day),
  )
  return nights.toSorted(Temporal.PlainDate.compare)
}

/** The longest rows of nights without one between: where each begins, and how many there are. */
export function nightRows(nights: readonly Temporal.PlainDate[]): { from: Temporal.PlainDate; count: number }[] {
  const rows: { from: Temporal.PlainDate; count: number }[] = []
  let last = null as Temporal.PlainDate | null
  for (const night of nights) {
    if (last?.equals(night)) continue
    const row = rows.at(-1)
    if (row && last?.add({ days: 1 }).equals(night)) row.count++
    else rows.push({ from: night, count: 1 })
    last = night
  }
  return rows
}

export function loadOf(own: readonly Stretch[], zone: string, isWorkday: (day: Temporal.PlainDate) => boolean): Load {
  const minutesIn = (parts: readonly { readonly start: number; readonly end: number }[]) =>
    Math.round(parts.reduce((sum, { start, end }) => sum + end - start, 0) / minute)
  const days = own.flatMap(stretch => byDay(stretch, zone))
  return {
    minutes: minutesIn(own),
    nights: nightRows(nightsOf(own, zone)).reduce((sum, { count }) => sum + count, 0),
    freeMinutes: minutesIn(days.filter(({ day }) => !isWorkday(day))),
  }
}
