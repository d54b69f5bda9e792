/** Where somebody is at a moment, and when they can be reached: a pure function of what is known of them. Moments in ms. */
import type { PresenceState } from './contract.ts'

export interface Span {
  readonly from: number
  readonly until: number
}

export interface Busy extends Span {
  /** `away`: the event says that one is out of the office. */
  readonly away: boolean
}

export interface Known {
  readonly word: { readonly state: PresenceState; readonly from: number; readonly until: number } | null
  readonly leave: readonly Span[]
  readonly trips: readonly Span[]
  /** In order of their beginnings. */
  readonly busy: readonly Busy[]
  /** Stretches of work around the moment, in order. */
  readonly hours: readonly Span[]
}

export interface Standing {
  readonly state: PresenceState
  readonly until: number | null
  readonly said: boolean
}

/** Between two stretches of one day, up to this long, somebody is at lunch. */
const lunch_ms = 2 * 3_600_000

const covers = (at: number) => (span: Span) => span.from <= at && at < span.until
const endOf = (spans: readonly Span[], at: number): number | null => {
  const ends = spans.filter(covers(at)).map(span => span.until)
  return ends.length > 0 ? Math.max(...ends) : null
}

/** Until when one event follows on another. */
function busyUntil(busy: readonly Busy[], at: number): number | null {
  let until = endOf(busy, at)
  for (let next = until; next !== null; ) {
    next = endOf(busy, next)
    if (next !== null) until = next
  }
  return until
}

function byCalendar(known: Known, at: number): Omit<Standing, 'said'> {
  const leave = endOf(known.leave, at)
  if (leave !== null) return { state: 'leave', until: leave }
  const trip = endOf(known.trips, at)
  if (trip !== null) return { state: 'travelling', until: trip }
  const away = endOf(
    known.busy.filter(one => one.away),
    at,
  )
  if (away !== null) return { state: 'off', until: away }
  const meeting = busyUntil(known.busy, at)
  if (meeting !== null) return { state: 'meeting', until: meeting }
  return byHours(known, at)
}

function byHours({ hours, busy, leave, trips }: Known, at: number): Omit<Standing, 'said'> {
  const stretch = hours.find(covers(at))
  const next = hours.find(span => span.from > at)
  if (!stretch) {
    const last = hours.findLast(span => span.until <= at)
    const isLunch = last && next && next.from - last.until <= lunch_ms
    return { state: isLunch ? 'lunch' : 'off', until: next?.from ?? null }
  }
  const begins = [...busy, ...leave, ...trips].map(span => span.from).filter(from => from > at && from < stretch.until)
  return { state: 'in', until: Math.min(stretch.until, ...begins) }
}

/** A word that says a place still leaves meetings to the calendar; any other counts before everything. */
export function standingAt(known: Known, at: number): Standing {
  const { word } = known
  if (!word || at < word.from || at >= word.until) return { ...byCalendar(known, at), said: false }
  if (word.state !== 'in' && word.state !== 'home') return { state: word.state, until: word.until, said: true }
  const meeting = busyUntil(known.busy, at)
  if (meeting !== null) return { state: 'meeting', until: meeting, said: false }
  const begins = known.busy.map(span => span.from).filter(from => from > at && from < word.until)
  return { state: word.state, until: Math.min(word.until, ...begins), said: true }
}

export const isReachable = (state: PresenceState): boolean => state === 'in' || state === 'home'

/** As often as this what somebody does changes before nobody looks further. */
const mostChanges = 200

/** The first moment from then on at which somebody can be reached; null where nothing known says when. */
export function reachableFrom(known: Known, at: number): number | null {
  for (let n = 0, moment: number = at; n < mostChanges; n++) {
    const { state, until } = standingAt(known, moment)
    if (isReachable(state)) return moment
    if (until === null || until <= moment) return null
    moment = until
  }
  return null
}
