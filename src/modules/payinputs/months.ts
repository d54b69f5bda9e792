/** A month of pay and its days. */
import { workingCalendar } from '../work/contract.ts'

export interface MonthDays {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

export function daysOf(month: string): MonthDays {
  const from = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return { from, until: from.with({ day: from.daysInMonth }) }
}

export const monthOf = (day: Temporal.PlainDate): string => day.toPlainYearMonth().toString()

export const within = (day: Temporal.PlainDate, { from, until }: MonthDays): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) <= 0

/** Every day from one to another, both with it. */
export function eachDay(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = from.until(until, { largestUnit: 'day' }).days + 1
  return Array.from({ length: Math.max(0, count) }, (_, days) => from.add({ days }))
}

/** The working days of a country from one day to another. */
export function workdays(country: string, from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  const { isWorkday } = workingCalendar(country)
  return eachDay(from, until).filter(isWorkday)
}
