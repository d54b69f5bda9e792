/**
 * Habits: rhythms among tasks of like titles that somebody completed ("third working day, four months running", "every Friday").
 * A rhythm is told only where chance would hardly have made it: the probability that dates without any rhythm fit so well, times
 * the number of rhythms that were tried, must be small; and it must still be alive.
 */
import type { WorkingCalendar } from '../work/contract.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import type { rhythms } from './contract/queries.ts'

type Date = Temporal.PlainDate

export interface Done {
  readonly title: string
  readonly on: Date
}

export interface Habit {
  /** As it was called the last time. */
  readonly title: string
  readonly rhythm: (typeof rhythms)[number]
  readonly n: number
  readonly weekday: number | null
  readonly times: number
  readonly lastOn: Date
}

/** Chance may make one habit of so many groups of tasks. */
const mostByChance = 0.004

const months =
  /\b(jan(uari|uary|uarie|eiro)?|feb(ruari|ruary|ruar|ruarie)?|fev(ereiro)?|mar(s|ch|tie|co)?|maart|mrt|apr(il|ilie)?|abr(il)?|ma[ijy]|maio|juni?e?|jul[iy]?|iunie|iulie|junho|julho|aug(usti|ust|ustus)?|ago(sto)?|sep(tember|tembrie|t)?|set(embro)?|o[ck]t(ober|ombrie)?|out(ubro)?|nov(ember|embro)?|noiembrie|de[cs](ember|embrie)?|dez(embro)?)\b/g

/** What is the same of titles of the same work: without numbers, months and punctuation. */
export function likeTitle(title: string): string {
  return foldInPlace(title)
    .replace(/\b(q|kv|v|w|t)?\d+[\d.,:/-]*\b/g, ' ')
    .replace(months, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

/** The habits among what was done, the surest first. */
export function habitsOf(done: readonly Done[], today: Date, given: WorkingCalendar): Habit[] {
  const calendar = remembering(given)
  const groups = new Map<string, Done[]>()
  for (const one of done) {
    const key = likeTitle(one.title)
    if (key.length < 3) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const found: { habit: Habit; chance: number }[] = []
  for (const group of groups.values()) {
    group.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
    const days = [...new Map(group.map(one => [one.on.toString(), one.on])).values()]
    const rhythm = rhythmOf(days, today, calendar)
    const last = group.at(-1)!
    if (rhythm) {
      const { chance, ...rest } = rhythm
      found.push({ habit: { ...rest, title: last.title, lastOn: last.on }, chance })
    }
  }
  return found.sort((a, b) => a.chance - b.chance || b.habit.times - a.habit.times).map(({ habit }) => habit)
}

type Rhythm = Omit<Habit, 'title' | 'lastOn'> & { readonly chance: number }

/** The same calendar, which counts the working days of a month once. */
export function remembering(calendar: WorkingCalendar): WorkingCalendar {
  const known = new Map<string, Date>()
  return {
    ...calendar,
    nthOfMonth(month, n) {
      const key = `${month} ${n}`
      const day = known.get(key) ?? calendar.nthOfMonth(month, n)
      known.set(key, day)
      return day
    },
  }
}

/** The rhythm of these days that chance explains least, if any; the days are in order, each once. */
export function rhythmOf(days: readonly Date[], today: Date, calendar: WorkingCalendar): Rhythm | null {
  if (days.length < 3) return null
  const candidates = [
    ...ofWorkdays(days, today, calendar),
    ...ofWeeks(days, today, calendar),
    ...ofMonths(days, today, calendar),
    ...ofYears(days, today),
  ].filter(({ chance }) => chance < mostByChance)
  return candidates.reduce<Rhythm | null>((best, one) => (best === null || one.chance < best.chance ? one : best), null)
}

/** The probability that of n draws at least `hits` come right, each with probability p. */
export function tail(n: number, hits: number, p: number): number {
  let sum = 0
  let term = p ** n
  // from n hits downwards: choose(n, k) p^k (1-p)^(n-k)
  for (let k = n; k >= hits; k--) {
    sum += term
    if (k > 0) term = (term * k * (1 - p)) / ((n - k + 1) * p)
  }
  return Math.min(1, sum)
}

const daysApart = (from: Date, to: Date): number => from.until(to, { largestUnit: 'day' }).days

/** Nearly every working day. */
function ofWorkdays(days: readonly Date[], today: Date, calendar: WorkingCalendar): Rhythm[] {
  const [first, last] = [days[0]!, days.at(-1)!]
  if (days.length < 10 || daysApart(last, today) > 6) return []
  let workdays = 0
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (calendar.isWorkday(day)) workdays++
  const hits = days.filter(day => calendar.isWorkday(day)).length
  if (hits < workdays * 0.85 || hits < days.length * 0.9) return []
  return [{ rhythm: 'workdays', n: 1, weekday: null, times: hits, chance: tail(workdays, hits, 0.6) }]
}

const monday = (day: Date): Date => day.subtract({ days: day.dayOfWeek - 1 })

/** The day that was meant by this one: itself, or the holiday of that weekday which it stands beside; null where neither. */
function meantDay(day: Date, weekday: number, calendar: WorkingCalendar): Date | null {
  if (day.dayOfWeek === weekday) return day
  if (weekday > 5) return null
  const near = [0, -7, 7].map(days => monday(day).add({ days: weekday - 1 + days }))
  const stoodBeside = (off: Date) =>
    !calendar.isWorkday(off) && (calendar.onOrBefore(off).equals(day) || calendar.onOrAfter(off).equals(day))
  return near.find(stoodBeside) ?? null
}

/** One weekday, every week or every second. */
function ofWeeks(days: readonly Date[], today: Date, calendar: WorkingCalendar): Rhythm[] {
  const found: Rhythm[] = []
  const last = days.at(-1)!
  for (const [rhythm, every] of [
    ['week', 1],
    ['two-weeks', 2],
  ] as const) {
    if (daysApart(last, today) > every * 7 + 7) continue
    for (let weekday = 1; weekday <= 7; weekday++) {
      const hits = days.flatMap(day => meantDay(day, weekday, calendar) ?? [])
      if (hits.length < 4 || hits.length < days.length * 0.8) continue
      const weeks = hits.map(day => daysApart(monday(hits[0]!), monday(day)) / 7)
      const inStep = weeks.filter(week => week % every === 0).length
      const expected = Math.floor(weeks.at(-1)! / every) + 1
      // every second week is no rhythm where it was every week
      if (inStep < hits.length * 0.8 || inStep < expected * 0.8) continue
      // the first hit sets the weekday, so it proves nothing; in step with the second week one more in two
      const byWeekday = tail(days.length - 1, hits.length - 1, 0.2)
      const byStep = every === 1 ? 1 : tail(Math.max(1, hits.length - 1), inStep - 1, 0.5)
      found.push({ rhythm, n: weekday, weekday: null, times: hits.length, chance: byWeekday * byStep * 2 })
    }
  }
  return found
}

interface MonthDay {
  readonly rhythm: 'workday-of-month' | 'day-of-month' | 'weekday-of-month'
  readonly n: number
  readonly weekday: number | null
  /** How likely a working day without any rhythm fits. */
  readonly p: number
  fits(day: Date): boolean
}

function monthDays(day: Date, calendar: WorkingCalendar): MonthDay[] {
  const month = day.toPlainYearMonth()
  const found: MonthDay[] = []
  for (let n = 1; n <= 12; n++)
    for (const nth of [n, -n])
      if (nth >= -1 && calendar.nthOfMonth(month, nth).equals(day))
        found.push({
          rhythm: 'workday-of-month',
          n: nth,
          weekday: null,
          p: 1 / 21,
          fits: other => calendar.nthOfMonth(other.toPlainYearMonth(), nth).equals(other),
        })
  const last = day.day === day.daysInMonth
  found.push(dayOfMonth(day.day, calendar), ...(last ? [dayOfMonth(31, calendar)] : []))
  const week = Math.ceil(day.day / 7)
  found.push({
    rhythm: 'weekday-of-month',
    n: week,
    weekday: day.dayOfWeek,
    p: 1 / 21,
    fits: other => other.dayOfWeek === day.dayOfWeek && Math.ceil(other.day / 7) === week,
  })
  return found
}

/** A day of the month; off weekends and holidays it may have been done the working day before or after. */
function dayOfMonth(n: number, calendar: WorkingCalendar): MonthDay {
  const within = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: Math.min(n, month.daysInMonth) })
  return {
    rhythm: 'day-of-month',
    n,
    weekday: null,
    // one day in most months, two where the date itself is off
    p: 1.5 / 21,
    fits: other =>
      [-1, 0, 1].some(months => {
        const date = within(other.toPlainYearMonth().add({ months }))
        return (
          date.equals(other) ||
          (!calendar.isWorkday(date) &&
            (calendar.onOrBefore(date).equals(other) || calendar.onOrAfter(date).equals(other)))
        )
      }),
  }
}

/** One day of the month, month after month. */
function ofMonths(days: readonly Date[], today: Date, calendar: WorkingCalendar): Rhythm[] {
  const last = days.at(-1)!
  // one month may have been missed
  if (daysApart(last, today) > 65) return []
  const found: Rhythm[] = []
  const tried = new Set<string>()
  for (const seed of days.slice(-3)) {
    for (const kind of monthDays(seed, calendar)) {
      const name = `${kind.rhythm} ${kind.n} ${kind.weekday}`
      if (tried.has(name)) continue
      tried.add(name)
      const hits = days.filter(day => kind.fits(day))
      if (hits.length < 4 || hits.length < days.length * 0.8) continue
      const first = hits[0]!.toPlainYearMonth()
      const span = first.until(last.toPlainYearMonth(), { largestUnit: 'month' }).months + 1
      if (hits.length < span * 0.8 || hits.length > span + 1) continue
      // about eight rhythms of a month are tried for a date, and the first hit sets which
      const chance = tail(days.length - 1, hits.length - 1, kind.p) * 8
      found.push({ rhythm: kind.rhythm, n: kind.n, weekday: kind.weekday, times: hits.length, chance })
    }
  }
  return found
}

/** The same week of the year, at least three years running. */
function ofYears(days: readonly Date[], today: Date): Rhythm[] {
  const last = days.at(-1)!
  if (daysApart(last, today) > 400 || days.length < 3) return []
  const years = new Set(days.map(day => day.year))
  const near = days.filter(day => {
    const then = last.with({ year: day.year }, { overflow: 'constrain' })
    return Math.abs(daysApart(then, day)) <= 3
  })
  if (near.length !== days.length || years.size !== days.length) return []
  return [
    { rhythm: 'year', n: last.dayOfYear, weekday: null, times: near.length, chance: (7 / 365) ** (days.length - 1) },
  ]
}
