/**
 * Clocks: from a local time to the instant it is, by the tz database where the zone is known there, else by what the file's own
 * VTIMEZONE says (RFC 5545, 3.6.5). A local time that a clock skips is taken with the offset before the gap, one that it shows
 * twice is the first (3.3.5), as Temporal's "compatible" has it.
 */
import { all, type Component, one } from './component.ts'
import { localOf, plainOf } from './civil.ts'
import { RecurrenceTooCostly, timesOf } from './recur.ts'
import { IcalRefused } from './refused.ts'
import { momentOf, parseRule, type Rule } from './rule.ts'
import { windowsZones } from './windows-zones.ts'

export interface Clock {
  /** The zone of the tz database; null for one that only the file knows. */
  readonly zone: string | null
  /** Milliseconds since 1970 of local seconds. */
  instantOf(local: number): number
  /** Local seconds of an instant in milliseconds. */
  localAt(instant: number): number
}

/** A clock of the tz database. */
export function clockOf(zone: string): Clock {
  return {
    zone,
    instantOf: local => plainOf(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
    localAt: instant =>
      localOf(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime()),
  }
}

export const utc: Clock = {
  zone: 'UTC',
  instantOf: local => local * 1000,
  localAt: instant => Math.floor(instant / 1000),
}

/** Those that were asked for and are; there are a few hundred. */
const known = new Set<string>()

function isKnown(zone: string): boolean {
  if (known.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    known.add(zone)
    return true
  } catch {
    return false
  }
}

/** The zone of the tz database that a TZID means: itself, with a maker's prefix, or by Outlook's name. */
export function knownZone(id: string): string | null {
  const parts = id.replace(/^\/+/, '').split('/')
  // `/freeassociation.sourceforge.net/Europe/Oslo`, `/mozilla.org/20070129_1/Europe/Oslo`
  const tails = parts.map((_, from) => parts.slice(from).join('/'))
  return windowsZones[id] ?? tails.find(tail => !/^[+-]?\d/.test(tail) && isKnown(tail)) ?? null
}

interface Observance {
  readonly start: number
  /** Seconds east of Greenwich, before and from then on. */
  readonly from: number
  readonly to: number
  readonly rule: Rule | null
  readonly dates: readonly number[]
}

function offsetOf(component: Component, name: string): number {
  const property = one(component, name)
  const found = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(property?.value.trim() ?? '')
  if (!found) throw new IcalRefused('ical-value', property?.line ?? component.line, name)
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)
  return found[1] === '-' ? -seconds : seconds
}

function observanceOf(component: Component): Observance {
  const property = one(component, 'DTSTART')
  const start = momentOf(property?.value.trim() ?? '')
  if (!property || !start) throw new IcalRefused('ical-value', property?.line ?? component.line, 'DTSTART')
  const from = offsetOf(component, 'TZOFFSETFROM')
  const [rrule] = all(component, 'RRULE')
  const rule = rrule ? parseRule(rrule.value, rrule.line) : null
  // Its end is told in UTC, its times by the clock before the change.
  const until =
    rule?.until?.kind === 'utc' ? { kind: 'local' as const, seconds: rule.until.seconds + from } : rule?.until
  return {
    start: start.seconds,
    from,
    to: offsetOf(component, 'TZOFFSETTO'),
    rule: rule && { ...rule, until: until ?? null },
    dates: all(component, 'RDATE').flatMap(date =>
      date.value.split(',').flatMap(text => momentOf(text.trim())?.seconds ?? []),
    ),
  }
}

interface Change {
  /** Instant in seconds from which the offset holds. */
  readonly at: number
  readonly to: number
}

const yearSeconds = 366 * 86_400

/** Changes of the clock from some years before a local time to a year after it. */
function changesAround(observances: readonly Observance[], local: number): Change[] {
  return observances
    .flatMap(({ start, from, to, rule, dates }): Change[] => {
      const window = { from: local - 3 * yearSeconds, to: local + yearSeconds }
      let times: number[]
      try {
        times = rule ? [...timesOf(rule, start, window)] : []
      } catch (thrown) {
        if (!(thrown instanceof RecurrenceTooCostly)) throw thrown
        times = []
      }
      return [start, ...times, ...dates].map(time => ({ at: time - from, to }))
    })
    .sort((a, b) => a.at - b.at)
}

/** A clock as the file describes it. */
function describedClock(component: Component): Clock {
  const observances = component.components.map(observanceOf)
  if (observances.length === 0) throw new IcalRefused('ical-value', component.line, 'VTIMEZONE')
  const earliest = observances.toSorted((a, b) => a.start - b.start)[0]!
  const known = new Map<number, Change[]>()
  const changes = (local: number): Change[] => {
    const year = Math.floor(local / yearSeconds)
    let list = known.get(year)
    if (!list) known.set(year, (list = changesAround(observances, (year + 0.5) * yearSeconds)))
    return list
  }
  const offsetAt = (seconds: number): number =>
    changes(seconds).findLast(change => change.at <= seconds)?.to ?? earliest.from
  return {
    zone: null,
    instantOf(local) {
      // The offsets before and after a change that may lie between: the earlier instant that shows this time.
      const [before, after] = [offsetAt(local - 86_400), offsetAt(local + 86_400)]
      const fits = [before, after].filter(offset => offsetAt(local - offset) === offset).map(offset => local - offset)
      return (fits.length > 0 ? Math.min(...fits) : local - before) * 1000
    },
    localAt: instant => Math.floor(instant / 1000) + offsetAt(Math.floor(instant / 1000)),
  }
}

/** The clocks of a calendar by their TZID; `otherwise` for times without a zone and for zones that nobody knows. */
export function clocksOf(calendar: Component, otherwise: Clock): (id: string | undefined) => Clock {
  const described = new Map(
    calendar.components
      .filter(component => component.name === 'VTIMEZONE')
      .map(component => [one(component, 'TZID')?.value.trim() ?? '', component]),
  )
  const made = new Map<string, Clock>()
  return id => {
    if (id === undefined) return otherwise
    let clock = made.get(id)
    if (!clock) {
      const zone = knownZone(id)
      const own = described.get(id)
      clock = zone ? clockOf(zone) : own ? describedClock(own) : otherwise
      made.set(id, clock)
    }
    return clock
  }
}
