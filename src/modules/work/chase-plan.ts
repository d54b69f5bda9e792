/** When somebody is asked again, purely: in working days, never on a day off. */
import type { WorkingCalendar } from './working-days.ts'

export interface ChasePlan {
  readonly firstAfter: number
  readonly every: number
  readonly most: number
}

/** The nth working day after a day; with n = 0 the day itself or the next one where one works. */
export function workingDaysAfter(date: Temporal.PlainDate, n: number, calendar: WorkingCalendar): Temporal.PlainDate {
  let at = calendar.onOrAfter(date)
  for (let left = n; left > 0; left--) at = calendar.onOrAfter(at.add({ days: 1 }))
  return at
}

/** The day of the next reminder after `asked` of them, the last of which was on `since`; null when all were sent. */
export function nextChase(
  plan: ChasePlan,
  asked: number,
  since: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  if (asked >= plan.most) return null
  return workingDaysAfter(since, asked === 0 ? plan.firstAfter : plan.every, calendar)
}
