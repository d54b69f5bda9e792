import { addDays } from '../../../../web/format/day.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import type { CalendarKeys } from '../words.ts'

export interface DayShown {
  readonly day: string
  readonly today: string
  readonly show: (day: string) => void
}

/** The day whose hours are shown: it stands in the address, and `j`, `k` and `t` walk. */
export function useDayShown(): DayShown {
  const say = useSay<CalendarKeys>()
  const today = useFormats().today()
  const [search, change] = useSearch()
  const day = search['on'] ?? today
  const show = (on: string) => change({ on: on === today ? null : on })
  useHotkeys([
    { keys: 'j', label: say('page.calendar.next'), run: () => show(addDays(day, 1)) },
    { keys: 'k', label: say('page.calendar.previous'), run: () => show(addDays(day, -1)) },
    { keys: 't', label: say('today'), run: () => show(today) },
  ])
  return { day, today, show }
}
