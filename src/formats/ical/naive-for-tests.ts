/** Recurrence by looking at every day (or second) there is, with Temporal: slow, and written from the standard's text alone. */
import type { Rule, WeekdayRule } from './rule.ts'

const dayOfWeek = (day: Temporal.PlainDate) => day.dayOfWeek - 1

/** The week's first day. */
const weekOf = (day: Temporal.PlainDate, weekStart: number) =>
  day.subtract({ days: (dayOfWeek(day) - weekStart + 7) % 7 })

/** Number of the week in its year, and how many that year has: its year is that of its fourth day. */
function weekNumber(day: Temporal.PlainDate, weekStart: number): { week: number; of: number } {
  const fourth = weekOf(day, weekStart).add({ days: 3 })
  const lastFourth = (year: number) => {
    let at = new Temporal.PlainDate(year, 12, 31)
    while (!weekOf(at, weekStart).add({ days: 3 }).equals(at)) at = at.subtract({ days: 1 })
    return at
  }
  const number = (at: Temporal.PlainDate) => Math.floor((at.dayOfYear - 1) / 7) + 1
  return { week: number(fourth), of: number(lastFourth(fourth.year)) }
}

function nthFits(day: Temporal.PlainDate, { nth, weekday }: WeekdayRule, inYear: boolean): boolean {
  if (dayOfWeek(day) !== weekday) return false
  if (nth === 0) return true
  const at = inYear ? day.dayOfYear : day.day
  const length = inYear ? day.daysInYear : day.daysInMonth
  return nth > 0 ? Math.ceil(at / 7) === nth : Math.ceil((length - at + 1) / 7) === -nth
}

/** What the standard's table says of a day, the parts that are left out taken from the start. */
function dayFits(rule: Rule, start: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays } = rule
  if (months.length > 0 && !months.includes(day.month)) return false
  if (weekNumbers.length > 0) {
    const { week, of } = weekNumber(day, rule.weekStart)
    if (!weekNumbers.some(n => (n > 0 ? n : of + 1 + n) === week)) return false
  }
  if (yearDays.length > 0 && !yearDays.some(n => (n > 0 ? n : day.daysInYear + 1 + n) === day.dayOfYear)) return false
  if (monthDays.length > 0 && !monthDays.some(n => (n > 0 ? n : day.daysInMonth + 1 + n) === day.day)) return false
  const inYear = frequency === 'YEARLY' && months.length === 0
  if (weekdays.length > 0 && !weekdays.some(one => nthFits(day, one, inYear))) return false
  if (yearDays.length + monthDays.length + weekdays.length > 0) return true
  if (frequency === 'WEEKLY') return day.dayOfWeek === start.dayOfWeek
  if (frequency === 'MONTHLY') return day.day === start.day
  if (frequency !== 'YEARLY') return true
  if (weekNumbers.length > 0) return day.dayOfWeek === start.dayOfWeek
  return day.day === start.day && (months.length > 0 || day.month === start.month)
}

/** How many periods after the start's own a moment lies. */
function periodOf(rule: Rule, start: Temporal.PlainDateTime, at: Temporal.PlainDateTime): number {
  const [a, b] = [start.toPlainDate(), at.toPlainDate()]
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate) => from.until(to).days
  switch (rule.frequency) {
    case 'YEARLY':
      return b.year - a.year
    case 'MONTHLY':
      return b.year * 12 + b.month - a.year * 12 - a.month
    case 'WEEKLY':
      return days(weekOf(a, rule.weekStart), weekOf(b, rule.weekStart)) / 7
    case 'DAILY':
      return days(a, b)
    case 'HOURLY':
      return days(a, b) * 24 + at.hour - start.hour
    case 'MINUTELY':
      return days(a, b) * 1440 + (at.hour - start.hour) * 60 + at.minute - start.minute
    default:
      return (
        days(a, b) * 86_400 + (at.hour - start.hour) * 3600 + (at.minute - start.minute) * 60 + at.second - start.second
      )
  }
}

const levels = ['SECONDLY', 'MINUTELY', 'HOURLY'] as const

/** Times of a day that the rule could have, by trying each second of it that its parts leave. */
function* momentsOf(rule: Rule, start: Temporal.PlainDateTime, day: Temporal.PlainDate) {
  const level = levels.indexOf(rule.frequency as (typeof levels)[number])
  const range = (count: number) => Array.from({ length: count }, (_, i) => i)
  const part = (list: readonly number[], given: number, count: number, free: boolean) =>
    list.length > 0 ? [...list].sort((a, b) => a - b) : free ? range(count) : [given]
  for (const hour of part(rule.hours, start.hour, 24, level >= 0))
    for (const minute of part(rule.minutes, start.minute, 60, level === 0 || level === 1))
      for (const second of part(rule.seconds, start.second, 60, level === 0)) {
        yield day.toPlainDateTime({ hour, minute, second })
      }
}

/** All times from the start to before `to`, the start itself always first. */
export function naiveTimes(rule: Rule, start: Temporal.PlainDateTime, to: Temporal.PlainDateTime): string[] {
  const sets = new Map<number, Temporal.PlainDateTime[]>()
  // The whole of the first period and of the last: a position counts in all of its period.
  const end = to.toPlainDate().add({ days: 367 })
  for (
    let day = start.toPlainDate().subtract({ days: 367 });
    Temporal.PlainDate.compare(day, end) < 0;
    day = day.add({ days: 1 })
  ) {
    if (!dayFits(rule, start.toPlainDate(), day)) continue
    for (const at of momentsOf(rule, start, day)) {
      const period = periodOf(rule, start, at)
      if (period >= 0 && period % rule.interval === 0) sets.set(period, [...(sets.get(period) ?? []), at])
    }
  }
  const times = [...sets.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, set]) => {
      if (rule.positions.length === 0) return set
      const wanted = new Set(rule.positions.map(n => (n > 0 ? n - 1 : set.length + n)))
      return set.filter((_, i) => wanted.has(i))
    })
    .filter(at => Temporal.PlainDateTime.compare(at, start) > 0)
  const counted = [start, ...times].slice(0, rule.count ?? undefined)
  return counted.filter(at => Temporal.PlainDateTime.compare(at, to) < 0).map(String)
}
