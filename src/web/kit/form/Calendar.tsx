import './calendar.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, addMonths, weekdayOf } from '../../format/day.ts'
import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../format/locale.ts'
import { useFormats, useLanguage, useSay } from '../../language/Say.tsx'
import { Icon } from '../Icon.tsx'

export interface CalendarProps {
  readonly day: string | null
  readonly onPick: (day: string) => void
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`)

/** A month to pick a day from, with week numbers; arrows move by day and week, Page keys by month. */
export default function Calendar({ day, onPick }: CalendarProps) {
  const say = useSay()
  const formats = useFormats()
  const locale = wordLocale(useLanguage())
  const today = formats.today()
  const [here, setHere] = useState(day ?? today)
  const current = useRef<HTMLButtonElement>(null)
  const followsKeys = useRef(true)
  // The keyboard begins on the day and stays with it; the arrows of the head keep it where it is.
  useEffect(() => {
    if (followsKeys.current && here) current.current?.focus()
    followsKeys.current = false
  }, [here])
  const first = `${here.slice(0, 8)}01`
  const start = addDays(first, 1 - weekdayOf(first))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => addDays(start, week * 7 + weekday)),
  )
  const long = dateFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const move: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => addDays(here, -1),
    ArrowRight: () => addDays(here, 1),
    ArrowUp: () => addDays(here, -7),
    ArrowDown: () => addDays(here, 7),
    PageUp: () => addMonths(here, -1),
    PageDown: () => addMonths(here, 1),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = move[event.key]?.()
    if (!next) return
    event.preventDefault()
    followsKeys.current = true
    setHere(next)
  }
  return (
    <div className="month">
      <div className="month-head">
        <button type="button" aria-label={say('form.date.previous')} onClick={() => setHere(addMonths(here, -1))}>
          <Icon name="chevron-left" small />
        </button>
        <b aria-live="polite">
          {dateFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(utc(first))}
        </b>
        <button type="button" aria-label={say('form.date.next')} onClick={() => setHere(addMonths(here, 1))}>
          <Icon name="chevron-right" small />
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{say('week')}</span>
            </th>
            {weeks[0]?.map(one => (
              <th
                key={one}
                scope="col"
                abbr={dateFormat(locale, { timeZone: 'UTC', weekday: 'long' }).format(utc(one))}
              >
                {dateFormat(locale, { timeZone: 'UTC', weekday: 'narrow' }).format(utc(one))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              <th scope="row">{formats.week(week[0] ?? first)}</th>
              {week.map(one => (
                <td key={one}>
                  <button
                    type="button"
                    tabIndex={one === here ? 0 : -1}
                    ref={one === here ? current : undefined}
                    data-other={one.slice(0, 7) === here.slice(0, 7) ? undefined : ''}
                    aria-current={one === today ? 'date' : undefined}
                    aria-pressed={one === day}
                    aria-label={long.format(utc(one))}
                    onKeyDown={onKeyDown}
                    onClick={() => onPick(one)}
                  >
                    {Number(one.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
