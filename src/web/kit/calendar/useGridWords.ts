import { useMemo } from 'react'
import { useSay } from '../../language/Say.tsx'
import type { GridWords } from './gridEvent.ts'

/** What the grids say: the words of the calendar's own page, wherever a grid stands. */
export function useGridWords(): GridWords {
  const say = useSay<string>()
  return useMemo(
    () => ({
      allDay: say('page.calendar.all-day'),
      week: week => say('page.calendar.week-no', { week }),
      more: count => say('page.calendar.more', { count }),
      newAt: when => say('page.calendar.new-at', { when }),
      lifted: (title, when) => say('page.calendar.lifted', { title, when }),
      moving: when => when,
      putBack: say('page.calendar.put-back'),
      holidays: say('page.calendar.holidays'),
      none: say('page.calendar.nothing'),
      looks: {
        busy: '',
        free: say('page.calendar.look.free'),
        tentative: say('page.calendar.look.tentative'),
        asked: say('page.calendar.look.asked'),
        declined: say('page.calendar.look.declined'),
        cancelled: say('page.calendar.look.cancelled'),
        away: say('page.calendar.look.away'),
      },
    }),
    [say],
  )
}
