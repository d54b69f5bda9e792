import './events.css'
import './month-grid.css'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { addDays, daysBetween } from '../../format/day.ts'
import { useFormats, useLanguage } from '../../language/Say.tsx'
import { monthName, weekdayName } from './dayHead.ts'
import { byStart, daysOf, type GridEvent, type GridWords, isInStrip, movedBy, type Stretch } from './gridEvent.ts'
import { inRows } from './lanes.ts'
import { clockOf, held } from './locals.ts'
import { MonthEvent } from './MonthEvent.tsx'
import { followPull } from './pulls.ts'
import { barOf } from './Strip.tsx'
import { type Ghost, useLift } from './useLift.ts'
import { daysFrom, mondayIn, type Weekday, weeksOfMonth } from './weeks.ts'

export interface MonthGridProps {
  readonly label: string
  /** Any day of the month. */
  readonly day: string
  readonly events: readonly GridEvent[]
  readonly today: string
  readonly firstWeekday: Weekday
  readonly words: GridWords
  readonly named?: ((day: string) => string | undefined) | undefined
  readonly open?: string | null
  readonly onOpen: (event: GridEvent, at: HTMLElement) => void
  readonly onDay: (day: string) => void
  readonly onWeek?: ((monday: string) => void) | undefined
  readonly onCreate?: ((at: Stretch) => void) | undefined
  readonly onMove?: ((event: GridEvent, to: Stretch) => void) | undefined
}

/** Height of one line of a day, px, and of the day's number above them. */
const line = 22
const head = 28

/**
 * A month by weeks. Days are walked by arrows, Enter opens a day, N makes an event there; Tab goes to the events of the day one
 * stands on, Space lifts one and arrows carry it to another day.
 */
export function MonthGrid(props: MonthGridProps) {
  const { label, day, events, today, firstWeekday, words, named, open, onOpen, onDay, onWeek, onCreate, onMove } = props
  const formats = useFormats()
  const language = useLanguage()
  const weeks = useMemo(() => weeksOfMonth(day, firstWeekday), [day, firstWeekday])
  const [here, setHere] = useState(day)
  const follows = useRef(false)
  const grid = useRef<HTMLDivElement>(null)
  const lines = useLines(grid, weeks.length)
  const lift = useLift({ words, step_minutes: 0, onMove, byDays: true })
  const sorted = useMemo(() => events.toSorted(byStart), [events])
  useEffect(() => setHere(day), [day])
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>(`[data-day="${here}"]`)?.focus()
    follows.current = false
  }, [here])
  const first = weeks[0] ?? day
  const dayAt = ({ x, y }: { x: number; y: number }): string => {
    const under = document.elementsFromPoint(x, y).find(one => (one as HTMLElement).dataset['day'])
    return (under as HTMLElement | undefined)?.dataset['day'] ?? here
  }
  const pull = (event: PointerEvent<HTMLElement>, of: GridEvent) => {
    if (!onMove || !of.movable) return
    const start = dayAt({ x: event.clientX, y: event.clientY })
    let by = 0
    followPull(event, {
      move: at => {
        by = daysBetween(start, dayAt(at))
        lift.show({ ...movedBy(of, by, 0), event: of })
      },
      end: () => {
        lift.show(null)
        if (by) onMove(of, movedBy(of, by, 0))
      },
      stop: () => lift.show(null),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).dataset['day']
    if (!at) return
    const to = stepOf(event.key, at)
    if (to) {
      follows.current = true
      if (weeks.some(week => daysBetween(week, to) >= 0 && daysBetween(week, to) < 7)) setHere(to)
      else onDay(to)
    } else if (event.key === 'n' && onCreate) onCreate({ from: at, until: at, allDay: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="mg" data-pulls={lift.ghost ? '' : undefined}>
      <div className="mg-grid" role="grid" tabIndex={-1} aria-label={label} ref={grid} onKeyDown={onKeyDown}>
        <div role="row" className="mg-head">
          <span role="columnheader" className="mg-corner">
            <span className="vh">{words.week(formats.week(mondayIn(first)))}</span>
          </span>
          {daysFrom(first, 7).map(one => (
            <span role="columnheader" key={one} aria-label={weekdayName(one, language, 'long')}>
              {weekdayName(one, language, 'short')}
            </span>
          ))}
        </div>
        {weeks.map(week => (
          <Week
            key={week}
            {...{ week, today, words, lines, here, lift, named, onOpen, onDay, onWeek, onCreate, pull }}
            month={day.slice(0, 7)}
            open={open ?? null}
            events={sorted}
            ghost={lift.ghost}
          />
        ))}
      </div>
      <p className="vh" role="status">
        {lift.said}
      </p>
    </div>
  )
}

const stepOf = (key: string, day: string): string | null => {
  const by: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  const days = by[key]
  return days === undefined ? null : addDays(day, days)
}

/** How many lines a day has room for. */
function useLines(grid: React.RefObject<HTMLDivElement | null>, weeks: number): number {
  const [lines, setLines] = useState(3)
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const measure = () => setLines(held(Math.floor((element.clientHeight - 30) / weeks / line - head / line), 1, 30))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid, weeks])
  return lines
}

interface WeekProps
  extends Pick<MonthGridProps, 'words' | 'today' | 'named' | 'onOpen' | 'onDay' | 'onWeek' | 'onCreate'> {
  readonly week: string
  readonly month: string
  readonly events: readonly GridEvent[]
  readonly lines: number
  readonly here: string
  readonly open: string | null
  readonly lift: ReturnType<typeof useLift>
  readonly ghost: Ghost | null
  readonly pull: (event: PointerEvent<HTMLElement>, of: GridEvent) => void
}

function Week({
  week,
  month,
  events,
  lines,
  here,
  today,
  words,
  named,
  open,
  lift,
  ghost,
  pull,
  onOpen,
  onDay,
  onWeek,
  onCreate,
}: WeekProps) {
  const formats = useFormats()
  const language = useLanguage()
  const days = useMemo(() => daysFrom(week, 7), [week])
  const bars = useMemo(() => inRows(events.flatMap(event => barOf(event, days))), [events, days])
  const monday = mondayIn(week)
  const [ghostFirst, ghostLast] = ghost ? daysOf(ghost) : ['', '']
  return (
    <div role="row" className="mg-week">
      <div role="rowheader" className="mg-no">
        {onWeek ? (
          <button type="button" onClick={() => onWeek(monday)} aria-label={words.week(formats.week(monday))}>
            {formats.week(monday)}
          </button>
        ) : (
          formats.week(monday)
        )}
      </div>
      {days.map((day, column) => {
        const of = bars.filter(({ item }) => item.first <= column && item.last >= column)
        const most = Math.max(0, ...of.map(({ row }) => row + 1))
        const room = most > lines ? lines - 1 : lines
        const hidden = of.filter(({ row }) => row >= room).length
        const name = named?.(day)
        const isFirst = day.endsWith('-01')
        // A day with room to spare gives each event two lines, so that its title can be read.
        const tall = most * 2 <= lines && of.every(({ item }) => item.first === item.last && !isInStrip(item.event))
        return (
          <div
            key={day}
            role="gridcell"
            className="mg-day"
            data-day={day}
            tabIndex={day === here ? 0 : -1}
            data-other={day.slice(0, 7) === month ? undefined : ''}
            data-today={day === today ? '' : undefined}
            data-ghost={ghost && day >= ghostFirst && day <= ghostLast ? '' : undefined}
            onKeyDown={event => event.key === 'Enter' && event.target === event.currentTarget && onDay(day)}
            onDoubleClick={event =>
              event.target === event.currentTarget && onCreate?.({ from: day, until: day, allDay: true })
            }
          >
            <span className="vh">{formats.longDay(day)}</span>
            <button type="button" className="mg-n" tabIndex={-1} onClick={() => onDay(day)} aria-hidden="true">
              {Number(day.slice(8))}
              {isFirst ? <span className="mg-m"> {monthName(day, language, false).slice(0, 3)}</span> : null}
            </button>
            {name ? <span className="mg-name">{name}</span> : null}
            {of
              .filter(({ item, row }) => row < room && (item.first === column || column === 0))
              .map(({ item, row }) => (
                <div
                  key={item.event.key}
                  className="mg-at"
                  data-tall={tall ? '' : undefined}
                  style={placeOf(tall ? row * 2 : row, item.last - column + 1)}
                >
                  <MonthEvent
                    event={item.event}
                    begins={daysOf(item.event)[0] === day}
                    isBar={isInStrip(item.event) || item.last > item.first}
                    words={words}
                    reachable={day === here}
                    lifted={ghost?.event?.key === item.event.key}
                    open={open === item.event.key}
                    hours={item.event.allDay ? '' : clockOf(item.event.from)}
                    onOpen={onOpen}
                    onKey={(pressed, of_) => lift.onKey(pressed, of_)}
                    pull={pull}
                  />
                </div>
              ))}
            {hidden ? (
              <button
                type="button"
                className="mg-more"
                tabIndex={day === here ? 0 : -1}
                style={placeOf(room, 1)}
                onClick={() => onDay(day)}
              >
                {words.more(hidden)}
              </button>
            ) : null}
            {of.length ? <Dots events={of.map(({ item }) => item.event)} /> : null}
          </div>
        )
      })}
    </div>
  )
}

const placeOf = (row: number, wide: number): CSSProperties =>
  ({ top: head + row * line, '--wide': wide }) as CSSProperties

/** On the phone a day shows only that there is something. */
function Dots({ events }: { readonly events: readonly GridEvent[] }) {
  return (
    <span className="mg-dots" aria-hidden="true">
      {events.slice(0, 4).map(({ key, hue }) => (
        <i key={key} data-hue={hue} />
      ))}
    </span>
  )
}
