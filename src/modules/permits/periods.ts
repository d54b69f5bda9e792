/**
 * How long an authority has to decide and a party to appeal: suggestions for each country, from what its law on administration
 * usually gives, and shown as such; each office sets its own. Counted from the day after; a last day on which nobody works
 * becomes the next working day.
 */
import { type WorkingCalendar, workingCalendar } from '../work/contract.ts'

export const periodUnits = ['day', 'workday'] as const
export type PeriodUnit = (typeof periodUnits)[number]

export interface Period {
  readonly days: number
  readonly unit: PeriodUnit
}

const days = (count: number): Period => ({ days: count, unit: 'day' })
const workdays = (count: number): Period => ({ days: count, unit: 'workday' })

/** To appeal; Sweden, Norway and the Netherlands in weeks of seven days. */
const appeals: Readonly<Record<string, Period>> = {
  SE: days(21),
  NO: days(21),
  NL: days(42),
  RO: days(30),
  PT: workdays(30),
}

/** To decide; in Sweden a party may press after six months. */
const decisions: Readonly<Record<string, Period>> = {
  SE: days(182),
  NO: days(30),
  NL: days(56),
  RO: days(30),
  PT: workdays(60),
}

export const appealPeriod = (country: string): Period => appeals[country] ?? days(28)
export const decisionPeriod = (country: string): Period => decisions[country] ?? days(60)

/** The last day of a period that begins the day after `from`. */
export function lastDay(from: Temporal.PlainDate, period: Period, calendar: WorkingCalendar): Temporal.PlainDate {
  if (period.unit === 'day') return calendar.onOrAfter(from.add({ days: period.days }))
  let day = from
  for (let left = period.days; left > 0; left--) day = calendar.onOrAfter(day.add({ days: 1 }))
  return day
}

export const lastDayIn = (from: Temporal.PlainDate, period: Period, country: string): Temporal.PlainDate =>
  lastDay(from, period, workingCalendar(country))

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/**
 * The first day of a rhythm after `after`, counted from its first day so that the end of a month stays the end of a month;
 * null where there is only one.
 */
export function nextCheck(
  first: Temporal.PlainDate,
  every: 'once' | keyof typeof months,
  after: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (every === 'once') return null
  for (let n = 1; ; n++) {
    const day = first.add({ months: months[every] * n })
    if (Temporal.PlainDate.compare(day, after) > 0) return day
  }
}
