/** An event as the text clients get. What a client wrote and Kontor has no field for, or has not changed, stands as it was written. */
import { type Component, icalText, one, type Property } from '../../../formats/ical/component.ts'
import {
  compact,
  component,
  escapedText,
  minutesText,
  property,
  textProperty,
  utcStamp,
} from '../../../formats/ical/write.ts'
import { zoneComponent } from '../../../formats/ical/vtimezone.ts'
import type { EventFields, EventTime, Guest, Organiser } from '../contract/shapes.ts'
import { type EventFacts, fieldsAt, repeats, same } from '../facts.ts'
import { whenOf } from '../edits.ts'
import { dayOfSeconds, spanOf, startText } from '../wall.ts'
import { addressOf, type Known } from './address.ts'
import { type Reading, readFields, readRecurrence, readRepeat, readTime } from './read.ts'

export interface Rendering {
  readonly known: Known
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reminders: readonly number[]
  /** UID of the event that this one was split from. */
  readonly splitFromUid: string | null
  /** What lies in the calendar now, and how it is read. */
  readonly previous: Component | null
  readonly reading: Omit<Reading, 'calendar'>
}

const roleNames = {
  chair: 'CHAIR',
  required: 'REQ-PARTICIPANT',
  optional: 'OPT-PARTICIPANT',
  informed: 'NON-PARTICIPANT',
} as const
const answerNames = {
  none: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
  delegated: 'DELEGATED',
} as const

const timeProperty = (name: string, local: string, when: EventTime): Property => {
  if (when.allDay) return property(name, compact(local.slice(0, 10)), { VALUE: 'DATE' })
  return when.zone === 'UTC'
    ? property(name, `${compact(local)}Z`)
    : property(name, compact(local), { TZID: when.zone })
}

function timeProperties(when: EventTime): Property[] {
  if (!when.allDay) return [timeProperty('DTSTART', when.start, when), timeProperty('DTEND', when.end, when)]
  return [timeProperty('DTSTART', when.from, when), timeProperty('DTEND', dayOfSeconds(spanOf(when).end), when)]
}

const timesProperty = (name: string, times: readonly string[], when: EventTime): Property[] =>
  times.length === 0
    ? []
    : [
        {
          ...timeProperty(name, times[0]!, when),
          value: times.map(time => timeProperty(name, time, when).value).join(','),
        },
      ]

const attendee = ({ who, role, answer }: Guest, known: Known): Property => {
  const common = {
    ROLE: roleNames[role],
    PARTSTAT: answerNames[answer],
    RSVP: answer === 'none' && role !== 'informed' && !('calendarId' in who) ? 'TRUE' : null,
  }
  if ('email' in who)
    return property('ATTENDEE', `mailto:${who.email}`, { CN: who.name, CUTYPE: 'INDIVIDUAL', ...common })
  if ('calendarId' in who)
    return property('ATTENDEE', addressOf(who.calendarId, known), {
      CN: known.get(who.calendarId)?.name,
      CUTYPE: 'ROOM',
      ...common,
    })
  return property('ATTENDEE', addressOf(who.principalId, known), {
    CN: known.get(who.principalId)?.name,
    CUTYPE: 'INDIVIDUAL',
    ...common,
  })
}

const organiserProperty = (organiser: Organiser, known: Known): Property =>
  'email' in organiser
    ? property('ORGANIZER', `mailto:${organiser.email}`, { CN: organiser.name })
    : property('ORGANIZER', addressOf(organiser.principalId, known), {
        CN: known.get(organiser.principalId)?.name,
        'SENT-BY': organiser.sentBy ? addressOf(organiser.sentBy, known) : null,
      })

interface Written {
  readonly fields: EventFields
  /** Null for a changed instance. */
  readonly repeat: EventFields['repeat']
}

interface Part {
  readonly names: readonly string[]
  ours(written: Written, known: Known): Property[]
  /** What the field was when it was read, beside what it is. */
  same(event: Component, written: Written, reading: Reading): boolean
}

const optional = (name: string, value: string | null): Property[] => (value === null ? [] : [textProperty(name, value)])
const minutes = (name: string, value: number): Property[] =>
  value === 0 ? [] : [property(name, minutesText(value), { VALUE: 'DURATION' })]
type ReadKey = keyof ReturnType<typeof readFields>
const asRead =
  (...keys: ReadKey[]): Part['same'] =>
  (event, { fields }, reading) => {
    const read = readFields(event, reading)
    return keys.every(key => same(read[key], fields[key as keyof EventFields]))
  }

const parts: readonly Part[] = [
  {
    names: ['DTSTART', 'DTEND', 'DURATION'],
    ours: ({ fields }) => timeProperties(fields.when),
    same: (event, { fields }, reading) => same(readTime(event, reading), fields.when),
  },
  {
    names: ['RRULE', 'RDATE', 'EXDATE', 'EXRULE'],
    ours: ({ fields: { when }, repeat }) =>
      repeat === null
        ? []
        : [
            ...(repeat.rule ? [property('RRULE', repeat.rule)] : []),
            ...timesProperty('RDATE', repeat.added, when),
            ...timesProperty('EXDATE', repeat.leftOut, when),
          ],
    same: (event, { fields, repeat }, reading) => same(readRepeat(event, fields.when, reading), repeat),
  },
  { names: ['SUMMARY'], ours: ({ fields }) => [textProperty('SUMMARY', fields.title)], same: asRead('title') },
  { names: ['LOCATION'], ours: ({ fields }) => optional('LOCATION', fields.place), same: asRead('place') },
  {
    names: ['DESCRIPTION', 'X-ALT-DESC'],
    ours: ({ fields }) => optional('DESCRIPTION', fields.notes),
    same: asRead('notes'),
  },
  { names: ['CATEGORIES'], ours: ({ fields }) => optional('CATEGORIES', fields.category), same: asRead('category') },
  {
    names: ['CLASS'],
    ours: ({ fields: { privacy } }) => (privacy === 'open' ? [] : [property('CLASS', privacy.toUpperCase())]),
    same: asRead('privacy'),
  },
  {
    names: ['STATUS'],
    ours: ({ fields }) => [property('STATUS', fields.status.toUpperCase())],
    same: asRead('status'),
  },
  {
    names: ['TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS'],
    ours: ({ fields: { showAs } }) => [
      property('TRANSP', showAs === 'free' ? 'TRANSPARENT' : 'OPAQUE'),
      ...(showAs === 'away' ? [property('X-MICROSOFT-CDO-BUSYSTATUS', 'OOF')] : []),
      ...(showAs === 'tentative' ? [property('X-MICROSOFT-CDO-BUSYSTATUS', 'TENTATIVE')] : []),
    ],
    same: asRead('showAs'),
  },
  {
    names: ['ORGANIZER'],
    ours: ({ fields }, known) => (fields.guests.length > 0 ? [organiserProperty(fields.organiser, known)] : []),
    // A client that names nobody means whoever has the calendar.
    same: (event, { fields }, reading) => {
      const read = readFields(event, reading).organiser
      return read === null ? fields.guests.length === 0 : same(read, fields.organiser)
    },
  },
  {
    names: ['ATTENDEE'],
    ours: ({ fields }, known) => fields.guests.map(guest => attendee(guest, known)),
    same: (event, { fields }, reading) => {
      const bare = (guests: readonly Guest[]) => guests.map(({ note: _note, ...guest }) => guest)
      return same(bare(readFields(event, reading).guests), bare(fields.guests))
    },
  },
  {
    names: ['CONFERENCE', 'X-GOOGLE-CONFERENCE'],
    ours: ({ fields: { conferenceUrl } }) =>
      conferenceUrl === null ? [] : [property('CONFERENCE', conferenceUrl, { VALUE: 'URI', FEATURE: 'VIDEO' })],
    same: asRead('conferenceUrl'),
  },
  {
    names: ['X-KONTOR-SETUP'],
    ours: ({ fields }) => minutes('X-KONTOR-SETUP', fields.setupMinutes),
    same: asRead('setupMinutes'),
  },
  {
    names: ['X-KONTOR-CLEANUP'],
    ours: ({ fields }) => minutes('X-KONTOR-CLEANUP', fields.cleanupMinutes),
    same: asRead('cleanupMinutes'),
  },
  {
    names: ['X-APPLE-TRAVEL-DURATION'],
    ours: ({ fields }) => minutes('X-APPLE-TRAVEL-DURATION', fields.travelBeforeMinutes),
    same: asRead('travelBeforeMinutes'),
  },
  {
    names: ['X-KONTOR-TRAVEL-AFTER'],
    ours: ({ fields }) => minutes('X-KONTOR-TRAVEL-AFTER', fields.travelAfterMinutes),
    same: asRead('travelAfterMinutes'),
  },
]
/** Always ours. */
const heads = ['UID', 'DTSTAMP', 'SEQUENCE', 'RECURRENCE-ID', 'LAST-MODIFIED']
const owned = new Set([...heads, ...parts.flatMap(({ names }) => names)])

const alarm = (title: string, before: number): Component =>
  component('VALARM', [
    property('ACTION', 'DISPLAY'),
    textProperty('DESCRIPTION', title),
    property('TRIGGER', before === 0 ? 'PT0M' : minutesText(-before)),
  ])

function eventComponent(
  facts: EventFacts,
  recurrence: string | null,
  before: Component | null,
  rendering: Rendering,
): Component {
  const { known, at, reminders, previous } = rendering
  const fields = { ...fieldsAt(facts, recurrence), ...(recurrence === null ? {} : { when: whenOf(facts, recurrence) }) }
  const written: Written = { fields, repeat: recurrence === null ? facts.repeat : null }
  const reading = previous && { ...rendering.reading, calendar: previous }
  const properties = [
    property('UID', facts.uid),
    property('DTSTAMP', utcStamp(at)),
    property('LAST-MODIFIED', utcStamp(at)),
    property('SEQUENCE', String(facts.sequence)),
    ...(recurrence === null ? [] : [timeProperty('RECURRENCE-ID', recurrence, facts.when)]),
    ...parts.flatMap(part =>
      before && reading && part.same(before, written, reading)
        ? before.properties.filter(({ name }) => part.names.includes(name))
        : part.ours(written, known),
    ),
    ...(before?.properties.filter(({ name }) => !owned.has(name)) ?? []),
  ]
  if (rendering.splitFromUid && !properties.some(({ name }) => name === 'RELATED-TO'))
    properties.push(property('RELATED-TO', escapedText(rendering.splitFromUid), { RELTYPE: 'SIBLING' }))
  const kept = before && same(readFields(before, reading!).reminders, [...reminders]) ? before.components : null
  const alarms = reminders.map(minutes_ => alarm(fields.title, minutes_))
  const others = before?.components.filter(({ name }) => name !== 'VALARM') ?? []
  return component('VEVENT', properties, kept ?? [...others, ...alarms])
}

/** A year before the first time that is told in a zone. */
const zoneYear = (local: string): number => Number(local.slice(0, 4)) - 1

function zonesOf(facts: EventFacts, events: readonly Component[], previous: Component | null): Component[] {
  const used = new Set(
    events.flatMap(({ properties }) => properties.flatMap(({ parameters }) => parameters.get('TZID') ?? [])),
  )
  const described = previous?.components.filter(({ name }) => name === 'VTIMEZONE') ?? []
  const kept = described.filter(zone => used.has(one(zone, 'TZID')?.value.trim() ?? ''))
  const there = new Set(kept.map(zone => one(zone, 'TZID')?.value.trim()))
  const year = zoneYear(startText(facts.when))
  const missing = [...used].filter(id => !there.has(id))
  return [...kept, ...missing.map(id => zoneComponent(id, year))]
}

/** The whole as a calendar file of one UID. */
export function renderEvent(facts: EventFacts, rendering: Rendering): string {
  const { previous } = rendering
  const events = previous?.components.filter(({ name }) => name === 'VEVENT') ?? []
  const master = events.find(event => !one(event, 'RECURRENCE-ID')) ?? null
  const reading = previous && { ...rendering.reading, calendar: previous }
  const changed = new Map(
    reading
      ? events.flatMap(event => {
          const of = readRecurrence(event, facts.when, reading)
          return of === null ? [] : [[of, event] as const]
        })
      : [],
  )
  const components = [eventComponent(facts, null, master, rendering)]
  if (repeats(facts) || facts.instances.size > 0)
    // A new one begins as what the client knows of the series, but its rule.
    for (const recurrence of [...facts.instances.keys()].sort())
      components.push(eventComponent(facts, recurrence, changed.get(recurrence) ?? null, rendering))
  const head = previous?.properties.filter(({ name }) => name !== 'METHOD') ?? [
    property('VERSION', '2.0'),
    property('PRODID', '-//Kontor//Kontor//EN'),
    property('CALSCALE', 'GREGORIAN'),
  ]
  const others = previous?.components.filter(({ name }) => name !== 'VEVENT' && name !== 'VTIMEZONE') ?? []
  return icalText(component('VCALENDAR', head, [...zonesOf(facts, components, previous), ...components, ...others]))
}
