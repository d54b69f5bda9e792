import './events.css'
import './week.css'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useFormats, useLanguage } from '../../language/Say.tsx'
import { dayHead } from './dayHead.ts'
import { DayColumn, type ColumnHandles } from './DayColumn.tsx'
import { byStart, type GridEvent, type GridWords, isInStrip, type Stretch } from './gridEvent.ts'
import { clockFrom, held, localFrom, minutesInDay, minutesOfLocal, snapped } from './locals.ts'
import { followPull } from './pulls.ts'
import { Strip } from './Strip.tsx'
import { type Ghost, stretchOf, useLift } from './useLift.ts'
import { useWhen } from './useWhen.ts'

export interface WeekGridProps {
  /** Names the whole: `Week 48`. */
  readonly label: string
  /** The days shown, one after the other. */
  readonly days: readonly string[]
  readonly events: readonly GridEvent[]
  readonly today: string
  /** Minutes since midnight. */
  readonly now: number
  readonly words: GridWords
  /** When one works that day; null: not at all. */
  readonly working?: ((day: string) => { readonly from: number; readonly until: number } | null) | undefined
  /** What is said above a day: a holiday. */
  readonly named?: ((day: string) => string | undefined) | undefined
  /** A second row of hours: those of another zone. */
  readonly otherZone?: { readonly label: string; readonly hour: (day: string, minutes: number) => string } | undefined
  /** The event that is opened, or a new one before it is saved. */
  readonly open?: string | null
  readonly draft?: Stretch | null
  readonly onOpen: (event: GridEvent, at: HTMLElement) => void
  readonly onCreate?: ((at: Stretch) => void) | undefined
  readonly onMove?: ((event: GridEvent, to: Stretch) => void) | undefined
  readonly onDay?: (day: string) => void
}

const step = 15

/**
 * Days side by side by the hour. With the pointer one draws a new event on free time, pulls one elsewhere or pulls its edge; with
 * the keyboard the free place moves by arrows (Shift: longer) and Enter makes an event there, and events are lifted by Space.
 */
export function WeekGrid(props: WeekGridProps) {
  const { label, days, events, today, now, words, working, named, otherZone, onOpen, onCreate, onMove, onDay } = props
  const formats = useFormats()
  const language = useLanguage()
  const when = useWhen()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useRef<HTMLDivElement>(null)
  const lift = useLift({ words, step_minutes: step, onMove })
  const [slot, setSlot] = useState<Stretch>(() => firstSlot(days, today, now))
  const [said, setSaid] = useState('')
  const first = days[0] ?? today
  useEffect(() => setSlot(firstSlot(days, today, now)), [first, days.length])
  useEffect(() => {
    // Half past seven at the top: the day before it is seen by scrolling.
    const box = scroller.current
    if (box) box.scrollTop = (box.scrollHeight * 7.25) / 24
  }, [])
  const timed = useMemo(() => events.filter(one => !isInStrip(one)).toSorted(byStart), [events])
  const whole = useMemo(() => events.filter(isInStrip).toSorted(byStart), [events])

  const pointAt = ({ x, y }: { x: number; y: number }) => {
    const box = columns.current?.getBoundingClientRect()
    if (!box) return null
    const column = held(Math.floor(((x - box.left) / box.width) * days.length), 0, days.length - 1)
    return { day: days[column] ?? first, minutes: held(((y - box.top) / box.height) * minutesInDay, 0, minutesInDay) }
  }
  /** Where something of whole days comes to lie that is pulled down among the hours. */
  const hourAt = (at: { x: number; y: number }): Stretch | null => {
    const box = scroller.current?.getBoundingClientRect()
    const here = box && at.y > box.top && at.y < box.bottom ? pointAt(at) : null
    if (!here) return null
    const from = Math.min(Math.floor(here.minutes / 30) * 30, minutesInDay - 60)
    return { from: localFrom(here.day, from), until: localFrom(here.day, from + 60), allDay: false }
  }
  const draw = (event: PointerEvent<HTMLElement>, day: string) => {
    if (!onCreate || event.target !== event.currentTarget) return
    const start = pointAt({ x: event.clientX, y: event.clientY })
    if (!start) return
    const from = Math.floor(start.minutes / 30) * 30
    let drawn: Stretch = { from: localFrom(day, from), until: localFrom(day, from + 60), allDay: false }
    followPull(event, {
      scroller: scroller.current,
      move: at => {
        const to = snapped(pointAt(at)?.minutes ?? from, step)
        const [a, b] = to > from ? [from, Math.max(to, from + step)] : [to, from + step]
        drawn = { from: localFrom(day, a), until: localFrom(day, b), allDay: false }
        lift.show({ ...drawn, event: null })
      },
      end: pulled => {
        lift.show(null)
        if (pulled || event.pointerType !== 'touch') onCreate(drawn)
      },
      stop: () => lift.show(null),
    })
  }
  const pull = (event: PointerEvent<HTMLElement>, of: GridEvent, edge: 'start' | 'end' | null) => {
    if (!onMove || !of.movable) return
    const start = pointAt({ x: event.clientX, y: event.clientY })
    if (!start) return
    let to: Stretch = stretchOf(of)
    followPull(event, {
      scroller: scroller.current,
      move: at => {
        const here = pointAt(at)
        if (!here) return
        // Above the hours it becomes one of whole days.
        const whole = edge === null && at.y < (scroller.current?.getBoundingClientRect().top ?? 0)
        to = whole ? { from: here.day, until: here.day, allDay: true } : pulledTo(of, edge, start, here)
        lift.show({ ...to, event: of })
      },
      end: pulled => {
        lift.show(null)
        if (pulled) swallowClick()
        if (pulled && (to.from !== of.from || to.until !== of.until)) onMove(of, to)
      },
      stop: () => lift.show(null),
    })
  }
  const handles: ColumnHandles = {
    words,
    lift,
    open: props.open ?? null,
    onOpen,
    draw: onCreate ? draw : undefined,
    pull,
    onEventKey: (event, of) => {
      if (lift.onKey(event, of)) return consume(event)
      if (step_(event, columns.current)) consume(event)
    },
  }
  const onSlotKey = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && onCreate) {
      onCreate(slot)
      return consume(event)
    }
    const next = slotAfter(event, slot, days)
    if (!next) return
    consume(event)
    setSlot(next)
    setSaid(words.newAt(when(next)))
  }
  const ghost: Ghost | null = lift.ghost ?? (props.draft ? { ...props.draft, event: null } : null)
  return (
    <div
      className="week"
      style={{ '--days': days.length } as CSSProperties}
      data-zones={otherZone ? 2 : 1}
      data-pulls={lift.ghost ? '' : undefined}
    >
      <div className="wk-head">
        <span className="wk-corner">
          {otherZone ? <span className="wk-zone">{otherZone.label}</span> : null}
          <span className="wk-no">{words.week(formats.week(first))}</span>
        </span>
        {days.map(day => {
          const { weekday, number } = dayHead(day, language)
          const name = named?.(day)
          const inside = (
            <>
              <span className="wk-wd">{weekday} </span>
              <b className="wk-dn">{number}</b>
              {name ? <span className="wk-name">{name}</span> : null}
            </>
          )
          return (
            <div
              key={day}
              className="wk-day"
              data-today={day === today ? '' : undefined}
              data-off={name ? '' : undefined}
            >
              {onDay ? (
                <button type="button" title={formats.longDay(day)} onClick={() => onDay(day)}>
                  {inside}
                </button>
              ) : (
                <div className="in">{inside}</div>
              )}
            </div>
          )
        })}
      </div>
      <Strip
        days={days}
        events={whole}
        handles={handles}
        lift={lift}
        ghost={ghost}
        onCreate={onCreate}
        onMove={onMove}
        hourAt={hourAt}
      />
      <div className="wk-scroll" ref={scroller} role="group" aria-label={label} tabIndex={-1}>
        <div className="wk-body">
          <div className="wk-hours" aria-hidden="true">
            {Array.from({ length: 23 }, (_, index) => index + 1).map(hour => (
              <span key={hour} style={{ top: `${(hour / 24) * 100}%` }}>
                {otherZone ? <i>{otherZone.hour(first, hour * 60)}</i> : null}
                {clockFrom(hour * 60)}
              </span>
            ))}
          </div>
          <div className="wk-columns" ref={columns}>
            {days.map(day => (
              <DayColumn
                key={day}
                day={day}
                label={formats.longDay(day)}
                events={timed}
                ghost={ghost && !isInStrip(ghost) ? ghost : null}
                working={working ? working(day) : undefined}
                now={day === today ? now : null}
                handles={handles}
                slot={onCreate && slot.from.startsWith(day) ? slot : null}
                slotName={words.newAt(when(slot))}
                onSlotKey={onSlotKey}
                onSlot={() => onCreate?.(slot)}
              />
            ))}
          </div>
        </div>
      </div>
      <p className="vh" role="status">
        {lift.said || said}
      </p>
    </div>
  )
}

function consume(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** After a pull the browser still tells of a click: it opens nothing. */
function swallowClick(): void {
  const stop = (event: MouseEvent) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', stop, { capture: true, once: true })
  requestAnimationFrame(() => requestAnimationFrame(() => window.removeEventListener('click', stop, true)))
}

/** The next whole hour of today, else ten on the first day. */
function firstSlot(days: readonly string[], today: string, now: number): Stretch {
  const isHere = days.includes(today)
  const hour = isHere ? Math.min(22, Math.ceil(now / 60)) : 10
  const day = isHere ? today : (days[0] ?? today)
  return { from: localFrom(day, hour * 60), until: localFrom(day, hour * 60 + 60), allDay: false }
}

function slotAfter(event: KeyboardEvent, slot: Stretch, days: readonly string[]): Stretch | null {
  const day = slot.from.slice(0, 10)
  const [from, until] = [minutesOfLocal(slot.from), minutesOfLocal(slot.until) || minutesInDay]
  const at = (on: string, a: number, b: number): Stretch => ({
    from: localFrom(on, a),
    until: localFrom(on, b),
    allDay: false,
  })
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 30 : -30
    if (event.shiftKey) return at(day, from, held(until + by, from + step, minutesInDay))
    const start = held(from + by, 0, minutesInDay - (until - from))
    return at(day, start, start + until - from)
  }
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  const next = days[days.indexOf(day) + (event.key === 'ArrowRight' ? 1 : -1)]
  return next ? at(next, from, until) : slot
}

function pulledTo(
  of: Stretch,
  edge: 'start' | 'end' | null,
  start: { readonly day: string; readonly minutes: number },
  here: { readonly day: string; readonly minutes: number },
): Stretch {
  const days = Math.round((Date.parse(here.day) - Date.parse(start.day)) / 86_400_000)
  const by = here.minutes - start.minutes
  const began = minutesOfLocal(of.from)
  const length = Math.round((Date.parse(`${of.until}Z`) - Date.parse(`${of.from}Z`)) / 60_000)
  const day = of.from.slice(0, 10)
  if (edge === 'end') {
    const end = Math.max(snapped(began + length + by + days * minutesInDay, step), began + step)
    return { ...of, until: localFrom(day, end) }
  }
  if (edge === 'start') {
    const from = Math.min(snapped(began + by + days * minutesInDay, step), began + length - step)
    return { ...of, from: localFrom(day, from) }
  }
  const from = localFrom(day, snapped(began + by, step) + days * minutesInDay)
  return { ...of, from, until: localFrom(day, snapped(began + by, step) + days * minutesInDay + length) }
}

/** Arrows go from event to event: down and up the day, left and right to the nearest of the days beside. */
function step_(event: KeyboardEvent, columns: HTMLElement | null): boolean {
  const here = event.currentTarget as HTMLElement
  const across = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!columns || (!across && !down)) return false
  const days = [...columns.children] as HTMLElement[]
  const at = days.findIndex(day => day.contains(here))
  const inDay = (index: number) => [...(days[index]?.querySelectorAll<HTMLElement>('button.ev') ?? [])]
  if (down) {
    const all = inDay(at)
    all[all.indexOf(here) + down]?.focus()
    return true
  }
  for (let index = at + across; index >= 0 && index < days.length; index += across) {
    const nearest = inDay(index).toSorted(
      (a, b) => Math.abs(a.offsetTop - here.offsetTop) - Math.abs(b.offsetTop - here.offsetTop),
    )[0]
    if (!nearest) continue
    nearest.focus()
    return true
  }
  return true
}
