import './mini-month.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, addMonths } from '../../format/day.ts'
import { useFormats, useLanguage } from '../../language/Say.tsx'
import { monthName, weekdayName } from './dayHead.ts'
import { daysFrom, mondayIn, type Weekday, weeksOfMonth } from './weeks.ts'

export interface MiniMonthProps {
  /** Any day of the month that is drawn. */
  readonly month: string
  readonly firstWeekday: Weekday
  readonly today: string
  /** The day that is shown, or the first and last of those that are. */
  readonly shown?: readonly [first: string, last: string] | undefined
  /** How much there is on a day: 0 nothing, 3 much. */
  readonly marks?: ReadonlyMap<string, number> | undefined
  /** Days that nobody works, or no school is open. */
  readonly kinds?: ReadonlyMap<string, 'holiday' | 'school'> | undefined
  readonly weekWord: (week: number) => string
  readonly withYear?: boolean
  /** Shown at the right of the name. */
  readonly end?: React.ReactNode
  readonly onDay: (day: string) => void
  readonly onWeek: (monday: string) => void
  /** The keyboard has left the month. */
  readonly onMonth?: (day: string) => void
}

/** A month in small, with the numbers of its weeks; a day opens that day, a number that week. */
export function MiniMonth(props: MiniMonthProps) {
  const {
    month,
    firstWeekday,
    today,
    shown,
    marks,
    kinds,
    weekWord,
    withYear = true,
    end,
    onDay,
    onWeek,
    onMonth,
  } = props
  const formats = useFormats()
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const weeks = weeksOfMonth(month, firstWeekday)
  const within = (day: string) => day.slice(0, 7) === month.slice(0, 7)
  const start = shown && within(shown[0]) ? shown[0] : within(today) ? today : `${month.slice(0, 7)}-01`
  const [here, setHere] = useState(start)
  useEffect(() => setHere(start), [start])
  const move = (event: KeyboardEvent, day: string) => {
    const by: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
    const paged: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 }
    const to = by[event.key]
      ? addDays(day, by[event.key] ?? 0)
      : paged[event.key]
        ? addMonths(day, paged[event.key] ?? 0)
        : null
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    if (!within(to)) return onMonth?.(to)
    setHere(to)
    table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  return (
    <div className="mini">
      <div className="mini-head">
        <b>{monthName(month, language, withYear)}</b>
        {end}
      </div>
      <table ref={table} aria-label={monthName(month, language)}>
        <thead>
          <tr>
            <td />
            {daysFrom(weeks[0] ?? month, 7).map(one => (
              <th key={one} scope="col" abbr={weekdayName(one, language, 'long')}>
                {weekdayName(one, language, 'narrow')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week}>
              <th scope="row">
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={weekWord(formats.week(mondayIn(week)))}
                  onClick={() => onWeek(mondayIn(week))}
                >
                  {formats.week(mondayIn(week))}
                </button>
              </th>
              {daysFrom(week, 7).map(day => (
                <td
                  key={day}
                  data-kind={within(day) ? kinds?.get(day) : undefined}
                  data-shown={shown && day >= shown[0] && day <= shown[1] ? '' : undefined}
                >
                  {within(day) ? (
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === here ? 0 : -1}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={formats.longDay(day)}
                      data-much={marks?.get(day) || undefined}
                      onKeyDown={event => move(event, day)}
                      onClick={() => onDay(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  ) : (
                    <span className="mini-other" aria-hidden="true">
                      {Number(day.slice(8))}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
