import './time-rows.css'
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import { Link } from '../../Link.tsx'
import { clockFrom, held, snapped } from './locals.ts'

/** How a block looks, and so what it means. */
export type BlockLook =
  /** Taken. */
  | 'booked'
  /** The one that is being arranged. */
  | 'picked'
  /** Another time that would do. */
  | 'offered'
  /** A person who is free then. */
  | 'free'
  /** Somebody whose calendar is not known: asked. */
  | 'asked'
  /** Taken, but may move. */
  | 'soft'
  /** Pencilled, waits for an answer. */
  | 'waits'

export interface RowBlock {
  readonly id: string
  /** Minutes since the day's midnight. */
  readonly from: number
  readonly until: number
  readonly title: string
  readonly detail?: string | undefined
  readonly look: BlockLook
  readonly href?: string | undefined
}

export interface TimeRow {
  readonly id: string
  readonly name: string
  readonly detail?: string | undefined
  readonly href?: string | undefined
  /** Outside working or opening hours: hatched. */
  readonly off?: readonly { readonly from: number; readonly until: number }[]
  /** Where nothing is known: `Calendar not shared`. */
  readonly note?: string | undefined
  readonly blocks: readonly RowBlock[]
}

export interface TimeRowGroup {
  readonly id: string
  readonly title: string
  /** Quiet words beside it: `4 must come, 1 welcome`. */
  readonly more?: string
  readonly rows: readonly TimeRow[]
}

/** A stretch of time over all rows: a proposed slot. */
export interface TimeBand {
  readonly id: string
  readonly from: number
  readonly until: number
  readonly mark?: string
  /** The one that is chosen. */
  readonly on?: boolean
}

export interface TimeRowsProps {
  /** Names the whole: `Rooms and people, 08 to 17`. */
  readonly label: string
  /** Whole hours shown: 8 and 17. */
  readonly firstHour: number
  readonly lastHour: number
  readonly groups: readonly TimeRowGroup[]
  readonly bands?: readonly TimeBand[]
  /** Minutes since midnight, where the day is today. */
  readonly now?: number | undefined
  /** Free time may be taken: by pressing and pulling, or by keys. */
  readonly onPick?: ((row: TimeRow, from: number, until: number) => void) | undefined
  /** What is told while one takes a time: `10:00–10:30, Klippan`. */
  readonly sayPick?: (row: TimeRow, from: number, until: number) => string
  readonly step_minutes?: number
  readonly legend?: ReactNode
}

interface Cursor {
  readonly row: string
  readonly from: number
  readonly until: number
}

const at = (from: number, until: number): CSSProperties => ({ '--a': from / 60, '--b': until / 60 }) as CSSProperties

/** What of a row lies within the hours that are shown. */
function within(row: TimeRow, first: number, last: number): TimeRow {
  const cut = <Part extends { readonly from: number; readonly until: number }>(parts: readonly Part[]): Part[] =>
    parts
      .filter(({ from, until }) => from < last && until > first)
      .map(part => ({ ...part, from: Math.max(part.from, first), until: Math.min(part.until, last) }))
  return { ...row, blocks: cut(row.blocks), ...(row.off ? { off: cut(row.off) } : {}) }
}

/**
 * Rooms, things and people by the hours of one day. Blocks are links; free time is taken by pulling over it, or with the
 * keyboard: arrows move a cursor from row to row and along the day, Shift and arrows make it longer, Enter takes it.
 */
export function TimeRows(props: TimeRowsProps) {
  const { label, firstHour, lastHour, groups, bands = [], now, legend } = props
  const hours = Array.from({ length: lastHour - firstHour + 1 }, (_, index) => firstHour + index)
  const picking = usePicking(props)
  const isShown = now !== undefined && now > firstHour * 60 && now < lastHour * 60
  return (
    <div className="rowsgrid-frame">
      <div
        className="rowsgrid"
        style={{ '--first': firstHour, '--hours': lastHour - firstHour } as CSSProperties}
        data-picks={props.onPick ? '' : undefined}
      >
        <div className="rg-hours" aria-hidden="true">
          {hours.map(hour => (
            <span key={hour} style={at(hour * 60, hour * 60)}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
        <div role="grid" tabIndex={-1} aria-label={label} className="rg-grid" onKeyDown={picking.onKeyDown}>
          {groups.map(group => (
            <Group
              key={group.id}
              group={{ ...group, rows: group.rows.map(row => within(row, firstHour * 60, lastHour * 60)) }}
              picking={picking}
            />
          ))}
        </div>
        {bands.map(band => (
          <div
            key={band.id}
            className={band.on ? 'rg-band on' : 'rg-band'}
            style={at(band.from, band.until)}
            aria-hidden="true"
          >
            {band.mark ? <span className={band.on ? 'rank on' : 'rank'}>{band.mark}</span> : null}
          </div>
        ))}
        {isShown ? <i className="rg-now" style={at(now, now)} aria-hidden="true" /> : null}
      </div>
      {legend ? <p className="rg-legend">{legend}</p> : null}
      <p className="vh" role="status">
        {picking.said}
      </p>
    </div>
  )
}

interface Picking {
  readonly cursor: Cursor | null
  readonly said: string
  readonly first: string | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly lane: (row: TimeRow) => {
    readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void
    readonly onFocus?: () => void
  }
}

/** Taking free time: the cursor of the keyboard and the pull of the pointer are one thing. */
function usePicking(props: TimeRowsProps): Picking {
  const { groups, firstHour, lastHour, onPick, sayPick, step_minutes: step = 15 } = props
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const rows = groups.flatMap(group => group.rows)
  const rowOf = (id: string) => rows.find(row => row.id === id)
  const [least, most] = [firstHour * 60, lastHour * 60]
  const said = (() => {
    const row = cursor && rowOf(cursor.row)
    return row && onPick ? (sayPick?.(row, cursor.from, cursor.until) ?? '') : ''
  })()
  const begin = (row: string): Cursor => ({
    row,
    from: held(9 * 60, least, most - 60),
    until: held(9 * 60, least, most - 60) + 60,
  })
  const move = (by: number, longer: boolean) => {
    if (!cursor) return
    const length = cursor.until - cursor.from
    if (longer) setCursor({ ...cursor, until: held(cursor.until + by, cursor.from + step, most) })
    else {
      const from = held(cursor.from + by, least, most - length)
      setCursor({ ...cursor, from, until: from + length })
    }
  }
  const toRow = (event: KeyboardEvent, by: 1 | -1) => {
    const lanes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-lane]')]
    const here = lanes.findIndex(lane => lane.contains(document.activeElement))
    const next = lanes[here + by]
    if (!next) return
    const row = next.dataset['lane'] ?? ''
    setCursor(cursor ? { ...cursor, row } : begin(row))
    next.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isLane = (event.target as HTMLElement).dataset['lane'] !== undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') toRow(event, event.key === 'ArrowDown' ? 1 : -1)
    else if (!isLane || !onPick) return
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      move(event.key === 'ArrowRight' ? step : -step, event.shiftKey)
    else if (event.key === 'Escape') setCursor(null)
    else if (event.key === 'Enter' || event.key === ' ') {
      const row = cursor && rowOf(cursor.row)
      if (row) onPick(row, cursor.from, cursor.until)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    cursor: onPick ? cursor : null,
    said,
    first: cursor?.row ?? rows[0]?.id,
    onKeyDown,
    lane: row =>
      onPick
        ? {
            onFocus: () => setCursor(current => (current?.row === row.id ? current : begin(row.id))),
            onPointerDown: event => pull(event, row, { least, most, step, show: setCursor, done: onPick }),
          }
        : {},
  }
}

interface Pull {
  readonly least: number
  readonly most: number
  readonly step: number
  readonly show: (cursor: Cursor | null) => void
  readonly done: (row: TimeRow, from: number, until: number) => void
}

/** A press that does not travel takes an hour; a finger scrolls, and takes by tapping. */
function pull(event: PointerEvent<HTMLElement>, row: TimeRow, { least, most, step, show, done }: Pull): void {
  const lane = event.currentTarget
  if (event.button !== 0 || event.target !== lane) return
  const box = lane.getBoundingClientRect()
  const minutesAt = (x: number) => least + ((x - box.left) / box.width) * (most - least)
  const start = held(Math.floor(minutesAt(event.clientX) / step) * step, least, most - step)
  let cursor: Cursor = { row: row.id, from: start, until: Math.min(start + 60, most) }
  const isFinger = event.pointerType === 'touch'
  if (!isFinger) {
    event.preventDefault()
    lane.focus({ preventScroll: true })
    show(cursor)
  }
  const stop = new AbortController()
  const onMove = (moved: globalThis.PointerEvent) => {
    if (isFinger) return
    const to = snapped(minutesAt(moved.clientX), step)
    if (Math.abs(moved.clientX - event.clientX) < 4) return
    cursor =
      to >= start
        ? { row: row.id, from: start, until: held(to, start + step, most) }
        : { row: row.id, from: held(to, least, start), until: start + step }
    show(cursor)
  }
  const onUp = (up: globalThis.PointerEvent) => {
    stop.abort()
    if (up.type === 'pointercancel') return
    if (isFinger && Math.abs(up.clientX - event.clientX) + Math.abs(up.clientY - event.clientY) > 10) return
    done(row, cursor.from, cursor.until)
  }
  window.addEventListener('pointermove', onMove, { signal: stop.signal })
  window.addEventListener('pointerup', onUp, { signal: stop.signal })
  window.addEventListener('pointercancel', onUp, { signal: stop.signal })
}

function Group({ group, picking }: { readonly group: TimeRowGroup; readonly picking: Picking }) {
  const id = useId()
  return (
    <div role="rowgroup" aria-labelledby={id} className="rg-group">
      <div role="row" className="rg-title">
        <div role="columnheader" id={id}>
          <b>{group.title}</b>
          {group.more ? <span>{group.more}</span> : null}
        </div>
      </div>
      {group.rows.map(row => (
        <Lane key={row.id} row={row} picking={picking} />
      ))}
    </div>
  )
}

function Lane({ row, picking }: { readonly row: TimeRow; readonly picking: Picking }) {
  const lane = useRef<HTMLDivElement>(null)
  const { cursor } = picking
  return (
    <div role="row" className="rg-row">
      <div role="rowheader" className="rg-who">
        <b className="clip">{row.href ? <Link href={row.href}>{row.name}</Link> : row.name}</b>
        {row.detail ? <span className="clip">{row.detail}</span> : null}
      </div>
      <div
        ref={lane}
        role="gridcell"
        className="rg-lane"
        data-lane={row.id}
        tabIndex={picking.first === row.id ? 0 : -1}
        {...picking.lane(row)}
      >
        <span className="vh">{row.name}</span>
        {row.off?.map(({ from, until }) => (
          <i key={from} className="rg-off" style={at(from, until)} />
        ))}
        {row.note ? <span className="rg-note">{row.note}</span> : null}
        {cursor?.row === row.id ? (
          <i className="rg-cursor" style={at(cursor.from, cursor.until)}>
            {clockFrom(cursor.from)}–{clockFrom(cursor.until)}
          </i>
        ) : null}
        {row.blocks.map(block => (
          <Block key={block.id} block={block} />
        ))}
      </div>
    </div>
  )
}

function Block({ block }: { readonly block: RowBlock }) {
  const { from, until, title, detail, look, href } = block
  const hours = `${clockFrom(from)}–${clockFrom(until)}`
  const inside = (
    <>
      <b>{title}</b>
      {detail ? <span>{detail}</span> : null}
    </>
  )
  const shared = {
    className: 'rg-block',
    'data-look': look,
    'data-short': until - from < 45 ? '' : undefined,
    style: at(from, until),
    title: [hours, title, detail].filter(Boolean).join(', '),
  }
  return href ? (
    <Link href={href} {...shared}>
      <span className="vh">{hours} </span>
      {inside}
    </Link>
  ) : (
    <div {...shared}>
      <span className="vh">{hours} </span>
      {inside}
    </div>
  )
}
