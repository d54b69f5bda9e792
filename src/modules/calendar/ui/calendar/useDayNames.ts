import { useCallback, useMemo } from 'react'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { holidaysIn } from '../holidays.ts'
import type { CalendarKeys } from '../words.ts'

/** What stands above a day: the public holidays of the office's country. */
export function useDayNames(first: string, last: string, shown: boolean): (day: string) => string | undefined {
  const say = useSay<CalendarKeys>()
  const { country } = useFormats()
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const names = useMemo(() => holidaysIn(country, from, until), [country, from, until])
  return useCallback(
    (day: string) => {
      const key = shown ? names.get(day) : undefined
      return key && say(key)
    },
    [names, shown, say],
  )
}
