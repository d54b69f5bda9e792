import { useCallback } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { weekdayName } from '../../../../web/kit/calendar/dayHead.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { CalendarKeys } from '../words.ts'
import { readRule, type SaidRule } from './rule.ts'

const monday = '2024-01-01'

/** A repetition in words: `Every 2 weeks on Tuesday and Thursday, until 18 Dec`. */
export function useRuleWords(): (rule: string, first?: string) => string {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  return useCallback(
    (rule, first) => {
      const said = first ? readRule(rule, first) : readRule(rule.replace(/;?BYMONTHDAY=\d+/i, ''), anyFirst(rule))
      if (!said) return say('page.repeats.other')
      return [begins(said), ends(said)].filter(Boolean).join(', ')
      function begins({ every, interval, weekdays, nth }: SaidRule): string {
        if (every === 'day') return say('page.repeats.day', { count: interval })
        if (every === 'year') return say('page.repeats.year', { count: interval })
        if (every === 'week') {
          if (interval === 1 && weekdays.join() === '1,2,3,4,5') return say('page.repeats.workdays')
          const days = weekdays.map(day => weekdayName(addDays(monday, day - 1), language, 'long'))
          return say('page.repeats.week', { count: interval, days: new Intl.ListFormat(language).format(days) })
        }
        if (nth === null || !first) return say('page.repeats.month', { count: interval })
        const weekday = weekdayName(first, language, 'long')
        return say(`page.repeats.month.${nth as 1 | 2 | 3 | 4 | 5}`, { weekday, count: interval })
      }
      function ends({ until, count }: SaidRule): string {
        if (count) return say('page.repeats.times', { count })
        return until ? say('page.repeats.until', { day: formats.fullDay(until) }) : ''
      }
    },
    [say, formats, language],
  )
}

/** A day that a rule of months and weekdays may begin on, where the first is not known. */
function anyFirst(rule: string): string {
  const code = /BYDAY=-?\d?(MO|TU|WE|TH|FR|SA|SU)/i.exec(rule)?.[1]?.toUpperCase()
  const at = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(code ?? 'MO')
  return addDays(monday, Math.max(0, at))
}
