/** Rules of RFC 5545 and patterns of Microsoft Graph (`patternedRecurrence`): what one cannot say of the other is refused. */
import { clockOf } from '../../../../formats/ical/zone.ts'
import { parseRule, type Rule, weekdayNames } from '../../../../formats/ical/rule.ts'
import { compact } from '../../../../formats/ical/write.ts'
import { NotSaid, type When } from '../facts.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
type Day = (typeof days)[number]
const indexes = ['first', 'second', 'third', 'fourth', 'last'] as const
type Index = (typeof indexes)[number]

export interface Pattern {
  readonly type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly'
  readonly interval: number
  readonly month?: number
  readonly dayOfMonth?: number
  readonly daysOfWeek?: readonly Day[]
  readonly firstDayOfWeek?: Day
  readonly index?: Index
}

export interface Recurrence {
  readonly pattern: Pattern
  readonly range: {
    readonly type: 'endDate' | 'noEnd' | 'numbered'
    readonly startDate: string
    readonly endDate?: string
    readonly numberOfOccurrences?: number
    readonly recurrenceTimeZone?: string
  }
}

const dayOf = (when: When): string => (when.allDay ? when.day : when.local.slice(0, 10))
const refuse = (rule: string): never => {
  throw new NotSaid(`RRULE:${rule}`)
}

/** Which of a month's such days; Graph knows the first four and the last. */
const indexOf = (nth: number, rule: string): Index =>
  nth === -1 ? 'last' : nth >= 1 && nth <= 4 ? indexes[nth - 1]! : refuse(rule)

/** `2TU`, or weekdays with BYSETPOS. */
function relative(rule: Rule, text: string): Pick<Pattern, 'daysOfWeek' | 'index'> | null {
  const { weekdays, positions } = rule
  if (weekdays.length === 0) return null
  const [first] = weekdays
  const named = weekdays.map(({ weekday }) => days[weekday]!)
  if (weekdays.length === 1 && first!.nth !== 0 && positions.length === 0)
    return { daysOfWeek: named, index: indexOf(first!.nth, text) }
  if (weekdays.every(({ nth }) => nth === 0) && positions.length === 1)
    return { daysOfWeek: named, index: indexOf(positions[0]!, text) }
  return refuse(text)
}

/** Where the 29th to 31st is no day of a month, Outlook takes its last one and the standard leaves the month out. */
function monthDay(rule: Rule, start: When, text: string): number {
  const given = rule.monthDays.length > 0 ? rule.monthDays : [Number(dayOf(start).slice(8, 10))]
  const [day] = given
  return given.length === 1 && day! >= 1 && day! <= 28 ? day! : refuse(text)
}

function patternOf(rule: Rule, start: When, text: string): Pattern {
  const { frequency, interval } = rule
  const odd = [rule.weekNumbers, rule.yearDays, rule.hours, rule.minutes, rule.seconds]
  if (odd.some(list => list.length > 0)) refuse(text)
  if (frequency === 'DAILY') {
    const more = [rule.months, rule.monthDays, rule.weekdays, rule.positions]
    return more.some(list => list.length > 0) ? refuse(text) : { type: 'daily', interval }
  }
  if (frequency === 'WEEKLY') {
    if (
      rule.months.length + rule.positions.length + rule.monthDays.length > 0 ||
      rule.weekdays.some(({ nth }) => nth !== 0)
    )
      refuse(text)
    const own = (Temporal.PlainDate.from(dayOf(start)).dayOfWeek + 6) % 7
    const on = rule.weekdays.length > 0 ? rule.weekdays.map(({ weekday }) => weekday) : [own]
    // The first instance is its own start, on whatever day; there it would be moved to the first day that is named.
    if (!on.includes(own)) refuse(text)
    return { type: 'weekly', interval, daysOfWeek: on.map(one => days[one]!), firstDayOfWeek: days[rule.weekStart]! }
  }
  if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') refuse(text)
  const near = relative(rule, text)
  if (near && rule.monthDays.length > 0) refuse(text)
  if (frequency === 'MONTHLY') {
    if (rule.months.length > 0) refuse(text)
    return near
      ? { type: 'relativeMonthly', interval, ...near }
      : { type: 'absoluteMonthly', interval, dayOfMonth: monthDay(rule, start, text) }
  }
  if (rule.months.length > 1 || (near && rule.months.length === 0)) refuse(text)
  const month = rule.months[0] ?? Number(dayOf(start).slice(5, 7))
  return near
    ? { type: 'relativeYearly', interval, month, ...near }
    : { type: 'absoluteYearly', interval, month, dayOfMonth: monthDay(rule, start, text) }
}

/** The last day on which it may begin: the day of UNTIL, or the one before where it ends earlier in the day than it begins. */
function lastDay(until: NonNullable<Rule['until']>, start: When): string {
  const text = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19)
  if (start.allDay || until.kind === 'day') return text(until.seconds).slice(0, 10)
  const local = until.kind === 'utc' ? text(clockOf(start.zone).localAt(until.seconds * 1000)) : text(until.seconds)
  const day = local.slice(0, 10)
  return local.slice(11) >= start.local.slice(11) ? day : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}

export function recurrenceOf(text: string, start: When): Recurrence {
  const rule = parseRule(text)
  const pattern = patternOf(rule, start, text)
  const startDate = dayOf(start)
  const range = rule.count
    ? { type: 'numbered' as const, startDate, numberOfOccurrences: rule.count }
    : rule.until
      ? { type: 'endDate' as const, startDate, endDate: lastDay(rule.until, start) }
      : { type: 'noEnd' as const, startDate }
  return { pattern, range }
}

const named = (list: readonly Day[] = []): string => list.map(day => weekdayNames[days.indexOf(day)]).join(',')

export function ruleOf({ pattern, range }: Recurrence, start: When): string {
  const { type, interval, daysOfWeek, dayOfMonth, month, index, firstDayOfWeek } = pattern
  const frequency = {
    daily: 'DAILY',
    weekly: 'WEEKLY',
    absoluteMonthly: 'MONTHLY',
    relativeMonthly: 'MONTHLY',
    absoluteYearly: 'YEARLY',
    relativeYearly: 'YEARLY',
  }[type]
  if (!frequency) throw new NotSaid(type)
  const position = index === 'last' ? -1 : indexes.indexOf(index ?? 'first') + 1
  const list = daysOfWeek ?? []
  // A day that is in no short month is its last one there.
  const onDay =
    (dayOfMonth ?? 1) <= 28
      ? [`BYMONTHDAY=${dayOfMonth ?? 1}`]
      : [`BYMONTHDAY=${Array.from({ length: dayOfMonth! - 27 }, (_, n) => 28 + n).join(',')}`, 'BYSETPOS=-1']
  const parts = [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(month && frequency === 'YEARLY' ? [`BYMONTH=${month}`] : []),
    ...(type === 'weekly' ? [`BYDAY=${named(list)}`] : []),
    ...(type === 'absoluteMonthly' || type === 'absoluteYearly' ? onDay : []),
    ...(type.startsWith('relative')
      ? list.length === 1
        ? [`BYDAY=${position}${named(list)}`]
        : [`BYDAY=${named(list)}`, `BYSETPOS=${position}`]
      : []),
    ...(type === 'weekly' && firstDayOfWeek && firstDayOfWeek !== 'monday' ? [`WKST=${named([firstDayOfWeek])}`] : []),
    ...(range.type === 'numbered' ? [`COUNT=${range.numberOfOccurrences ?? 1}`] : []),
    ...(range.type === 'endDate' && range.endDate ? [`UNTIL=${untilText(range.endDate, start)}`] : []),
  ]
  return parts.join(';')
}

/** The whole last day, on the clock of the series. */
function untilText(day: string, start: When): string {
  if (start.allDay) return compact(day)
  const moment = clockOf(start.zone).instantOf(Date.parse(`${day}T23:59:59Z`) / 1000)
  return `${compact(new Date(moment).toISOString().slice(0, 19))}Z`
}
