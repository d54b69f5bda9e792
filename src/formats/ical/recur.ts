/**
 * The times of a recurrence rule (RFC 5545, 3.3.10), on one clock without zones. Each period (year, month, week, day, and below)
 * gives its set of times at once, as the standard's table of expanding and limiting parts says; days and times of day are
 * plain numbers (civil.ts), so that even a rule of seconds from long ago is asked about in milliseconds.
 */
import { civil, dayNumber, dayOfLocal, daySeconds, monthLength, timeOfLocal, weekday, yearLength } from './civil.ts'
import type { Rule } from './rule.ts'

/** A rule may cost so many steps (periods, days and times looked at), some 30 ms; a sane one needs a few for each of its times. */
export const mostSteps = 50_000

/** The rule asks for more than anybody's calendar does. */
export class RecurrenceTooCostly extends Error {
  constructor() {
    super('a recurrence that costs too much')
  }
}

export interface Window {
  /** Local seconds; times before are passed over, as cheaply as the rule allows. */
  readonly from: number
  /** Local seconds; the first time at or after it ends the search. */
  readonly to: number
  readonly steps?: number
  /** The first time is one of them only where the rule gives it: of rhythms that begin on a day, not with one. */
  readonly strict?: boolean
}

const sorted = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b)
const has = (list: readonly number[], value: number): boolean => list.length === 0 || list.includes(value)

/** A rule with what it leaves open taken from its first time, as the standard has it. */
function completed(rule: Rule, start: number): Rule {
  const { month, day } = civil(dayOfLocal(start))
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays } = rule
  const hasDays = yearDays.length > 0 || monthDays.length > 0 || weekdays.length > 0
  if (hasDays) return rule
  const ofStart = [{ nth: 0, weekday: weekday(dayOfLocal(start)) }]
  if (frequency === 'WEEKLY') return { ...rule, weekdays: ofStart }
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [day] }
  if (frequency !== 'YEARLY') return rule
  if (weekNumbers.length > 0) return { ...rule, weekdays: ofStart }
  return { ...rule, monthDays: [day], months: months.length > 0 ? months : [month] }
}

/** Monday of ISO-like week 1 where weeks begin on `weekStart`: the first with four days or more in the year. */
function firstWeek(year: number, weekStart: number): number {
  const newYear = dayNumber(year, 1, 1)
  const into = (weekday(newYear) - weekStart + 7) % 7
  return into <= 3 ? newYear - into : newYear + 7 - into
}

/** Whether a day lies in one of these weeks, counted in the week-year it belongs to. */
function inWeeks(day: number, year: number, { weekNumbers, weekStart }: Rule): boolean {
  const own = day < firstWeek(year, weekStart) ? year - 1 : day >= firstWeek(year + 1, weekStart) ? year + 1 : year
  const first = firstWeek(own, weekStart)
  const weeks = (firstWeek(own + 1, weekStart) - first) / 7
  const week = Math.floor((day - first) / 7) + 1
  return weekNumbers.some(wanted => (wanted > 0 ? wanted : weeks + 1 + wanted) === week)
}

/** Whether it is the wanted one of its weekday, counted in the month or in the year. */
function isWanted(
  day: number,
  { nth, weekday: wanted }: Rule['weekdays'][number],
  first: number,
  length: number,
): boolean {
  if (weekday(day) !== wanted) return false
  if (nth === 0) return true
  const at = day - first
  return nth > 0 ? Math.floor(at / 7) + 1 === nth : Math.floor((length - 1 - at) / 7) + 1 === -nth
}

function fitsDay(day: number, rule: Rule): boolean {
  const { year, month, day: monthDay } = civil(day)
  if (!has(rule.months, month)) return false
  if (rule.weekNumbers.length > 0 && !inWeeks(day, year, rule)) return false
  const length = monthLength(year, month)
  if (rule.monthDays.length > 0 && !rule.monthDays.some(one => (one > 0 ? one : length + 1 + one) === monthDay))
    return false
  const newYear = dayNumber(year, 1, 1)
  const days = yearLength(year)
  if (rule.yearDays.length > 0 && !rule.yearDays.some(one => (one > 0 ? one - 1 : days + one) === day - newYear))
    return false
  if (rule.weekdays.length === 0) return true
  const inYear = rule.frequency === 'YEARLY' && rule.months.length === 0
  const [first, span] = inYear ? [newYear, days] : [day - monthDay + 1, length]
  return rule.weekdays.some(one => isWanted(day, one, first, span))
}

/** Days of a period from its first to before its end, in order. */
function daysOf(rule: Rule, from: number, to: number): number[] {
  const days: number[] = []
  for (let day = from; day < to; day++) if (fitsDay(day, rule)) days.push(day)
  return days
}

/** Times of day of a rule of days or more: from its hours, minutes and seconds, or its first time's. */
function timesOfDay(rule: Rule, start: number): number[] {
  const time = timeOfLocal(start)
  const or = (list: readonly number[], given: number) => (list.length > 0 ? list : [given])
  const times: number[] = []
  for (const hour of or(rule.hours, Math.floor(time / 3600)))
    for (const minute of or(rule.minutes, Math.floor(time / 60) % 60))
      for (const second of or(rule.seconds, time % 60)) times.push(hour * 3600 + minute * 60 + second)
  return sorted(times)
}

function positioned(times: number[], positions: readonly number[]): number[] {
  if (positions.length === 0) return times
  return sorted(positions.flatMap(position => times[position > 0 ? position - 1 : times.length + position] ?? []))
}

/** A period: its first day, and the first day after it. */
type Span = readonly [from: number, to: number]

/** The span of the n-th period of a rule of days, weeks, months or years. */
function spanAt({ frequency, interval, weekStart }: Rule, start: number, n: number): Span {
  const day = dayOfLocal(start)
  if (frequency === 'DAILY') return [day + n * interval, day + n * interval + 1]
  if (frequency === 'WEEKLY') {
    const week = day - ((weekday(day) - weekStart + 7) % 7) + n * interval * 7
    return [week, week + 7]
  }
  const { year, month } = civil(day)
  if (frequency === 'YEARLY') return [dayNumber(year + n * interval, 1, 1), dayNumber(year + n * interval + 1, 1, 1)]
  const months = year * 12 + month - 1 + n * interval
  const at = (count: number) => dayNumber(Math.floor(count / 12), (count % 12) + 1, 1)
  return [at(months), at(months + 1)]
}

/** At least so many days has a period: how many can be passed over on the way to a later day. */
const longest: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** Times of a rule of days, weeks, months or years, in order, without regard to count and until. */
function* timesByDay(rule: Rule, start: number, window: Window, spend: (steps: number) => void): Generator<number> {
  const times = timesOfDay(rule, start)
  const ahead =
    Math.floor((dayOfLocal(window.from) - dayOfLocal(start)) / (longest[rule.frequency]! * rule.interval)) - 1
  for (let n = rule.count === null ? Math.max(0, ahead) : 0; ; n++) {
    const [from, to] = spanAt(rule, start, n)
    if (from * daySeconds >= window.to) return
    spend(1 + (to - from) / 8)
    const days = daysOf(rule, from, to)
    if (rule.positions.length > 0) {
      spend((days.length * times.length) / 50)
      const set = days.flatMap(day => times.map(time => day * daySeconds + time))
      yield* positioned(set, rule.positions)
    } else for (const day of days) for (const time of times) yield day * daySeconds + time
  }
}

const unitOf: Readonly<Record<string, number>> = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 }

/** The set of one hour, minute or second, as seconds after its beginning. */
function setWithin(rule: Rule, start: number): readonly number[] {
  const time = timeOfLocal(start)
  const or = (list: readonly number[], given: number) => (list.length > 0 ? list : [given])
  const minutes = rule.frequency === 'HOURLY' ? or(rule.minutes, Math.floor(time / 60) % 60) : [0]
  const seconds = rule.frequency === 'SECONDLY' ? [0] : or(rule.seconds, time % 60)
  return positioned(sorted(minutes.flatMap(minute => seconds.map(second => minute * 60 + second))), rule.positions)
}

/** Where a period below the day, on a day that fits, cannot be one of the rule's: the first moment from which one can. */
function nextChance(rule: Rule, period: number, day: number): number {
  const time = period - day * daySeconds
  const hour = Math.floor(time / 3600)
  if (!has(rule.hours, hour)) return day * daySeconds + (hour + 1) * 3600
  const minute = Math.floor(time / 60)
  if (rule.frequency !== 'HOURLY' && !has(rule.minutes, minute % 60)) return day * daySeconds + (minute + 1) * 60
  if (rule.frequency === 'SECONDLY' && !has(rule.seconds, time % 60)) return period + 1
  return period
}

/** Times of a rule of hours, minutes or seconds; days that do not fit are passed over whole. */
function* timesWithinDay(rule: Rule, start: number, window: Window, spend: (steps: number) => void): Generator<number> {
  const unit = unitOf[rule.frequency]!
  const step = unit * rule.interval
  const origin = Math.floor(start / unit) * unit
  const set = setWithin(rule, start)
  let fitting = Number.NaN
  let n = rule.count === null ? Math.max(0, Math.floor((window.from - origin) / step)) : 0
  for (;;) {
    const period = origin + n * step
    if (period >= window.to) return
    spend(1)
    const day = dayOfLocal(period)
    const fits = day === fitting || fitsDay(day, rule)
    if (fits) fitting = day
    const chance = fits ? nextChance(rule, period, day) : (day + 1) * daySeconds
    if (chance > period) {
      n = Math.max(n + 1, Math.ceil((chance - origin) / step))
      continue
    }
    for (const after of set) yield period + after
    n++
  }
}

/**
 * The times of a rule that lie in the window, in order. The first time of the series is always one of them and counts as the
 * first, also where the rule would not give it (3.8.5.3). `until` is compared on the rule's own clock: an instant must have been
 * put on it before. Throws `RecurrenceTooCostly`.
 */
export function* timesOf(given: Rule, start: number, window: Window): Generator<number> {
  const rule = completed(given, start)
  let left = window.steps ?? mostSteps
  const spend = (steps: number): void => {
    left -= steps
    if (left < 0) throw new RecurrenceTooCostly()
  }
  const last = rule.until ? rule.until.seconds + (rule.until.kind === 'day' ? daySeconds - 1 : 0) : Infinity
  const strict = window.strict === true
  if (!strict && start >= window.from && start < window.to && start <= last) yield start
  let count = strict ? 0 : 1
  const times = (rule.frequency in unitOf ? timesWithinDay : timesByDay)(rule, start, window, spend)
  for (const time of times) {
    if (time < start || (time === start && !strict)) continue
    if (time >= window.to || time > last || (rule.count !== null && ++count > rule.count)) return
    if (time >= window.from) yield time
    else spend(0.1)
  }
}
