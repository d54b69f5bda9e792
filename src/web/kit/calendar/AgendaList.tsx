import './events.css'
import './agenda.css'
import { Fragment, useMemo, useRef } from 'react'
import { addDays } from '../../format/day.ts'
import { useFormats } from '../../language/Say.tsx'
import { Icon } from '../Icon.tsx'
import { useStepKeys } from '../useStepKeys.ts'
import { byStart, daysOf, type GridEvent, type GridWords, hoursOf, segmentOn } from './gridEvent.ts'
import { clockFrom, minutesInDay } from './locals.ts'

export interface AgendaListProps {
  readonly label: string
  readonly days: readonly string[]
  readonly events: readonly GridEvent[]
  readonly today: string
  readonly words: GridWords
  readonly named?: ((day: string) => string | undefined) | undefined
  readonly open?: string | null
  /** Days on which nothing is are left out. */
  readonly onlyFull?: boolean
  readonly keys?: boolean
  readonly onOpen: (event: GridEvent, at: HTMLElement) => void
}

/** What there is, day after day, as a list. */
export function AgendaList({
  label,
  days,
  events,
  today,
  words,
  named,
  open,
  onlyFull = true,
  onOpen,
}: AgendaListProps) {
  const formats = useFormats()
  const list = useRef<HTMLDivElement>(null)
  useStepKeys(list, '.ag-line')
  const sorted = useMemo(() => events.toSorted(byStart), [events])
  const full = days
    .map(day => ({ day, on: sorted.filter(event => isOn(event, day)) }))
    .filter(({ on, day }) => !onlyFull || on.length > 0 || named?.(day))
  return (
    <div className="ag" ref={list} role="group" aria-label={label}>
      {full.map(({ day, on }, index) => {
        const week = formats.week(day)
        const before = full[index - 1]
        const isNewWeek = !before || formats.week(before.day) !== week
        const name = named?.(day)
        return (
          <Fragment key={day}>
            {isNewWeek ? <p className="ag-week">{words.week(week)}</p> : null}
            <section className="ag-day" aria-label={formats.longDay(day)} data-today={day === today ? '' : undefined}>
              <h3>
                <b>{Number(day.slice(8))}</b>
                <span>{formats.weekday(day).replace(/\s.*/, '')}</span>
                {name ? <i>{name}</i> : null}
              </h3>
              <ul>
                {on.map(event => (
                  <li key={event.key} className="ag-line">
                    <button
                      type="button"
                      data-hue={event.hue}
                      data-look={event.look}
                      data-key={event.key}
                      data-open={open === event.key ? '' : undefined}
                      onClick={click => onOpen(event, click.currentTarget)}
                    >
                      <span className="ag-hours">{hoursOn(event, day, words)}</span>
                      <i className="hue-dot" />
                      <span className="ag-what">
                        <b>{event.title}</b>
                        {event.marks?.map(mark => (
                          <Icon key={mark} name={mark} />
                        ))}
                        {event.detail ? <span>{event.detail}</span> : null}
                      </span>
                      <span className="ag-look">
                        {[words.looks[event.look], event.whose].filter(Boolean).join(' · ')}
                      </span>
                    </button>
                  </li>
                ))}
                {on.length ? null : <li className="ag-none">{words.none}</li>}
              </ul>
            </section>
          </Fragment>
        )
      })}
      {full.length ? null : <p className="ag-none">{words.none}</p>}
    </div>
  )
}

const isOn = (event: GridEvent, day: string): boolean => {
  const [first, last] = daysOf(event)
  return day >= first && day <= last
}

/** The part of its hours that lies on the day. */
function hoursOn(event: GridEvent, day: string, words: GridWords): string {
  if (event.allDay) return words.allDay
  const part = segmentOn(event, day)
  if (!part || (part.began && part.goesOn)) return words.allDay
  if (!part.began && !part.goesOn) return hoursOf(event)
  return part.began
    ? `–${clockFrom(part.until)}`
    : `${clockFrom(part.from)}–${part.until === minutesInDay ? '' : clockFrom(part.until)}`
}

/** Days from one on, as many as are asked for. */
export const agendaDays = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))
