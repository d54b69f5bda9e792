import { type CSSProperties, type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { EventBody } from './EventBody.tsx'
import { type DaySegment, type GridEvent, type GridWords, hoursOf, segmentOn, type Stretch } from './gridEvent.ts'
import { sideBySide } from './lanes.ts'
import { clockFrom, minutesInDay } from './locals.ts'
import type { Ghost, Lift } from './useLift.ts'

export interface ColumnHandles {
  readonly words: GridWords
  readonly lift: Lift
  readonly open: string | null
  readonly onOpen: (event: GridEvent, at: HTMLElement) => void
  readonly draw: ((event: PointerEvent<HTMLElement>, day: string) => void) | undefined
  readonly pull: (event: PointerEvent<HTMLElement>, of: GridEvent, edge: 'start' | 'end' | null) => void
  readonly onEventKey: (event: KeyboardEvent, of: GridEvent) => void
}

interface DayColumnProps {
  readonly day: string
  readonly label: string
  readonly events: readonly GridEvent[]
  readonly ghost: Ghost | null
  /** Null: no work that day; undefined: not known. */
  readonly working: { readonly from: number; readonly until: number } | null | undefined
  readonly now: number | null
  readonly handles: ColumnHandles
  readonly slot: Stretch | null
  readonly slotName: string
  readonly onSlotKey: (event: KeyboardEvent) => void
  readonly onSlot: () => void
}

const upright = (from: number, until: number): CSSProperties => ({
  top: `${(from / minutesInDay) * 100}%`,
  height: `${((until - from) / minutesInDay) * 100}%`,
})

/** One day of the grid: what is off, the free place of the keyboard, events, what is being moved, the line of now. */
export function DayColumn(props: DayColumnProps) {
  const { day, label, events, ghost, working, now, handles, slot, slotName, onSlotKey, onSlot } = props
  const laid = useMemo(() => {
    const segments = events.map(event => segmentOn(event, day)).filter(one => one !== null)
    return sideBySide(segments)
  }, [events, day])
  const ghosted = ghost && segmentOn({ ...blank, ...ghost }, day)
  const off =
    working === undefined
      ? []
      : working === null
        ? [{ from: 0, until: minutesInDay }]
        : [
            { from: 0, until: working.from },
            { from: working.until, until: minutesInDay },
          ]
  return (
    <div
      className="wk-col"
      data-draws={handles.draw ? '' : undefined}
      role="list"
      aria-label={label}
      onPointerDown={event => handles.draw?.(event, day)}
    >
      {off.map(({ from, until }) => (
        <i key={from} className="wk-off" style={upright(from, until)} />
      ))}
      {slot ? (
        <div role="listitem" className="wk-slot-at" style={upright(...stretchMinutes(slot))}>
          <button type="button" className="wk-slot" onKeyDown={onSlotKey} onClick={onSlot} aria-label={slotName}>
            <span aria-hidden="true">{hoursOf(slot)}</span>
          </button>
        </div>
      ) : null}
      {laid.map(({ item, left, width }) => (
        <div
          role="listitem"
          key={item.event.key}
          className="wk-at"
          style={{
            ...upright(item.from, item.until),
            left: `calc(${left * 100}% + 1px)`,
            width: `calc(${width * 100}% - 3px)`,
          }}
        >
          <WeekEvent segment={item} handles={handles} />
        </div>
      ))}
      {ghosted && ghost ? (
        <i className="wk-ghost" data-hue={ghost.event?.hue} style={upright(ghosted.from, ghosted.until)}>
          {ghost.event ? <b>{ghost.event.title}</b> : null}
          {hoursOf(ghost)}
        </i>
      ) : null}
      {now === null ? null : <i className="wk-now" style={{ top: `${(now / minutesInDay) * 100}%` }} />}
    </div>
  )
}

const blank = { key: '', title: '', hue: 'blue', look: 'busy' } as const

function stretchMinutes(slot: Stretch): [number, number] {
  const from = Number(slot.from.slice(11, 13)) * 60 + Number(slot.from.slice(14, 16))
  const until = Number(slot.until.slice(11, 13)) * 60 + Number(slot.until.slice(14, 16))
  return [from, until || minutesInDay]
}

function WeekEvent({ segment, handles }: { readonly segment: DaySegment; readonly handles: ColumnHandles }) {
  const { event, from, until, began, goesOn } = segment
  const length = until - from
  const isShort = length <= 40
  return (
    <button
      type="button"
      className={`ev wk-ev${event.movable ? ' movable' : ''}`}
      data-hue={event.hue}
      data-look={event.look}
      data-key={event.key}
      data-short={isShort ? '' : undefined}
      data-tiny={length <= 20 ? '' : undefined}
      data-hour={length >= 60 && length < 90 ? '' : undefined}
      data-tall={length >= 90 ? '' : undefined}
      data-lifted={handles.lift.ghost?.event?.key === event.key ? '' : undefined}
      data-open={handles.open === event.key ? '' : undefined}
      title={`${hoursOf(event)} ${event.title}`}
      onClick={click => handles.onOpen(event, click.currentTarget)}
      onKeyDown={pressed => handles.onEventKey(pressed, event)}
      onPointerDown={pressed => handles.pull(pressed, event, null)}
    >
      <span className="wk-in">
        <EventBody
          event={event}
          hours={began ? `–${clockFrom(until)}` : isShort ? clockFrom(from) : hoursOf(event)}
          words={handles.words}
          short={isShort}
        />
      </span>
      {event.movable && !began ? (
        <span
          className="wk-edge top"
          onPointerDown={pressed => (pressed.stopPropagation(), handles.pull(pressed, event, 'start'))}
        />
      ) : null}
      {event.movable && !goesOn ? (
        <span
          className="wk-edge"
          onPointerDown={pressed => (pressed.stopPropagation(), handles.pull(pressed, event, 'end'))}
        />
      ) : null}
    </button>
  )
}
