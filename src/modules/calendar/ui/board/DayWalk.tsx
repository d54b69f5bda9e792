import { addDays } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { dayHead } from '../../../../web/kit/calendar/dayHead.ts'
import { daysFrom, weekStart } from '../../../../web/kit/calendar/weeks.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useKept } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'
import type { DayShown } from './useDayShown.ts'

/** Today, a day back, a day on. */
export function DaySteps({ day, today, show }: DayShown) {
  const say = useSay<CalendarKeys>()
  return (
    <>
      <Button onClick={() => show(today)}>{say('today')}</Button>
      <span className="cal-pair">
        <Button aria-label={say('page.calendar.previous')} onClick={() => show(addDays(day, -1))}>
          <Icon name="chevron-left" small />
        </Button>
        <Button aria-label={say('page.calendar.next')} onClick={() => show(addDays(day, 1))}>
          <Icon name="chevron-right" small />
        </Button>
      </span>
    </>
  )
}

/** The days of the week, to go to one of them. */
export function WeekDays({ day, show }: DayShown) {
  const say = useSay<CalendarKeys>()
  const { language } = useFormats()
  const { weekFirst } = useKept()
  return (
    <nav className="cal-days" aria-label={say('page.calendar.week')}>
      {daysFrom(weekStart(day, weekFirst), 7).map(one => (
        <button key={one} type="button" aria-current={one === day ? 'date' : undefined} onClick={() => show(one)}>
          <span>{dayHead(one, language).weekday}</span> <b>{dayHead(one, language).number}</b>
        </button>
      ))}
    </nav>
  )
}
