/** The instances of a calendar's events between two instants: rules, added and left out dates, changed instances (RFC 5545, 3.8.5). */
import { all, type Component, one, type Property, textOf } from './component.ts'
import { daySeconds } from './civil.ts'
import { durationOf, type Duration } from './duration.ts'
import { timesOf } from './recur.ts'
import { IcalRefused } from './refused.ts'
import { momentOf, parseRule, type Rule, type Until } from './rule.ts'
import { type Clock, clockOf, clocksOf, utc } from './zone.ts'

/** From a day to before a day, or from an instant to an instant. */
export interface Instance {
  readonly uid: string
  readonly summary: string | null
  readonly allDay: boolean
  /** Milliseconds since 1970; of all-day events the beginnings of days, as if on UTC. */
  readonly start: number
  readonly end: number
  /** Its zone, as the tz database calls it; null for all-day events and zones of the file's own. */
  readonly zone: string | null
  /** The instance's own time before it was changed: what RECURRENCE-ID names; null where the event does not repeat. */
  readonly recurrence: number | null
  readonly status: string | null
}

export interface Range {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  /** Clock of times without a zone, and of days where they are compared with instants. */
  readonly zone?: string
}

/** A time of the file: on which clock, and its local seconds there. */
interface Time {
  readonly local: number
  readonly clock: Clock
  readonly isDay: boolean
}

interface Master {
  readonly uid: string
  readonly event: Component
  readonly start: Time
  readonly duration: Duration
  readonly rules: readonly Rule[]
  readonly added: readonly { readonly time: Time; readonly duration: Duration | null }[]
  readonly leftOut: readonly Time[]
}

interface Changed {
  readonly event: Component
  readonly of: Time
  readonly andFuture: boolean
  readonly start: Time
  readonly duration: Duration
}

type ClockFor = (id: string | undefined) => Clock

const instant = ({ local, clock, isDay }: Time): number => (isDay ? local * 1000 : clock.instantOf(local))

function timeFrom(property: Property, text: string, clocks: ClockFor): Time {
  const moment = momentOf(text.trim())
  if (!moment) throw new IcalRefused('ical-value', property.line, `${property.name}:${text.slice(0, 40)}`)
  const clock = moment.kind === 'utc' ? utc : clocks(property.parameters.get('TZID')?.[0])
  return { local: moment.seconds, clock, isDay: moment.kind === 'day' }
}

const timesFrom = (property: Property, clocks: ClockFor): Time[] =>
  property.value
    .split(',')
    .filter(text => text.trim() !== '')
    .map(text => timeFrom(property, text, clocks))

function durationFrom(event: Component, start: Time, clocks: ClockFor): Duration {
  const [end, length] = [one(event, 'DTEND') ?? one(event, 'DUE'), one(event, 'DURATION')]
  if (end) {
    const time = timeFrom(end, end.value, clocks)
    // An end before the start is none (as from half-filled forms); so is one on the day of an all-day event itself.
    const exact = Math.max(0, instant(time) - instant(start)) / 1000
    return start.isDay ? { days: Math.max(1, Math.round(exact / daySeconds)), seconds: 0 } : { days: 0, seconds: exact }
  }
  if (length) return durationOf(length.value, length.line)
  return { days: start.isDay ? 1 : 0, seconds: 0 }
}

/** The last moment of a rule on the clock of its event. */
function untilOn({ clock, isDay }: Time, until: Until): Until {
  if (until.kind !== 'utc') return isDay ? { kind: 'day', seconds: until.seconds } : until
  const local = isDay ? until.seconds : clock.localAt(until.seconds * 1000)
  return { kind: 'local', seconds: local }
}

function periodsFrom(property: Property, clocks: ClockFor): Master['added'][number][] {
  return property.value
    .split(',')
    .filter(text => text.trim() !== '')
    .map(text => {
      const [from = '', to] = text.split('/')
      const time = timeFrom(property, from, clocks)
      if (to === undefined) return { time, duration: null }
      if (/^[+-]?P/i.test(to)) return { time, duration: durationOf(to, property.line) }
      const end = timeFrom(property, to, clocks)
      return { time, duration: { days: 0, seconds: (instant(end) - instant(time)) / 1000 } }
    })
}

function masterOf(uid: string, event: Component, start: Time, clocks: ClockFor): Master {
  const rules = all(event, 'RRULE').map(({ value, line }) => {
    const rule = parseRule(value, line)
    return rule.until ? { ...rule, until: untilOn(start, rule.until) } : rule
  })
  return {
    uid,
    event,
    start,
    duration: durationFrom(event, start, clocks),
    rules: start.isDay ? rules.map(rule => ({ ...rule, hours: [], minutes: [], seconds: [] })) : rules,
    added: all(event, 'RDATE').flatMap(property => periodsFrom(property, clocks)),
    leftOut: all(event, 'EXDATE').flatMap(property => timesFrom(property, clocks)),
  }
}

/** End of an instance: days are the clock's, seconds are exact. */
function endOf({ local, clock, isDay }: Time, { days, seconds }: Duration): number {
  if (isDay) return (local + days * daySeconds + seconds) * 1000
  return clock.instantOf(local + days * daySeconds) + seconds * 1000
}

const lengthOf = ({ days, seconds }: Duration): number => days * daySeconds + seconds
/** More than any two clocks are apart. */
const clocksApart = 2 * daySeconds

interface Occurrence {
  readonly time: Time
  readonly duration: Duration
}

/** Times of a master by its rules and added dates, before changes; a rule that costs too much throws. */
function occurrences({ start, duration, rules, added }: Master, range: Range): Map<number, Occurrence> {
  const window = {
    from: Math.floor(range.from / 1000) - lengthOf(duration) - clocksApart,
    to: Math.ceil(range.to / 1000) + clocksApart,
  }
  const found = new Map<number, Occurrence>()
  const put = (time: Time, of: Duration) => found.set(instant(time), { time, duration: of })
  put(start, duration)
  for (const rule of rules) for (const local of timesOf(rule, start.local, window)) put({ ...start, local }, duration)
  for (const one of added) put(one.time, one.duration ?? duration)
  return found
}

const isLeftOut = (at: Time, leftOut: readonly Time[]): boolean =>
  leftOut.some(time =>
    // Some programs leave out a day of an event that has a time.
    time.isDay && !at.isDay
      ? Math.floor(at.local / daySeconds) * daySeconds === time.local
      : instant(time) === instant(at),
  )

const statusOf = (event: Component): string | null => one(event, 'STATUS')?.value.trim().toUpperCase() ?? null

function toInstance(uid: string, event: Component, at: Occurrence, recurrence: number | null): Instance {
  const { time, duration } = at
  const summary = one(event, 'SUMMARY')
  return {
    uid,
    summary: summary ? textOf(summary.value) : null,
    allDay: time.isDay,
    start: instant(time),
    end: endOf(time, duration),
    zone: time.isDay ? null : time.clock.zone,
    recurrence,
    status: statusOf(event),
  }
}

/** An instance after "this and following" was changed: as far from its own time as the changed one is from its. */
function moved(at: Occurrence, { of, start, duration }: Changed): Occurrence {
  return { time: { ...start, local: start.local + at.time.local - of.local }, duration }
}

function instancesOf(master: Master, changes: readonly Changed[], range: Range): Instance[] {
  const repeats = master.rules.length > 0 || master.added.length > 0
  const single = new Map(changes.filter(one => !one.andFuture).map(one => [instant(one.of), one]))
  const future = changes.filter(one => one.andFuture).sort((a, b) => instant(a.of) - instant(b.of))
  const instances: Instance[] = []
  for (const [own, at] of occurrences(master, range)) {
    if (isLeftOut(at.time, master.leftOut) || single.has(own)) continue
    const since = future.findLast(one => instant(one.of) <= own)
    const [event, now] = since ? [since.event, moved(at, since)] : [master.event, at]
    instances.push(toInstance(master.uid, event, now, repeats ? own : null))
  }
  for (const [own, { event, start: time, duration }] of single)
    instances.push(toInstance(master.uid, event, { time, duration }, own))
  return instances
}

interface Series {
  master: Master | null
  readonly changes: Changed[]
}

function seriesOf(calendar: Component, clocks: ClockFor): Map<string, Series> {
  const series = new Map<string, Series>()
  for (const event of calendar.components.filter(({ name }) => name === 'VEVENT')) {
    const begins = one(event, 'DTSTART')
    // What has no time (an event of iTIP that only cancels) has no instances.
    if (!begins) continue
    const uid = one(event, 'UID')?.value.trim() ?? `line ${event.line}`
    const own = series.get(uid) ?? { master: null, changes: [] }
    series.set(uid, own)
    const start = timeFrom(begins, begins.value, clocks)
    const of = one(event, 'RECURRENCE-ID')
    if (!of) own.master = masterOf(uid, event, start, clocks)
    else
      own.changes.push({
        event,
        of: timeFrom(of, of.value, clocks),
        andFuture: of.parameters.get('RANGE')?.[0]?.toUpperCase() === 'THISANDFUTURE',
        start,
        duration: durationFrom(event, start, clocks),
      })
  }
  return series
}

/** Whether an instance touches the range; one without length is in it at its moment. */
function touches({ start, end, allDay }: Instance, { from, to }: Range, days: Clock): boolean {
  const at = (moment: number) => (allDay ? days.instantOf(moment / 1000) : moment)
  const [begin, finish] = [at(start), at(end)]
  return begin < to && (finish > from || (begin === finish && begin >= from))
}

/**
 * All instances of a VCALENDAR's events that touch the range, in order. Throws `IcalRefused` with the line of what cannot be read,
 * and `RecurrenceTooCostly`.
 */
export function expand(calendar: Component, range: Range): Instance[] {
  const otherwise = clockOf(range.zone ?? 'UTC')
  const series = seriesOf(calendar, clocksOf(calendar, otherwise))
  return [...series]
    .flatMap(([uid, { master, changes }]) =>
      master
        ? instancesOf(master, changes, range)
        : changes.map(({ event, start, duration, of }) =>
            toInstance(uid, event, { time: start, duration }, instant(of)),
          ),
    )
    .filter(instance => touches(instance, range, otherwise))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.uid < b.uid ? -1 : 1))
}
