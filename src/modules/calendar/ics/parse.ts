/** A client's file of one UID as an event. */
import { type Component, one, parseIcal } from '../../../formats/ical/component.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import type { EventFields } from '../contract/shapes.ts'
import { type InstanceChange, same } from '../facts.ts'
import { spanOf, startText } from '../wall.ts'
import { meantBy } from './address.ts'
import { type Reading, readFields, type ReadFields, readRecurrence, readRepeat, readTime } from './read.ts'

/** What a file holds before anything is looked up. */
export interface Opened {
  readonly calendar: Component
  readonly uid: string
  readonly method: string | null
  readonly events: readonly Component[]
  /** Mail addresses and ids of all whom it names. */
  readonly emails: readonly string[]
  readonly ids: readonly string[]
}

/** Largest file of one event: a picture pasted in is some hundred kilobytes. */
const mostBytes = 2_000_000

export function openObject(ics: string): Opened {
  const [calendar, second] = parseIcal(ics, { bytes: mostBytes })
  if (calendar?.name !== 'VCALENDAR' || second) throw new IcalRefused('ical-value', second?.line ?? 1, 'VCALENDAR')
  const events = calendar.components.filter(({ name }) => name === 'VEVENT')
  const [first] = events
  if (!first) throw new IcalRefused('ical-value', calendar.components[0]?.line ?? 1, 'VEVENT')
  const uid = one(first, 'UID')?.value.trim() ?? ''
  if (uid === '' || uid.length > 400) throw new IcalRefused('ical-value', first.line, 'UID')
  for (const event of events)
    if (one(event, 'UID')?.value.trim() !== uid) throw new IcalRefused('ical-value', event.line, 'UID')
  const people = events.flatMap(({ properties }) =>
    properties.filter(({ name }) => name === 'ATTENDEE' || name === 'ORGANIZER'),
  )
  const meant = people.flatMap(property =>
    [
      property.value,
      ...(property.parameters.get('EMAIL') ?? []),
      ...(property.parameters.get('SENT-BY') ?? []),
    ].flatMap(address => meantBy(address) ?? []),
  )
  return {
    calendar,
    uid,
    method: one(calendar, 'METHOD')?.value.trim().toUpperCase() ?? null,
    events,
    emails: [...new Set(meant.flatMap(one_ => ('email' in one_ ? [one_.email] : [])))],
    ids: [...new Set(meant.flatMap(one_ => ('id' in one_ ? [one_.id] : [])))],
  }
}

export type ParsedFields = Omit<EventFields, 'calendarId' | 'organiser' | 'documentIds'> & {
  readonly organiser: EventFields['organiser'] | null
}

export interface Parsed {
  readonly fields: ParsedFields
  readonly instances: ReadonlyMap<string, InstanceChange>
  readonly sequence: number
}

const sequenceIn = (event: Component): number => {
  const number = Number(one(event, 'SEQUENCE')?.value.trim() ?? 0)
  return Number.isSafeInteger(number) && number >= 0 ? Math.min(number, 1_000_000_000) : 0
}

const ofInstance = ({ organiser: _organiser, privacy: _privacy, reminders: _reminders, ...fields }: ReadFields) =>
  fields

/** Reads it. Throws `IcalRefused` with the line. */
export function parseObject({ calendar, events }: Opened, reading: Omit<Reading, 'calendar'>): Parsed {
  const by: Reading = { ...reading, calendar }
  const [first] = events
  const master = events.find(event => !one(event, 'RECURRENCE-ID'))
  const changed = events.filter(event => event !== master)
  if (!master) return orphaned(first!, changed, by)
  const doubled = changed.find(event => !one(event, 'RECURRENCE-ID'))
  if (doubled) throw new IcalRefused('ical-value', doubled.line, 'RECURRENCE-ID')
  const when = timeOf(master, by)
  const fields = { ...readFields(master, by), when, repeat: readRepeat(master, when, by) }
  return withInstances(fields, changed, sequenceIn(master), by)
}

function timeOf(event: Component, reading: Reading): EventFields['when'] {
  const when = readTime(event, reading)
  if (!when) throw new IcalRefused('ical-value', event.line, 'DTSTART')
  return when
}

function withInstances(
  fields: ParsedFields,
  changed: readonly Component[],
  sequence: number,
  reading: Reading,
): Parsed {
  const series: Record<string, unknown> = fields
  const instances = new Map<string, InstanceChange>()
  let most = sequence
  const off: string[] = []
  for (const event of changed) {
    const recurrence = readRecurrence(event, fields.when, reading)
    if (recurrence === null) continue
    most = Math.max(most, sequenceIn(event))
    const own = { ...ofInstance(readFields(event, reading)), when: timeOf(event, reading) }
    if (own.status === 'cancelled') {
      off.push(recurrence)
      continue
    }
    const differs = Object.entries(own).filter(([key, value]) =>
      key === 'when'
        ? startText(value as EventFields['when']) !== recurrence ||
          !sameLength(value as EventFields['when'], fields.when)
        : !same(value, series[key]),
    )
    instances.set(recurrence, Object.fromEntries(differs) as InstanceChange)
  }
  const repeat =
    off.length > 0
      ? {
          rule: null,
          added: [],
          ...fields.repeat,
          leftOut: [...new Set([...(fields.repeat?.leftOut ?? []), ...off])].sort(),
        }
      : fields.repeat
  return { fields: { ...fields, repeat }, instances, sequence: most }
}

function sameLength(a: EventFields['when'], b: EventFields['when']): boolean {
  const length = (when: EventFields['when']) => spanOf(when).end - spanOf(when).start
  return a.allDay === b.allDay && length(a) === length(b) && (a.allDay || b.allDay || a.zone === b.zone)
}

/** Only some instances of somebody else's series: a series of just these times. */
function orphaned(first: Component, changed: readonly Component[], reading: Reading): Parsed {
  const now = timeOf(first, reading)
  const times = changed.map(event => readRecurrence(event, now, reading)!).sort()
  const start = times[0]!
  const length = spanOf(now).end - spanOf(now).start
  const at = (seconds: number) => new Date(seconds * 1000).toISOString()
  const begins = Date.parse(`${start}Z`) / 1000
  const when: EventFields['when'] = now.allDay
    ? { allDay: true, from: start.slice(0, 10), until: at(begins + length - 86_400).slice(0, 10) }
    : { ...now, start, end: at(begins + length).slice(0, 19) }
  const fields = {
    ...readFields(first, reading),
    when,
    repeat: times.length > 1 ? { rule: null, added: times.slice(1), leftOut: [] } : null,
  }
  return withInstances(fields, changed, sequenceIn(first), reading)
}
