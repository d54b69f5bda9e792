import { addDays, weekdayOf } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { dayHead } from '../../../../web/kit/calendar/dayHead.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { FoundSlot, Keys } from '../words.ts'

interface DayHeadProps {
  readonly day: string
  readonly slots: readonly FoundSlot[]
  readonly picked: FoundSlot | null
  readonly onDay: (day: string) => void
}

/** The day that is shown, and the days of its week with the times that were found on them. */
export function DayHead({ day, slots, picked, onDay }: DayHeadProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const language = useLanguage()
  const monday = addDays(day, 1 - weekdayOf(day))
  const ranks = (one: string) =>
    slots.flatMap((slot, index) => (formats.dayOf(slot.start) === one ? [{ slot, rank: index + 1 }] : []))
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  // Weekends only where something is on them.
  const days = week.filter((one, index) => index < 5 || one === day || ranks(one).length > 0)
  return (
    <>
      <header className="page-head">
        <h1 className="h1">{formats.longDay(day)}</h1>
        <span className="t3">{say('page.find-time.week', { week: formats.week(day) })}</span>
        <div className="end">
          <Button onClick={() => onDay(formats.today())}>{say('today' as Keys)}</Button>
          <Button aria-label={say('page.find-time.day.previous')} onClick={() => onDay(addDays(day, -7))}>
            <Icon name="chevron-left" small />
          </Button>
          <Button aria-label={say('page.find-time.day.next')} onClick={() => onDay(addDays(day, 7))}>
            <Icon name="chevron-right" small />
          </Button>
        </div>
      </header>
      <div className="find-days" role="group" aria-label={say('page.find-time.days')}>
        {days.map(one => (
          <button
            key={one}
            type="button"
            className={one === day ? 'on' : ''}
            aria-pressed={one === day}
            onClick={() => onDay(one)}
          >
            <span>{shortDay(one, language)}</span>
            <span className="find-ranks">
              {ranks(one).map(({ slot, rank }) => (
                <span key={rank} className={slot === picked ? 'rank on' : 'rank'}>
                  {rank}
                </span>
              ))}
            </span>
          </button>
        ))}
      </div>
    </>
  )
}

/** `Wed 25` */
function shortDay(day: string, language: string): string {
  const { weekday, number } = dayHead(day, language)
  return `${weekday} ${number}`
}
