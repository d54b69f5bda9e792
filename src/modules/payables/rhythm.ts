/** The rhythms of bills, in whole months; and which of them the days of some bills keep. Pure. */
import type { Rhythm } from './contract/agreement-commands.ts'

export const monthsOf: Readonly<Record<Rhythm, number>> = {
  month: 1,
  'two-months': 2,
  quarter: 3,
  'four-months': 4,
  'half-year': 6,
  year: 12,
}

export const rhythmOfMonths = (months: number): Rhythm =>
  (Object.keys(monthsOf) as Rhythm[]).find(rhythm => monthsOf[rhythm] === months) ?? 'month'

/** The day of the n-th bill: the same day of the month as the first, the last one where a month is shorter. */
export const dayOf = (first: Temporal.PlainDate, everyMonths: number, n: number): Temporal.PlainDate =>
  first.add({ months: everyMonths * n })

/** The last day on which notice can be given; null where none is needed. */
export const noticeDay = (endsOn: Temporal.PlainDate | null, months: number | null): Temporal.PlainDate | null =>
  endsOn && months !== null ? endsOn.subtract({ months }) : null

const daysInMonth = 30.44
/** How far the space between two bills may be from the rhythm's: a week for a month, three for a year. */
const slackOf = (months: number): number => Math.min(21, 5 + months * 1.5)

/** The rhythm that all spaces between days keep; null where they keep none. Three days at least. */
export function rhythmIn(days: readonly Temporal.PlainDate[]): Rhythm | null {
  const sorted = days.toSorted(Temporal.PlainDate.compare)
  const spaces = sorted.slice(1).map((day, index) => sorted[index]!.until(day).days)
  if (spaces.length < 2) return null
  const found = (Object.entries(monthsOf) as [Rhythm, number][]).find(([, months]) =>
    spaces.every(space => Math.abs(space - months * daysInMonth) <= slackOf(months)),
  )
  return found?.[0] ?? null
}
