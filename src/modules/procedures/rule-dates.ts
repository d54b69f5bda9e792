/**
 * The days of a rule. RRULE lines (RFC 5545 §3.3.10) are read as the calendar reads them, on dates alone (no clock and no zone
 * changes a day); several lines give the days of all. `BYWORKDAY=n` is Kontor's own part of a MONTHLY or YEARLY line: the nth
 * working day of the month, -1 the last. What falls on a day when nobody works goes to the working day before or after.
 */
import { dayOfLocal, daySeconds, localOf, plainOf } from '../../formats/ical/civil.ts'
import { RecurrenceTooCostly, timesOf } from '../../formats/ical/recur.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'
import { parseRule, type Rule } from '../../formats/ical/rule.ts'
import type { WorkingCalendar } from '../work/contract.ts'
import type { Recurrence, Shift } from './contract/shapes.ts'

type Date = Temporal.PlainDate

/** The rule cannot be read, or is of a kind that a day's work has no use for. */
export class UnreadableRule extends Error {}

/** Most days of one rule that anybody asks for at once. */
const mostDays = 1_000
const frequencies = /(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/
const workdayPart = /(?:^|;)BYWORKDAY=(-?\d{1,2})(?=;|$)/

interface Line {
  readonly rule: Rule
  /** Seconds of the first day, as the calendar's rules count them. */
  readonly start: number
  readonly workday: number | null
}

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
    const rule = parseRule(plain)
    // an end that is written as a moment means its day; of rules of days no time of day is meant
    const until = rule.until && { kind: 'day' as const, seconds: dayOfLocal(rule.until.seconds) * daySeconds }
    return { rule: { ...rule, until, hours: [], minutes: [], seconds: [] }, start: localOf(start), workday: n }
  } catch (thrown) {
    if (thrown instanceof IcalRefused) throw new UnreadableRule(text)
    throw thrown
  }
}

/** The rule's days from a day to a day, both included; none where it searched for long and found none. */
function* daysOf({ rule, start }: Line, from: Date, to: Date): Generator<Date> {
  const window = { from: localOf(from), to: localOf(to) + daySeconds, strict: true }
  try {
    for (const time of timesOf(rule, start, window)) yield plainOf(time).toPlainDate()
  } catch (thrown) {
    if (!(thrown instanceof RecurrenceTooCostly)) throw thrown
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
    const line = readLine(text, rule.fromOn)
    const { workday } = line
    const begin = from.subtract({ days: workday === null ? furthestShift : 45 })
    let found = 0
    for (const plain of daysOf(line, begin, to.add({ days: furthestShift }))) {
      if (++found > mostDays) break
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
