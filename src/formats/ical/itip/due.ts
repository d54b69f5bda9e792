/**
 * Which messages a guest is due: what they were told last against how it is now. Reckoned from the two states and not from what
 * happened between them, so that a change taken back at once is told to nobody, and nothing is told twice.
 */
import { type Component, one, propertyText } from '../component.ts'
import { attendeeOf, instanceOf, type InstanceKey, type Method, sequenceOf } from './parts.ts'
import {
  cancel,
  changesOf,
  instanceComponent,
  isCancelled,
  leftOut,
  request,
  type Sending,
  seriesOf,
  viewOf,
} from './write.ts'

export interface Due {
  readonly method: Extract<Method, 'REQUEST' | 'CANCEL'>
  readonly sequence: number
  /** The one instance it is about; null for the whole, or for several. */
  readonly instance: InstanceKey | null
  /** The first message that this guest gets of it. */
  readonly isFirst: boolean
  readonly calendar: Component
}

/** What makes a difference to a guest; who else comes, and what others answered, does not. */
const telling = new Set([
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'CONFERENCE',
  'STATUS',
  'ORGANIZER',
])

/** Moves a meeting: what is answered before counts no more (RFC 5546, 2.1.4). */
const moving = new Set(['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'RECURRENCE-ID'])

const linesOf = (source: Component, of: ReadonlySet<string>): string =>
  source.properties
    .filter(({ name }) => of.has(name))
    .map(property =>
      propertyText({ ...property, parameters: property.name === 'ORGANIZER' ? new Map() : property.parameters }),
    )
    .sort()
    .join('\n')

const signatureOf = (source: Component, guest: string): string =>
  `${linesOf(source, telling)}\n${attendeeOf(source, guest)?.role ?? ''}`

type View = ReadonlyMap<InstanceKey | null, Component>
const byInstance = (calendar: Component, view: readonly Component[]): View =>
  new Map(view.map(source => [instanceOf(calendar, source), source]))

/** Instances that take place no more: left out of the series, or called off one by one. */
function struck(before: View, view: View, told: Component, now: Component): Map<InstanceKey, Component> {
  const series = view.get(null)
  const found = new Map<InstanceKey, Component>()
  const beforeSeries = before.get(null)
  if (series && beforeSeries) {
    const known = leftOut(told, beforeSeries)
    for (const [key, exdate] of leftOut(now, series))
      if (!known.has(key)) found.set(key, before.get(key) ?? instanceComponent(told, exdate)[0] ?? series)
  }
  for (const [key, source] of before) if (key !== null && !view.has(key) && !series) found.set(key, source)
  return found
}

/** Whether the instance is off for everybody, or only this guest is asked to it no more. */
const isOff = (now: Component, key: InstanceKey): boolean => {
  const change = changesOf(now).find(source => instanceOf(now, source) === key)
  return change ? isCancelled(change) : true
}

const mostSequence = (calendar: Component): number =>
  Math.max(0, ...[seriesOf(calendar), ...changesOf(calendar)].flatMap(source => (source ? [sequenceOf(source)] : [])))

/**
 * What a guest is due. `told`: the calendar as it was when they were told last, or null; `now`: as it is, or null where it is
 * gone. Instances struck from a series are called off by themselves; anything else is told as a whole.
 */
export function dueTo(guest: string, told: Component | null, now: Component | null, sending: Sending): Due[] {
  const before = told ? byInstance(told, viewOf(told, guest)) : new Map<null, Component>()
  const view = now ? byInstance(now, viewOf(now, guest)) : new Map<null, Component>()
  if (view.size === 0) return before.size === 0 ? [] : [calledOff(guest, told!, before, now, sending)]
  const sequence = mostSequence(now!)
  const whole = (): Due[] => {
    const calendar = request(now!, guest, sending)
    return calendar
      ? [{ method: 'REQUEST', sequence, instance: onlyOf(view), isFirst: before.size === 0, calendar }]
      : []
  }
  if (before.size === 0) return whole()
  const gone = struck(before, view, told!, now!)
  const off: Due[] = [...gone].map(([key, source]) => ({
    method: 'CANCEL',
    sequence,
    instance: key,
    isFirst: false,
    calendar: cancel(told!, [source], { ...sending, guest, sequence, forAll: isOff(now!, key) }),
  }))
  const differs = [...view].some(([key, source]) => {
    const known = before.get(key)
    return !known || signatureOf(known, guest) !== signatureOf(source, guest)
  })
  // An instance that was struck and takes place again is part of the whole.
  const again =
    before.get(null) !== undefined &&
    view.get(null) !== undefined &&
    [...leftOut(told!, before.get(null)!).keys()].some(
      key => !leftOut(now!, view.get(null)!).has(key) && !view.has(key),
    )
  return differs || again ? [...off, ...whole()] : off
}

const onlyOf = (view: View): InstanceKey | null => (view.size === 1 ? ([...view.keys()][0] ?? null) : null)

function calledOff(guest: string, told: Component, before: View, now: Component | null, sending: Sending): Due {
  const series = now && seriesOf(now)
  const goesOn = now !== null && (series ? !isCancelled(series) : changesOf(now).some(source => !isCancelled(source)))
  // Newer than what they know, also where the event itself is no more to ask.
  const sequence = Math.max(now ? mostSequence(now) : 0, mostSequence(told) + 1)
  const sources = before.has(null) ? [before.get(null)!] : [...before.values()]
  return {
    method: 'CANCEL',
    sequence,
    instance: before.has(null) ? null : onlyOf(before),
    isFirst: false,
    calendar: cancel(told, sources, { ...sending, guest, sequence, forAll: !goesOn }),
  }
}

/** Whether the times of the whole or of an instance differ, so that an answer given before counts no more. */
export function isMoved(told: Component, now: Component): boolean {
  const times = (calendar: Component) =>
    new Map(
      [seriesOf(calendar), ...changesOf(calendar)].flatMap(source =>
        source ? [[instanceOf(calendar, source), linesOf(source, moving)] as const] : [],
      ),
    )
  const [before, after] = [times(told), times(now)]
  return [...after].some(([key, lines]) => before.get(key) !== lines)
}

/** What a message is about, for people. */
export const titleOf = (calendar: Component): string =>
  one(seriesOf(calendar) ?? changesOf(calendar)[0] ?? calendar, 'SUMMARY')?.value ?? ''
