import { useCallback, useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import { useFormats } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda } from '../../contract.ts'
import type { CalendarLine } from '../words.ts'

export interface DayNamesAsked {
  readonly first: string
  readonly last: string
  readonly calendars: readonly CalendarLine[]
  readonly shown: boolean
}

/** What stands above a day: the office's holidays. */
export function useDayNames({ first, last, calendars, shown }: DayNamesAsked): (day: string) => string | undefined {
  const { zone } = useFormats()
  const calendarIds = useMemo(
    () => calendars.filter(({ type }) => type === 'holidays').map(({ id }) => id),
    [calendars],
  )
  const { data } = useQuery<typeof agenda>(
    'calendar.agenda',
    { from: momentOf(first, '00:00', zone), until: momentOf(addDays(last, 1), '00:00', zone), calendarIds },
    { when: shown && calendarIds.length > 0, keep: true, fresh_ms: 3_600_000 },
  )
  const names = useMemo(() => {
    const all = new Map<string, string>()
    for (const { from, until, title } of data?.rows ?? [])
      if (from && until && title)
        for (let day = from; day <= until; day = addDays(day, 1))
          all.set(day, all.has(day) ? `${all.get(day)}, ${title}` : title)
    return all
  }, [data])
  return useCallback((day: string) => (shown ? names.get(day) : undefined), [names, shown])
}
