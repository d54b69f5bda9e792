import { addDays } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { monthName } from '../../../../web/kit/calendar/dayHead.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useKept, type CalendarView, views } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'
import { daysShown, stepped } from './range.ts'

interface CalendarHeadProps {
  readonly view: CalendarView
  readonly day: string
  readonly today: string
  readonly onView: (view: CalendarView) => void
  readonly onDay: (day: string, view?: CalendarView) => void
  readonly onNew: () => void
}

/** What is shown and how, and the ways on and back. */
export function CalendarHead({ view, day, today, onView, onDay, onNew }: CalendarHeadProps) {
  const say = useSay<CalendarKeys>()
  const { title, beside } = useHead(view, day)
  useTitle(`${title}${beside ? `, ${beside}` : ''}`)
  return (
    <header className="cal-head">
      <h1 className="h1">
        {title}
        {beside ? <small>{beside}</small> : null}
      </h1>
      <div className="cal-views" role="group" aria-label={say('page.calendar.view')}>
        {views.map(one => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => onView(one)}>
            {say(`page.calendar.${one}`)}
          </button>
        ))}
      </div>
      <div className="cal-steps">
        <Button onClick={() => onDay(today)} aria-current={day === today ? 'date' : undefined}>
          {say('today')}
        </Button>
        <span className="cal-pair">
          <Button aria-label={say('page.calendar.previous')} onClick={() => onDay(stepped(view, day, -1))}>
            <Icon name="chevron-left" small />
          </Button>
          <Button aria-label={say('page.calendar.next')} onClick={() => onDay(stepped(view, day, 1))}>
            <Icon name="chevron-right" small />
          </Button>
        </span>
      </div>
      <Button look="primary" icon="plus" keys="n" className="cal-new" onClick={onNew}>
        {say('page.calendar.new')}
      </Button>
    </header>
  )
}

function useHead(view: CalendarView, day: string): { readonly title: string; readonly beside: string } {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const { weekFirst } = useKept()
  const week = (of: string) => say('page.calendar.week-no', { week: formats.week(of) }).toLocaleLowerCase(language)
  if (view === 'day') return { title: formats.longDay(day), beside: week(day) }
  if (view === 'year') return { title: day.slice(0, 4), beside: '' }
  if (view === 'month') return { title: monthName(day, language), beside: '' }
  if (view === 'list') return { title: formats.weekday(day), beside: week(day) }
  const days = daysShown('week', day, weekFirst, true)
  const [first, last] = [days[0] ?? day, days[6] ?? day]
  const isOne = first.slice(0, 7) === last.slice(0, 7)
  const begins = monthName(first, language, first.slice(0, 4) !== last.slice(0, 4))
  return {
    title: isOne ? monthName(first, language) : `${begins} – ${monthName(last, language)}`,
    beside: week(addDays(first, 3)),
  }
}
