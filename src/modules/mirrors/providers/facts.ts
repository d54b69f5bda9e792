/** An event as services speak of it, between a calendar file and their own words. */
import {
  all,
  type Component,
  icalText,
  one,
  parseIcal,
  type Property,
  textOf,
} from '../../../formats/ical/component.ts'
import { durationOf } from '../../../formats/ical/duration.ts'
import { zoneComponent } from '../../../formats/ical/vtimezone.ts'
import { compact, component, property, textProperty } from '../../../formats/ical/write.ts'
import { clockOf, clocksOf, knownZone } from '../../../formats/ical/zone.ts'

/** What the interfaces of both say of an event in words of their own; everything else of a file is kept beside it. */
export const saidByEvents: ReadonlySet<string> = new Set([
  'UID',
  'DTSTAMP',
  'LAST-MODIFIED',
  'RECURRENCE-ID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXDATE',
  'RDATE',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'X-ALT-DESC',
  'STATUS',
  'TRANSP',
  'CLASS',
])

/** A day, or a time on the clock of a zone of the tz database. */
export type When =
  | { readonly allDay: true; readonly day: string }
  | { readonly allDay: false; readonly local: string; readonly zone: string }

export interface Person {
  readonly email: string
  readonly name: string | null
  /** PARTSTAT and ROLE as files write them. */
  readonly answer: string
  readonly role: string
  readonly isPlace: boolean
}

export interface Facts {
  /** The instance that it stands for; null for the event or series itself. */
  readonly recurrence: When | null
  readonly start: When
  readonly end: When
  readonly title: string
  readonly place: string | null
  readonly notes: string | null
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  readonly free: boolean
  readonly privacy: 'PUBLIC' | 'PRIVATE' | 'CONFIDENTIAL'
  readonly rule: string | null
  readonly leftOut: readonly When[]
  readonly added: readonly When[]
  readonly conferenceUrl: string | null
  readonly organiser: { readonly email: string; readonly name: string | null } | null
  readonly guests: readonly Person[]
  /** `20261122T080000Z` */
  readonly modified: string | null
}

export interface EventFile {
  readonly uid: string
  readonly master: Facts
  readonly changed: readonly Facts[]
}

/** What a service has no words for: told to a person, never left out in silence. */
export class NotSaid extends Error {}

const iso = (text: string): string =>
  `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}${text.length > 8 ? `T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}` : ''}`

/** The clock's reading in a zone of a moment. */
export const localIn = (zone: string, moment: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** The moment of a time; midnight in UTC of a day. */
export const momentOfWhen = (when: When): Temporal.Instant =>
  when.allDay
    ? Temporal.Instant.from(`${when.day}T00:00:00Z`)
    : Temporal.Instant.fromEpochMilliseconds(clockOf(when.zone).instantOf(Date.parse(`${when.local}Z`) / 1000))

function whenOf(property_: Property, value: string, calendar: Component): When {
  const text = value.trim()
  if (!/^\d{8}(T\d{6}Z?)?$/.test(text)) throw new NotSaid(`${property_.name}:${text.slice(0, 40)}`)
  if (text.length === 8) return { allDay: true, day: iso(text) }
  if (text.endsWith('Z')) return { allDay: false, local: iso(text.slice(0, -1)), zone: 'UTC' }
  const id = property_.parameters.get('TZID')?.[0]
  const zone = id === undefined ? null : knownZone(id)
  if (zone) return { allDay: false, local: iso(text), zone }
  if (id === undefined) throw new NotSaid(`${property_.name}:${text}`)
  // A zone of the file's own: its moment is the same on the clock of the world.
  const clock = clocksOf(calendar, clockOf('UTC'))(id)
  const instant = clock.instantOf(Date.parse(`${iso(text)}Z`) / 1000)
  return { allDay: false, local: new Date(instant).toISOString().slice(0, 19), zone: 'UTC' }
}

const times = (event: Component, name: string, calendar: Component): When[] =>
  all(event, name).flatMap(one_ =>
    one_.value
      .split(',')
      .filter(Boolean)
      .map(value => whenOf(one_, value, calendar)),
  )

const text = (event: Component, name: string): string | null => {
  const value = one(event, name)
  return value ? textOf(value.value).trim() || null : null
}

function endOf(event: Component, start: When, calendar: Component): When {
  const end = one(event, 'DTEND')
  if (end) return whenOf(end, end.value, calendar)
  const lasts = one(event, 'DURATION')
  const { days, seconds } = lasts ? durationOf(lasts.value, lasts.line) : { days: start.allDay ? 1 : 0, seconds: 0 }
  if (start.allDay)
    return {
      allDay: true,
      day: Temporal.PlainDate.from(start.day)
        .add({ days: days || 1 })
        .toString(),
    }
  const local = Temporal.PlainDateTime.from(start.local).add({ days, seconds })
  return { ...start, local: local.toString({ smallestUnit: 'second' }) }
}

const parameter = (of: Property, name: string): string | null => of.parameters.get(name)?.[0] ?? null
const emailOf = (of: Property): string =>
  (parameter(of, 'EMAIL') ?? of.value)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()

function factsOf(event: Component, calendar: Component): Facts {
  const begins = one(event, 'DTSTART')
  if (!begins) throw new NotSaid('DTSTART')
  const start = whenOf(begins, begins.value, calendar)
  const recurrence = one(event, 'RECURRENCE-ID')
  const organiser = one(event, 'ORGANIZER')
  const status = text(event, 'STATUS')?.toUpperCase()
  const privacy = text(event, 'CLASS')?.toUpperCase()
  return {
    recurrence: recurrence ? whenOf(recurrence, recurrence.value, calendar) : null,
    start,
    end: endOf(event, start, calendar),
    title: text(event, 'SUMMARY') ?? '',
    place: text(event, 'LOCATION'),
    notes: text(event, 'DESCRIPTION'),
    status: status === 'TENTATIVE' || status === 'CANCELLED' ? status : 'CONFIRMED',
    free: text(event, 'TRANSP')?.toUpperCase() === 'TRANSPARENT',
    privacy: privacy === 'PRIVATE' || privacy === 'CONFIDENTIAL' ? privacy : 'PUBLIC',
    rule: one(event, 'RRULE')?.value.trim() ?? null,
    leftOut: times(event, 'EXDATE', calendar),
    added: times(event, 'RDATE', calendar),
    conferenceUrl: (one(event, 'CONFERENCE') ?? one(event, 'X-GOOGLE-CONFERENCE'))?.value.trim() ?? null,
    organiser:
      organiser && emailOf(organiser).includes('@')
        ? { email: emailOf(organiser), name: parameter(organiser, 'CN') }
        : null,
    guests: all(event, 'ATTENDEE')
      .filter(one_ => emailOf(one_).includes('@'))
      .map(one_ => ({
        email: emailOf(one_),
        name: parameter(one_, 'CN'),
        answer: parameter(one_, 'PARTSTAT')?.toUpperCase() ?? 'NEEDS-ACTION',
        role: parameter(one_, 'ROLE')?.toUpperCase() ?? 'REQ-PARTICIPANT',
        isPlace: /^(ROOM|RESOURCE)$/i.test(parameter(one_, 'CUTYPE') ?? ''),
      })),
    modified: one(event, 'LAST-MODIFIED')?.value.trim() ?? null,
  }
}

/** Throws `NotSaid` for what has no beginning, or times on no clock. */
export function readFile(ics: string): EventFile {
  const [calendar] = parseIcal(ics)
  const events = calendar!.components.filter(({ name }) => name === 'VEVENT')
  const facts = events.map(event => factsOf(event, calendar!))
  const master = facts.find(({ recurrence }) => recurrence === null)
  if (!master) throw new NotSaid('RECURRENCE-ID')
  return { uid: one(events[0]!, 'UID')?.value.trim() ?? '', master, changed: facts.filter(one_ => one_ !== master) }
}

const timeProperty = (name: string, when: When): Property =>
  when.allDay
    ? property(name, compact(when.day), { VALUE: 'DATE' })
    : when.zone === 'UTC'
      ? property(name, `${compact(when.local)}Z`)
      : property(name, compact(when.local), { TZID: when.zone })

const maybe = (name: string, value: string | null): Property[] =>
  value === null || value === '' ? [] : [textProperty(name, value)]

function eventOf(uid: string, facts: Facts): Component {
  const stamp = facts.modified ?? '19700101T000000Z'
  return component('VEVENT', [
    property('UID', uid),
    property('DTSTAMP', stamp),
    property('LAST-MODIFIED', stamp),
    ...(facts.recurrence ? [timeProperty('RECURRENCE-ID', facts.recurrence)] : []),
    timeProperty('DTSTART', facts.start),
    timeProperty('DTEND', facts.end),
    ...(facts.rule ? [property('RRULE', facts.rule)] : []),
    ...facts.leftOut.map(when => timeProperty('EXDATE', when)),
    ...facts.added.map(when => timeProperty('RDATE', when)),
    ...maybe('SUMMARY', facts.title),
    ...maybe('LOCATION', facts.place),
    ...maybe('DESCRIPTION', facts.notes),
    property('STATUS', facts.status),
    property('TRANSP', facts.free ? 'TRANSPARENT' : 'OPAQUE'),
    ...(facts.privacy === 'PUBLIC' ? [] : [property('CLASS', facts.privacy)]),
    ...(facts.conferenceUrl ? [property('CONFERENCE', facts.conferenceUrl, { VALUE: 'URI', FEATURE: 'VIDEO' })] : []),
    ...(facts.organiser && facts.guests.length > 0
      ? [property('ORGANIZER', `mailto:${facts.organiser.email}`, { CN: facts.organiser.name })]
      : []),
    ...facts.guests.map(({ email, name, answer, role, isPlace }) =>
      property('ATTENDEE', `mailto:${email}`, {
        CN: name,
        CUTYPE: isPlace ? 'ROOM' : 'INDIVIDUAL',
        ROLE: role,
        PARTSTAT: answer,
      }),
    ),
  ])
}

export function writeFile({ uid, master, changed }: EventFile): string {
  const events = [master, ...changed].map(facts => eventOf(uid, facts))
  return icalText(
    component(
      'VCALENDAR',
      [property('VERSION', '2.0'), property('PRODID', '-//Kontor//Kontor//EN'), property('CALSCALE', 'GREGORIAN')],
      [...zonesOf(events), ...events],
    ),
  )
}

function zonesOf(events: readonly Component[]): Component[] {
  const years = new Map<string, number>()
  for (const { properties } of events)
    for (const { parameters, value } of properties) {
      const zone = parameters.get('TZID')?.[0]
      if (zone) years.set(zone, Math.min(years.get(zone) ?? 9999, Number(value.slice(0, 4)) - 1))
    }
  return [...years].map(([zone, year]) => zoneComponent(zone, year))
}

const keyOf = (event: Component): string => {
  const of = one(event, 'RECURRENCE-ID')
  return of ? of.value.trim() : ''
}

/** Theirs, with the properties of ours that the service has no words for; alarms are each one's own. */
export function mergedFile(ours: string | null, theirs: string, said: ReadonlySet<string>): string {
  if (ours === null) return theirs
  const [mine] = parseIcal(ours)
  const [other] = parseIcal(theirs)
  const before = new Map(mine!.components.filter(({ name }) => name === 'VEVENT').map(event => [keyOf(event), event]))
  const events = other!.components.map(event => {
    const had = event.name === 'VEVENT' ? before.get(keyOf(event)) : undefined
    if (!had) return event
    const kept = had.properties.filter(({ name }) => !said.has(name) && !one(event, name))
    return { ...event, properties: [...event.properties, ...kept], components: had.components }
  })
  return icalText({ ...other!, components: events })
}
