import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { isWeekend, type Keys, type Schedule, spanOf, type Stretch } from '../words.ts'

export interface Span {
  readonly start: string
  readonly end: string
}

interface TimelineProps {
  readonly schedule: Schedule
  readonly hueOf: (personId: string) => string
  /** Gives a stretch to somebody; left out for whoever may not. */
  readonly onSpan?: ((span: Span) => void) | undefined
}

const at = (instant: string): number => Date.parse(instant)
/** Narrower than this share of the row, a name would not fit. */
const roomForName = 5

/** A month of a rota: a row for each layer, and the final one beneath, in a colour for each person. */
export function Timeline({ schedule, hueOf, onSpan }: TimelineProps) {
  const say = useSay<Keys>()
  const names = new Map(schedule.people.map(person => [person.id, person.title]))
  const row = { schedule, hueOf, names }
  return (
    <div className="rota-time">
      <Days schedule={schedule} />
      {schedule.layers.map(layer => (
        <div key={layer.id} className="rota-row">
          <span className="rota-label">{layer.name}</span>
          <Track {...row} stretches={layer.row} />
        </div>
      ))}
      <div className="rota-row" data-final="">
        <span className="rota-label">{say('page.rota.final')}</span>
        <Track {...row} stretches={schedule.final} onSpan={onSpan} isFinal />
      </div>
    </div>
  )
}

function Days({ schedule }: { readonly schedule: Schedule }) {
  const formats = useFormats()
  const today = formats.today()
  return (
    <div className="rota-row rota-days" aria-hidden="true">
      <span className="rota-label" />
      <div className="rota-track">
        {daysOf(schedule).map(({ day, left, width }) => (
          <span
            key={day}
            data-free={isWeekend(day) || schedule.holidays.includes(day) ? '' : undefined}
            data-today={day === today ? '' : undefined}
            style={{ left: `${left}%`, width: `${width}%` }}
          >
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
    </div>
  )
}

const windowOf = ({ days }: Schedule): readonly [number, number] => [at(days[0]!), at(days.at(-1)!)]

/** Where something lies in the row, in percent. */
function placeOf(schedule: Schedule, start: number, end: number) {
  const [from, until] = windowOf(schedule)
  return { left: (100 * (start - from)) / (until - from), width: (100 * (end - start)) / (until - from) }
}

function daysOf(schedule: Schedule) {
  const { days, zone } = schedule
  const name = new Intl.DateTimeFormat('sv', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return days.slice(0, -1).map((begin, n) => ({
    day: name.format(at(begin)),
    ...placeOf(schedule, at(begin), at(days[n + 1]!)),
  }))
}

interface TrackProps {
  readonly schedule: Schedule
  readonly stretches: readonly Stretch[]
  readonly names: ReadonlyMap<string, string>
  readonly hueOf: (personId: string) => string
  readonly onSpan?: TimelineProps['onSpan']
  readonly isFinal?: boolean
}

function Track({ schedule, stretches, names, hueOf, onSpan, isFinal }: TrackProps) {
  const formats = useFormats()
  const say = useSay<Keys>()
  const [focus, setFocus] = useState(0)
  const pull = usePull(schedule, onSpan)
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(stretches.length - 1, focus + by))
    setFocus(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  const words = (one: Stretch) =>
    say('page.rota.stretch', {
      person: names.get(one.personId) ?? '–',
      from: spanOf(formats, one).split(' – ')[0] ?? '',
      until: formats.weekday(formats.dayOf(one.end)) + ' ' + formats.time(one.end),
    })
  return (
    <div
      className="rota-track"
      {...(isFinal ? { role: 'group', 'aria-label': say('page.rota.final'), onKeyDown: step, ...pull.handlers } : {})}
    >
      {daysOf(schedule).map(({ day, left, width }) =>
        isWeekend(day) || schedule.holidays.includes(day) ? (
          <i key={day} className="rota-free" style={{ left: `${left}%`, width: `${width}%` }} />
        ) : null,
      )}
      {stretches.map((one, n) => {
        const place = placeOf(schedule, at(one.start), at(one.end))
        const name = names.get(one.personId) ?? '–'
        const shared = {
          className: 'rota-turn',
          'data-hue': hueOf(one.personId),
          'data-narrow': place.width <= roomForName ? '' : undefined,
          title: words(one),
          style: { left: `${place.left}%`, width: `${place.width}%` },
        }
        const isNarrow = place.width <= roomForName
        const shown = isNarrow ? (place.width > 2.4 ? initials(name) : '') : name
        return isFinal && onSpan ? (
          <button
            key={one.start}
            type="button"
            {...shared}
            aria-label={words(one)}
            tabIndex={n === Math.min(focus, stretches.length - 1) ? 0 : -1}
            onFocus={() => setFocus(n)}
            onClick={() => (pull.isPulled() ? undefined : onSpan(one))}
          >
            {shown}
          </button>
        ) : (
          <span key={one.start} {...shared} role="img" aria-label={words(one)}>
            {shown}
          </span>
        )
      })}
      {pull.span ? <Pulled schedule={schedule} span={pull.span} /> : null}
      <Now schedule={schedule} />
    </div>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(word => word[0] ?? '')
    .join('')
    .slice(0, 2)

function Now({ schedule }: { readonly schedule: Schedule }) {
  const [from, until] = windowOf(schedule)
  const now = Date.now()
  if (now < from || now > until) return null
  return <i className="rota-now" style={{ left: `${placeOf(schedule, now, now).left}%` }} />
}

function Pulled({ schedule, span }: { readonly schedule: Schedule; readonly span: Span }) {
  const { left, width } = placeOf(schedule, at(span.start), at(span.end))
  return <i className="rota-pulled" style={{ left: `${left}%`, width: `${width}%` }} />
}

/** Days from one to another, chosen by pulling along the row. */
function usePull(schedule: Schedule, onSpan: TimelineProps['onSpan']) {
  const [span, setSpan] = useState<Span | null>(null)
  const from = useRef<number | null>(null)
  const pulled = useRef(false)
  const dayAt = (event: PointerEvent<HTMLDivElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const [begin, end] = windowOf(schedule)
    const moment = begin + ((event.clientX - box.left) / box.width) * (end - begin)
    const after = schedule.days.findIndex(day => at(day) > moment)
    return Math.max(0, (after < 0 ? schedule.days.length - 1 : after) - 1)
  }
  const spanTo = (day: number): Span | null => {
    if (from.current === null) return null
    const [first, last] = [Math.min(from.current, day), Math.max(from.current, day)]
    return { start: schedule.days[first]!, end: schedule.days[last + 1]! }
  }
  const handlers = onSpan
    ? {
        onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
          if (event.pointerType !== 'mouse' || event.button !== 0) return
          pulled.current = false
          from.current = dayAt(event)
        },
        onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
          if (from.current === null) return
          const day = dayAt(event)
          if (day !== from.current) pulled.current = true
          if (pulled.current) setSpan(spanTo(day))
        },
        onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
          const done = pulled.current ? spanTo(dayAt(event)) : null
          from.current = null
          setSpan(null)
          if (done) onSpan(done)
        },
        onPointerLeave: () => {
          from.current = null
          setSpan(null)
        },
      }
    : {}
  return { span, handlers, isPulled: () => pulled.current }
}
