import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { WorkKeys } from '../desk/deskTypes.ts'

/** As the wire tells it: what is left out has its default. */
interface Rule {
  readonly every: 'day' | 'workday' | 'week' | 'month' | 'year'
  readonly interval?: number | undefined
  readonly weekdays?: readonly number[] | undefined
}

/** Monday 5 January 2026, from which the names of weekdays are taken. */
const aMonday = Date.UTC(2026, 0, 5)
const dayLength_ms = 86_400_000

/** `Mon, Thu` of ISO weekdays. */
export function weekdayNames(weekdays: readonly number[], language: string): string {
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return weekdays.map(weekday => names.format(aMonday + (weekday - 1) * dayLength_ms)).join(', ')
}

/** `Every 2 weeks: Mon, Thu`; which day of a month it is, its next date says. */
export function useRepeatWords(): (rule: Rule) => string {
  const say = useSay<WorkKeys>()
  const language = useLanguage()
  return ({ every, interval = 1, weekdays }) => {
    const words = say(`page.task.every.${every}`, { count: interval })
    return weekdays?.length ? `${words}: ${weekdayNames(weekdays, language)}` : words
  }
}
