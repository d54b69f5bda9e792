/** Times as the contract writes them, and the seconds and moments they are. */
import { dayNumber, daySeconds } from '../../formats/ical/civil.ts'
import { type Clock, clockOf } from '../../formats/ical/zone.ts'
import type { EventTime } from './contract/shapes.ts'

/** Local seconds of `YYYY-MM-DDTHH:MM:SS`, or of the midnight of a day. */
export function secondsOf(text: string): number {
  const at = (from: number, to: number) => Number(text.slice(from, to))
  const day = dayNumber(at(0, 4), at(5, 7), at(8, 10)) * daySeconds
  return text.length < 19 ? day : day + at(11, 13) * 3600 + at(14, 16) * 60 + at(17, 19)
}

/** `YYYY-MM-DDTHH:MM:SS` of local seconds. */
export const textOfSeconds = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19)
export const dayOfSeconds = (seconds: number): string => textOfSeconds(seconds).slice(0, 10)

const clocks = new Map<string, Clock>()

/** The clock of a zone of the tz database; its offset is asked for once a quarter of an hour that is asked about. */
export function zoneClock(zone: string): Clock {
  let clock = clocks.get(zone)
  if (!clock) clocks.set(zone, (clock = remembering(clockOf(zone))))
  return clock
}

const mostRemembered = 20_000

/** Most events begin at times that were asked about before: the standing meeting, the next one in the same hour. */
function remembering(clock: Clock): Clock {
  const known = new Map<number, number>()
  return {
    ...clock,
    instantOf(local) {
      let instant = known.get(local)
      if (instant === undefined) {
        instant = clock.instantOf(local)
        if (known.size >= mostRemembered) known.clear()
        known.set(local, instant)
      }
      return instant
    },
  }
}

export const momentText = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Start, and the end that is not of it, in local seconds. */
export function spanOf(when: EventTime): { start: number; end: number } {
  return when.allDay
    ? { start: secondsOf(when.from), end: secondsOf(when.until) + daySeconds }
    : { start: secondsOf(when.start), end: secondsOf(when.end) }
}

/** The same event `by` seconds later on its own clock; of all-day events whole days. */
export function shifted(when: EventTime, by: number): EventTime {
  if (!when.allDay)
    return { ...when, start: textOfSeconds(secondsOf(when.start) + by), end: textOfSeconds(secondsOf(when.end) + by) }
  const days = Math.round(by / daySeconds) * daySeconds
  return {
    allDay: true,
    from: dayOfSeconds(secondsOf(when.from) + days),
    until: dayOfSeconds(secondsOf(when.until) + days),
  }
}

/** The clock of an event: its zone's; of all-day events the office's. */
export const clockFor = (when: EventTime, officeZone: string): Clock => zoneClock(when.allDay ? officeZone : when.zone)

export const startText = (when: EventTime): string => (when.allDay ? `${when.from}T00:00:00` : when.start)
