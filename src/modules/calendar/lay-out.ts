/** The instances of an event: each own time of its series, and where it lies now. Pure; rules by `src/formats/ical/recur.ts`, under its budget. */
import { daySeconds } from '../../formats/ical/civil.ts'
import { timesOf } from '../../formats/ical/recur.ts'
import { parseRule, type Rule } from '../../formats/ical/rule.ts'
import type { EventTime } from './contract/shapes.ts'
import type { EventFacts } from './facts.ts'
import { clockFor, dayOfSeconds, secondsOf, spanOf, startText, textOfSeconds } from './wall.ts'

export interface Laid {
  /** Its own time before any change. */
  readonly recurrence: string
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
  /** Days of an all-day instance, the last one inclusive. */
  readonly fromDay: string | null
  readonly untilDay: string | null
}

export type Timed = Pick<EventFacts, 'when' | 'repeat' | 'instances'>

/** Own times from an instant to before an instant, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** More than any two clocks are apart. */
const clocksApart = 2 * daySeconds

/** A rule on its event's own clock: an end told in UTC put there, and no times of day where the event has none. */
export function ruleOn(when: EventTime, text: string, officeZone: string): Rule {
  const rule = parseRule(text)
  const { until } = rule
  const bare = when.allDay ? { ...rule, hours: [], minutes: [], seconds: [] } : rule
  if (until === null || until.kind !== 'utc') return bare
  const seconds = when.allDay ? until.seconds : clockFor(when, officeZone).localAt(until.seconds * 1000)
  return { ...bare, until: { kind: 'local', seconds } }
}

/** The series' own times in order, left out ones too, as local seconds. */
export function ownTimes({ when, repeat }: Timed, stretch: Stretch, officeZone: string): number[] {
  const start = secondsOf(startText(when))
  const clock = clockFor(when, officeZone)
  const window = {
    from: Math.floor(stretch.from / 1000) - clocksApart,
    to: Math.min(Math.ceil(stretch.to / 1000) + clocksApart, 250_000_000_000),
  }
  const found = new Set<number>([start])
  if (repeat?.rule) for (const time of timesOf(ruleOn(when, repeat.rule, officeZone), start, window)) found.add(time)
  for (const added of repeat?.added ?? []) found.add(secondsOf(added))
  return [...found]
    .filter(time => {
      const instant = clock.instantOf(time)
      return instant >= stretch.from && instant < stretch.to
    })
    .sort((a, b) => a - b)
}

/** Where an instance lies: days are the clock's, the length of a timed event is exact. */
function laidAt(when: EventTime, at: number, recurrence: string, officeZone: string): Laid {
  const { start, end } = spanOf(when)
  const clock = clockFor(when, officeZone)
  const begins = clock.instantOf(at)
  if (!when.allDay) {
    const length = clock.instantOf(end) - clock.instantOf(start)
    return { recurrence, start: begins, end: begins + length, fromDay: null, untilDay: null }
  }
  const last = at + (end - start)
  return {
    recurrence,
    start: begins,
    end: clock.instantOf(last),
    fromDay: dayOfSeconds(at),
    untilDay: dayOfSeconds(last - daySeconds),
  }
}

/** All instances whose own time lies in the stretch, in the order of their own times. */
export function layOut(event: Timed, stretch: Stretch, officeZone: string): Laid[] {
  const leftOut = new Set(event.repeat?.leftOut)
  return ownTimes(event, stretch, officeZone).flatMap(time => {
    const recurrence = textOfSeconds(time)
    if (leftOut.has(recurrence)) return []
    const own = event.instances.get(recurrence)?.when
    return [laidAt(own ?? event.when, own ? spanOf(own).start : time, recurrence, officeZone)]
  })
}

/** Whether a time is one of the series' own and not left out. */
export function isInstance(event: Timed, recurrence: string, officeZone: string): boolean {
  if (event.repeat?.leftOut.includes(recurrence)) return false
  const at = clockFor(event.when, officeZone).instantOf(secondsOf(recurrence))
  return ownTimes(event, { from: at, to: at + 1 }, officeZone).includes(secondsOf(recurrence))
}

/** Whether the series goes on after an instant. */
export function goesOnAfter(event: Timed, instant: number, officeZone: string): boolean {
  const { repeat, when } = event
  if (!repeat) return false
  const clock = clockFor(when, officeZone)
  if (repeat.added.some(time => clock.instantOf(secondsOf(time)) >= instant)) return true
  if (repeat.rule === null) return false
  const rule = ruleOn(when, repeat.rule, officeZone)
  if (rule.until) return clock.instantOf(rule.until.seconds) >= instant
  if (rule.count === null) return true
  const start = secondsOf(startText(when))
  let times = 0
  for (const _ of timesOf(rule, start, { from: start, to: clock.localAt(instant) })) times++
  return times < rule.count
}
