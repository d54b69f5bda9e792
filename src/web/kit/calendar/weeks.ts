import { addDays, weekdayOf } from '../../format/day.ts'
import { figureLocale } from '../../format/locale.ts'

/** Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

interface WithWeekInfo {
  getWeekInfo?: () => { readonly firstDay: number }
  weekInfo?: { readonly firstDay: number }
}

/** The day weeks begin with where the office is; where the browser does not know, Monday. */
export function firstWeekdayIn(country: string): Weekday {
  const locale = new Intl.Locale(figureLocale(country)) as unknown as WithWeekInfo
  return (locale.getWeekInfo?.().firstDay ?? locale.weekInfo?.firstDay ?? 1) as Weekday
}

/** The first day of the week a day lies in. */
export const weekStart = (day: string, first: Weekday): string => addDays(day, -((weekdayOf(day) - first + 7) % 7))

export const daysFrom = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(day, index))

/** The weeks that a month touches, each from its first day. */
export function weeksOfMonth(day: string, first: Weekday): string[] {
  const month = day.slice(0, 7)
  const weeks: string[] = []
  for (let at = weekStart(`${month}-01`, first); at.slice(0, 7) <= month; at = addDays(at, 7)) weeks.push(at)
  return weeks
}

/** The number of a week is that of its Monday, also where weeks are drawn from Sunday. */
export const mondayIn = (weekFirst: string): string => addDays(weekFirst, (8 - weekdayOf(weekFirst)) % 7)
