import { type CSSProperties, type PointerEvent, useMemo, useRef, useState } from 'react'
import { daysBetween } from '../../format/day.ts'
import type { ColumnHandles } from './DayColumn.tsx'
import { EventBody } from './EventBody.tsx'
import { daysOf, type GridEvent, isInStrip, movedBy, type Stretch } from './gridEvent.ts'
import { inRows } from './lanes.ts'
import { clockOf, held } from './locals.ts'
import { followPull } from './pulls.ts'
import { type Ghost, type Lift, stretchOf } from './useLift.ts'

interface StripProps {
  readonly days: readonly string[]
  readonly events: readonly GridEvent[]
  readonly handles: ColumnHandles
  readonly lift: Lift
  readonly ghost: Ghost | null
  readonly onCreate: ((at: Stretch) => void) | undefined
  readonly onMove: ((event: GridEvent, to: Stretch) => void) | undefined
  /** The hour beneath a point; null outside the hours. */
  readonly hourAt: (at: { readonly x: number; readonly y: number }) => Stretch | null
}

/** Rows that the strip shows before it is unfolded. */
const fewRows = 3

/** What lasts whole days, above the hours. */
export function Strip({ days, events, handles, lift, ghost, onCreate, onMove, hourAt }: StripProps) {
  const [isWhole, setWhole] = useState(false)
  const strip = useRef<HTMLDivElement>(null)
  const { words } = handles
  const bars = useMemo(() => inRows(events.flatMap(event => barOf(event, days))), [events, days])
  const rows = Math.max(0, ...bars.map(({ row }) => row + 1))
  const folded = rows > fewRows && !isWhole
  const shown = folded ? bars.filter(({ row }) => row < fewRows - 1) : bars
  const dayAt = (x: number) => {
    const box = strip.current?.getBoundingClientRect()
    if (!box) return 0
    return held(Math.floor(((x - box.left) / box.width) * days.length), 0, days.length - 1)
  }
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (!onCreate || event.target !== event.currentTarget) return
    const start = dayAt(event.clientX)
    let drawn: Stretch = { from: days[start] ?? '', until: days[start] ?? '', allDay: true }
    followPull(event, {
      move: ({ x }) => {
        const [a, b] = [start, dayAt(x)].toSorted((one, other) => one - other)
        drawn = { from: days[a ?? 0] ?? '', until: days[b ?? 0] ?? '', allDay: true }
        lift.show({ ...drawn, event: null })
      },
      end: () => {
        lift.show(null)
        onCreate(drawn)
      },
      stop: () => lift.show(null),
    })
  }
  const pull = (event: PointerEvent<HTMLElement>, of: GridEvent) => {
    if (!onMove || !of.movable) return
    const start = dayAt(event.clientX)
    let to = stretchOf(of)
    followPull(event, {
      move: at => {
        to = hourAt(at) ?? movedBy(of, dayAt(at.x) - start, 0)
        lift.show({ ...to, event: of })
      },
      end: pulled => {
        lift.show(null)
        if (pulled && (to.from !== of.from || to.allDay !== of.allDay)) onMove(of, to)
      },
      stop: () => lift.show(null),
    })
  }
  const ghostBar = ghost && isInStrip(ghost) ? barOf({ ...blank, ...ghost }, days)[0] : undefined
  return (
    <div className="wk-strip">
      <span className="wk-strip-name">{words.allDay}</span>
      <div
        className="wk-strip-rows"
        ref={strip}
        role="list"
        aria-label={words.allDay}
        data-draws={onCreate ? '' : undefined}
        style={{ '--rows': folded ? fewRows : Math.max(1, rows) } as CSSProperties}
        onPointerDown={draw}
      >
        {shown.map(({ item, row }) => (
          <div role="listitem" key={item.event.key} className="wk-bar" style={placeOf(item, row)}>
            <button
              type="button"
              className="ev"
              data-hue={item.event.hue}
              data-look={item.event.look}
              data-key={item.event.key}
              data-lifted={lift.ghost?.event?.key === item.event.key ? '' : undefined}
              data-open={handles.open === item.event.key ? '' : undefined}
              onClick={click => handles.onOpen(item.event, click.currentTarget)}
              onKeyDown={pressed => handles.onEventKey(pressed, item.event)}
              onPointerDown={pressed => pull(pressed, item.event)}
            >
              <EventBody
                event={item.event}
                hours={item.event.allDay ? '' : clockOf(item.event.from)}
                words={words}
                short
              />
            </button>
          </div>
        ))}
        {folded
          ? days.map((day, column) => {
              const more = bars.filter(
                ({ item, row }) => row >= fewRows - 1 && item.first <= column && item.last >= column,
              )
              return more.length ? (
                <div
                  role="listitem"
                  key={day}
                  className="wk-bar"
                  style={placeOf({ first: column, last: column }, fewRows - 1)}
                >
                  <button type="button" className="wk-more" onClick={() => setWhole(true)}>
                    {words.more(more.length)}
                  </button>
                </div>
              ) : null
            })
          : null}
        {ghostBar ? (
          <i className="wk-bar wk-ghost" data-hue={ghost?.event?.hue} style={placeOf(ghostBar, 0)}>
            <b>{ghost?.event?.title}</b>
          </i>
        ) : null}
      </div>
    </div>
  )
}

const blank = { key: '', title: '', hue: 'blue', look: 'busy' } as const

const placeOf = ({ first, last }: { readonly first: number; readonly last: number }, row: number): CSSProperties =>
  ({ '--first': first, '--wide': last - first + 1, '--row-at': row }) as CSSProperties

/** The days of an event that are shown, as columns. */
export function barOf(event: GridEvent, days: readonly string[]) {
  const [first, last] = daysOf(event)
  const start = days[0] ?? first
  const [a, b] = [daysBetween(start, first), daysBetween(start, last)]
  if (b < 0 || a >= days.length) return []
  return [{ event, first: Math.max(0, a), last: Math.min(days.length - 1, b) }]
}
