/**
 * The days of a rule. RRULE lines (RFC 5545 §3.3.10) are read by rrule-temporal on dates alone (midnight UTC, so that no zone
 * changes a day); several lines give the days of all. `BYWORKDAY=n` is Kontor's own part of a MONTHLY or YEARLY line: the nth
 * working day of the month, -1 the last. What falls on a day when nobody works goes to the working day before or after.
 */
import { RRuleTemporal } from 'rrule-temporal'
import type { WorkingCalendar } from '../work/contract.ts'
import type { Recurrence, Shift } from './contract/shapes.ts'

type Date = Temporal.PlainDate

/** The rule cannot be read, or is of a kind that a day's work has no use for. */
export class UnreadableRule extends Error {}

/** Most days of one rule that anybody asks for at once. */
const mostDays = 1_000
const frequencies = /(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/
const workdayPart = /(?:^|;)BYWORKDAY=(-?\d{1,2})(?=;|$)/
/** Lines that no year holds would be searched through for long. */
const mostIterations = 4_000

interface Line {
  readonly rule: RRuleTemporal<Temporal.ZonedDateTime>
  readonly workday: number | null
}

const midnight = (date: Date): Temporal.ZonedDateTime => date.toZonedDateTime('UTC')

function readLine(text: string, fromOn: Date): Line {
  const line = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  if (!frequencies.test(line)) throw new UnreadableRule(text)
  const workday = workdayPart.exec(line)
  const n = workday ? Number(workday[1]) : null
  if (
    n !== null &&
    (n === 0 || Math.abs(n) > 23 || !/FREQ=(MONTHLY|YEARLY)/.test(line) || /BY(DAY|MONTHDAY)=/.test(line))
  )
    throw new UnreadableRule(text)
  // the months of a working-day rule are asked for by their first day
  const plain = n === null ? line : `${line.replace(workdayPart, '').replace(/^;/, '')};BYMONTHDAY=1`
  const start = n === null ? fromOn : fromOn.with({ day: 1 })
  try {
    // a date that the rule's end is written with means that whole day
    const rruleString = plain.replace(/UNTIL=(\d{8})(?=;|$)/, 'UNTIL=$1T000000Z')
    return {
      rule: new RRuleTemporal({
        rruleString,
        dtstart: midnight(start),
        temporal: Temporal,
        tzid: 'UTC',
        maxIterations: mostIterations,
        cache: false,
      }) as unknown as RRuleTemporal<Temporal.ZonedDateTime>,
      workday: n,
    }
  } catch {
    throw new UnreadableRule(text)
  }
}

function shifted(date: Date, shift: Shift, calendar: WorkingCalendar): Date {
  if (shift === 'after') return calendar.onOrAfter(date)
  if (shift === 'before') return calendar.onOrBefore(date)
  return date
}

/** How far a day may be moved over holidays; the days of a rule are looked for so much further out. */
const furthestShift = 14

/** The days of the rule from `from` to `to`, both included, as they are after moving; in order, each once. */
export function daysBetween(rule: Recurrence, from: Date, to: Date, calendar: WorkingCalendar): Date[] {
  const lines = rule.rrule.split('\n').filter(line => line.trim() !== '')
  if (lines.length === 0) throw new UnreadableRule(rule.rrule)
  const days = new Map<string, Date>()
  for (const text of lines) {
    const { rule: read, workday } = readLine(text, rule.fromOn)
    const begin = midnight(from.subtract({ days: workday === null ? furthestShift : 45 }))
    const end = midnight(to.add({ days: furthestShift }))
    let found: Temporal.ZonedDateTime[]
    try {
      found = read.between(begin, end, true)
    } catch {
      // it searched for long and found none
      found = []
    }
    for (const moment of found.slice(0, mostDays)) {
      const plain = moment.toPlainDate()
      const date = workday === null ? plain : calendar.nthOfMonth(plain.toPlainYearMonth(), workday)
      if (Temporal.PlainDate.compare(date, rule.fromOn) < 0) continue
      const day = shifted(date, rule.shift, calendar)
      if (Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0)
        days.set(day.toString(), day)
    }
  }
  return [...days.values()].sort(Temporal.PlainDate.compare)
}

/** How far ahead a rule is asked, in growing steps: most have a day within weeks, leap days within years. */
const reaches = [2, 14, 110] as const

/** The first days of the rule on or after `from`. */
export function nextDays(rule: Recurrence, from: Date, count: number, calendar: WorkingCalendar): Date[] {
  // what a day of its first week may be moved to lies before the rule's own beginning
  const earliest = rule.fromOn.subtract({ days: furthestShift })
  const start = Temporal.PlainDate.compare(from, earliest) < 0 ? earliest : from
  let days: Date[] = []
  for (const months of reaches) {
    days = daysBetween(rule, start, start.add({ months }), calendar)
    if (days.length >= count) break
  }
  return days.slice(0, count)
}

/** The first day of the rule on or after `from`, or null where it has none. */
export function nextDay(rule: Recurrence, from: Date, calendar: WorkingCalendar): Date | null {
  return nextDays(rule, from, 1, calendar)[0] ?? null
}

/** So many days or working days away from a date, then moved off days when nobody works. */
export function dueDay(
  date: Date,
  due: { readonly days: number; readonly unit: 'day' | 'workday'; readonly shift: Shift },
  calendar: WorkingCalendar,
): Date {
  if (due.unit === 'day') return shifted(date.add({ days: due.days }), due.shift, calendar)
  const step = due.days < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(due.days); left > 0; left--) {
    day = day.add({ days: step })
    day = step < 0 ? calendar.onOrBefore(day) : calendar.onOrAfter(day)
  }
  return shifted(day, due.shift, calendar)
}
