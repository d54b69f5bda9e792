/** Weekly hours as stretches of time around a moment, without public holidays. */
import type { Span } from './reckon.ts'

export interface Weekly {
  readonly weekday: number
  readonly from: number
  readonly until: number
}

/** From yesterday on: whoever works past midnight in another zone is still there; long enough to see past two weeks' closing. */
const days = 22

const midnight = { hour: 0 } as const

export function stretchesAround(
  at: Temporal.Instant,
  zone: string,
  weekly: readonly Weekly[],
  isHoliday: (day: Temporal.PlainDate) => boolean,
): Span[] {
  const first = at.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
  return Array.from({ length: days }, (_, index) => first.add({ days: index })).flatMap(day =>
    isHoliday(day) ? [] : weekly.filter(one => one.weekday === day.dayOfWeek).map(one => stretchOf(day, zone, one)),
  )
}

/** By the clock on the wall: eight is eight on the day the clocks change too. */
function stretchOf(day: Temporal.PlainDate, zone: string, { from, until }: Weekly): Span {
  const at = (minute: number): number =>
    day
      .add({ days: Math.floor(minute / 1440) })
      .toPlainDateTime({ ...midnight, hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
      .toZonedDateTime(zone).epochMilliseconds
  return { from: at(from), until: at(until) }
}
