/**
 * A zone of the tz database as iCalendar describes it (RFC 5545, 3.6.5): by rules where its clock changes by the same rule each year,
 * which is what programs expect that do not know the database, else by dates.
 */
import type { Component } from './component.ts'
import { weekdayNames } from './rule.ts'
import { compact, component, property } from './write.ts'

interface Change {
  /** Local time before the change, as the standard wants it. */
  readonly local: Temporal.PlainDateTime
  readonly from: number
  readonly to: number
}

const offsetText = (nanoseconds: number): string => {
  const seconds = Math.round(nanoseconds / 1e9)
  const size = Math.abs(seconds)
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const rest = size % 60
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size / 60) % 60)}${rest ? two(rest) : ''}`
}

function changesIn(zone: string, year: number): Change[] {
  const end = Temporal.ZonedDateTime.from({ timeZone: zone, year: year + 1, month: 1, day: 1 })
  let at = Temporal.ZonedDateTime.from({ timeZone: zone, year, month: 1, day: 1 }).subtract({ nanoseconds: 1 })
  const changes: Change[] = []
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || Temporal.ZonedDateTime.compare(next, end) >= 0) return changes
    const from = next.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const local = next
      .toInstant()
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .add({ seconds: Math.round(from / 1e9) })
    changes.push({ local, from, to: next.offsetNanoseconds })
    at = next
  }
}

const nthOf = ({ day }: Temporal.PlainDateTime): number => Math.floor((day - 1) / 7) + 1
const isLast = (at: Temporal.PlainDateTime): boolean => at.day + 7 > at.daysInMonth

type Weekday = (typeof weekdayNames)[number]
const dayName = (at: Temporal.PlainDateTime): Weekday => weekdayNames[at.dayOfWeek - 1]!

/** The rule that gives this change in each of these years; null where none does. */
function ruleOf(years: readonly Change[]): string | null {
  const [first] = years
  if (!first) return null
  const alike = years.every(
    ({ local, from, to }) =>
      local.month === first.local.month &&
      dayName(local) === dayName(first.local) &&
      local.toPlainTime().equals(first.local.toPlainTime()) &&
      from === first.from &&
      to === first.to,
  )
  if (!alike) return null
  const by = (nth: number) => `FREQ=YEARLY;BYMONTH=${first.local.month};BYDAY=${nth}${dayName(first.local)}`
  if (years.every(({ local }) => isLast(local))) return by(-1)
  return years.every(({ local }) => nthOf(local) === nthOf(first.local)) ? by(nthOf(first.local)) : null
}

const lookedAt = 5

function observance(change: Change, rule: string | null, dates: readonly Change[]): Component {
  return component(change.to > change.from ? 'DAYLIGHT' : 'STANDARD', [
    property('DTSTART', compact(change.local.toString().padEnd(19, ':00').slice(0, 19))),
    property('TZOFFSETFROM', offsetText(change.from)),
    property('TZOFFSETTO', offsetText(change.to)),
    ...(rule ? [property('RRULE', rule)] : []),
    ...(dates.length > 0
      ? [property('RDATE', dates.map(({ local }) => compact(local.toString().padEnd(19, ':00'))).join(','))]
      : []),
  ])
}

function described(zone: string, year: number): Component {
  const years = Array.from({ length: lookedAt }, (_, n) => changesIn(zone, year + n))
  const [first = []] = years
  const head = [property('TZID', zone)]
  const steady = years.every(changes => changes.length === 0)
  if (steady) {
    const begins = Temporal.ZonedDateTime.from({ timeZone: zone, year, month: 1, day: 1 })
    const offset = offsetText(begins.offsetNanoseconds)
    const only = [
      property('DTSTART', `${year}0101T000000`),
      property('TZOFFSETFROM', offset),
      property('TZOFFSETTO', offset),
    ]
    return component('VTIMEZONE', head, [component('STANDARD', only)])
  }
  const rules = years.every(changes => changes.length === first.length)
    ? first.map((_, at) => ruleOf(years.map(changes => changes[at]!)))
    : []
  if (rules.length > 0 && rules.every(rule => rule !== null))
    return component(
      'VTIMEZONE',
      head,
      first.map((change, at) => observance(change, rules[at]!, [])),
    )
  const dates = Array.from({ length: 12 }, (_, n) => changesIn(zone, year + n)).flat()
  const kinds = Map.groupBy(dates, ({ from, to }) => `${from}>${to}`)
  return component(
    'VTIMEZONE',
    head,
    [...kinds.values()].map(of => observance(of[0]!, null, of.slice(1))),
  )
}

const known = new Map<string, Component>()

/** A zone as it is from a year on; it is well to begin a year before the first time that is told in it. */
export function zoneComponent(zone: string, year: number): Component {
  const key = `${zone} ${year}`
  let found = known.get(key)
  if (!found) known.set(key, (found = described(zone, year)))
  if (known.size > 500) known.clear()
  return found
}
