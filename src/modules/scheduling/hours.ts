/** From hours of the week to stretches of time: by the clock of each zone, without holidays and absences. */
import { dateOf, wallClock } from './clock.ts'
import type { WeeklyTime } from './contract.ts'
import { joined, type Span } from './solve/spans.ts'

export interface Weekly {
  readonly weekday: number
  /** Minutes after midnight. */
  readonly from: number
  readonly until: number
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const weeklyOf = ({ weekday, from, until }: WeeklyTime): Weekly => ({
  weekday,
  from: minuteOf(from),
  until: minuteOf(until),
})

export const weeklyTimeOf = ({ weekday, from, until }: Weekly): WeeklyTime => ({
  weekday,
  from: clockOf(from),
  until: clockOf(until),
})

/** The first two of a week that overlap or end before they begin; null where all is well. */
export function clashing(week: readonly Weekly[]): Weekly | null {
  const sorted = week.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from)
  return (
    sorted.find((one, n) => {
      const before = sorted[n - 1]
      return one.until <= one.from || (before?.weekday === one.weekday && before.until > one.from)
    }) ?? null
  )
}

export interface Days {
  readonly zone: string
  readonly window: Span
  /** False on days that do not count: holidays, absences. */
  readonly counts: (date: Temporal.PlainDate) => boolean
}

/** The stretches of a weekly plan that touch the window. */
export function stretchesOf(week: readonly Weekly[], { zone, window, counts }: Days): Span[] {
  const clock = wallClock(zone)
  const byDay = Map.groupBy(week, ({ weekday }) => weekday)
  const found: Span[] = []
  const last = clock.localOf(window[1]).day
  for (let day = clock.localOf(window[0]).day; day <= last; day++) {
    // 1 January 1970 was a Thursday
    const times = byDay.get(((((day + 3) % 7) + 7) % 7) + 1)
    if (!times || !counts(dateOf(day))) continue
    for (const { from, until } of times) found.push([clock.minuteOf(day, from), clock.minuteOf(day, until)])
  }
  return joined(found)
}
