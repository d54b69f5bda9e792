/** Scheduling messages as they are written (RFC 5546, 3.2), out of the calendar text of an event. */
import { all, type Component, one, type Property } from '../component.ts'
import { escapedText, property, utcStamp } from '../write.ts'
import { addressIn, attendeeOf, eventsOf, instanceKeys, type Method, type PartStat } from './parts.ts'

/** `20260312T081500Z` */
export const utcText = (at: Temporal.Instant): string => utcStamp(at.epochMilliseconds)

const event = (properties: readonly (Property | undefined | null)[]): Component => ({
  name: 'VEVENT',
  line: 0,
  components: [],
  properties: properties.filter(one => one !== undefined && one !== null),
})

const product = '-//Kontor//Calendar//EN'

function calendarOf(method: Method, from: Component, events: readonly Component[]): Component {
  const named = new Set(
    events.flatMap(({ properties }) => properties.flatMap(({ parameters }) => parameters.get('TZID') ?? [])),
  )
  return {
    name: 'VCALENDAR',
    line: 0,
    properties: [
      property('PRODID', product),
      property('VERSION', '2.0'),
      property('CALSCALE', 'GREGORIAN'),
      property('METHOD', method),
    ],
    components: [
      ...from.components.filter(
        ({ name, properties }) =>
          name === 'VTIMEZONE' && properties.some(one => one.name === 'TZID' && named.has(one.value.trim())),
      ),
      ...events,
    ],
  }
}

/** Between a client and its server, of no concern to others (RFC 6638, 7). */
const ownParameters = new Set(['SCHEDULE-AGENT', 'SCHEDULE-STATUS', 'SCHEDULE-FORCE-SEND'])
/** The organiser's own order of things, and what other programs noted for themselves. */
const ownProperties = new Set(['CATEGORIES', 'DTSTAMP', 'METHOD', 'REQUEST-STATUS', 'COLOR'])

const forOthers = ({ parameters, ...rest }: Property): Property => ({
  ...rest,
  parameters: [...parameters.keys()].some(key => ownParameters.has(key))
    ? new Map([...parameters].filter(([key]) => !ownParameters.has(key)))
    : parameters,
})

/** The event without what is its owner's alone: alarms, order, marks of programs. */
const told = (source: Component, at: Temporal.Instant): Component => ({
  ...source,
  components: [],
  properties: [
    property('DTSTAMP', utcText(at)),
    ...source.properties.filter(({ name }) => !ownProperties.has(name) && !name.startsWith('X-')).map(forOthers),
  ],
})

const without = (source: Component, names: readonly string[]): Component => ({
  ...source,
  properties: source.properties.filter(({ name }) => !names.includes(name)),
})

export const seriesOf = (calendar: Component): Component | undefined =>
  eventsOf(calendar).find(one_ => !one(one_, 'RECURRENCE-ID'))
export const changesOf = (calendar: Component): Component[] =>
  eventsOf(calendar).filter(one_ => one(one_, 'RECURRENCE-ID') !== undefined)

export const isCancelled = (source: Component): boolean =>
  one(source, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED'

/**
 * What of an event is a guest's: the series and the instances that they are asked to; instances of the series that they are not
 * asked to stand as left out (RFC 6638, 3.2.6).
 */
export function viewOf(calendar: Component, guest: string): Component[] {
  const series = seriesOf(calendar)
  const invited = (source: Component) => attendeeOf(source, guest) !== undefined && !isCancelled(source)
  const changes = changesOf(calendar)
  const own = changes.filter(invited)
  if (!series || !invited(series)) return own
  const leftOut = changes
    .filter(source => !invited(source))
    .map(source => ({ ...one(source, 'RECURRENCE-ID')!, name: 'EXDATE' }))
    .map(({ parameters, ...rest }) => ({
      ...rest,
      parameters: new Map([...parameters].filter(([key]) => key !== 'RANGE')),
    }))
  return [{ ...series, properties: [...series.properties, ...leftOut] }, ...own]
}

export interface Sending {
  readonly at: Temporal.Instant
  /** Said to whoever receives it. */
  readonly comment?: string | null
}

const commentOf = ({ comment }: Sending): Property | null =>
  comment ? property('COMMENT', escapedText(comment)) : null
const commented = (source: Component, sending: Sending): Component => {
  const comment = commentOf(sending)
  return comment ? { ...source, properties: [...source.properties, comment] } : source
}

/** Asks a guest, or tells how it is now. Null where nothing of it is theirs. */
export function request(calendar: Component, guest: string, sending: Sending): Component | null {
  const view = viewOf(calendar, guest)
  if (view.length === 0) return null
  return calendarOf(
    'REQUEST',
    calendar,
    view.map(source => commented(told(source, sending.at), sending)),
  )
}

/** Told to anybody, without who comes (RFC 5546, 3.2.1). */
export const publish = (calendar: Component, { at }: Sending): Component =>
  calendarOf(
    'PUBLISH',
    calendar,
    eventsOf(calendar).map(source => without(told(source, at), ['ATTENDEE'])),
  )

/** What any message names an event by, and what people and simple programs read of it. */
const named = (source: Component, at: Temporal.Instant): (Property | undefined)[] => [
  property('DTSTAMP', utcText(at)),
  one(source, 'UID'),
  one(source, 'RECURRENCE-ID'),
  one(source, 'ORGANIZER') && forOthers(one(source, 'ORGANIZER')!),
  one(source, 'DTSTART'),
  one(source, 'DTEND'),
  one(source, 'DURATION'),
  one(source, 'SUMMARY'),
]

const attendeeLine = (source: Component, guest: string): Property | undefined => {
  const line = all(source, 'ATTENDEE').find(({ value }) => addressIn(value) === guest)
  return line && forOthers(line)
}

export interface Cancelling extends Sending {
  readonly guest: string
  readonly sequence: number
  /** False: it takes place, only without this guest; then it bears no status (RFC 5546, 3.2.5). */
  readonly forAll: boolean
}

/** Calls off the event, or those components of it. */
export function cancel(calendar: Component, sources: readonly Component[], cancelling: Cancelling): Component {
  return calendarOf(
    'CANCEL',
    calendar,
    sources.map(source =>
      event([
        ...named(source, cancelling.at),
        attendeeLine(source, cancelling.guest),
        property('SEQUENCE', String(cancelling.sequence)),
        cancelling.forAll ? property('STATUS', 'CANCELLED') : null,
        commentOf(cancelling),
      ]),
    ),
  )
}

/** An instance of a series, so that it alone can be called off: the time `EXDATE` names, as long as the series' own. */
export function instanceComponent(calendar: Component, exdate: Property): Component[] {
  const series = seriesOf(calendar)
  if (!series) return []
  const start = one(series, 'DTSTART')
  return exdate.value.split(',').map(value => {
    const at = { ...exdate, value: value.trim() }
    return {
      ...series,
      components: [],
      properties: [
        ...without(series, ['RRULE', 'RDATE', 'EXDATE', 'DTSTART', 'DTEND', 'DURATION']).properties,
        { ...at, name: 'RECURRENCE-ID' },
        { ...at, name: 'DTSTART' },
        ...(start && one(series, 'DURATION') ? [one(series, 'DURATION')!] : []),
      ],
    }
  })
}

/** More instances of a series, each a component without a rule (RFC 5546, 3.2.4). Few programs know it: `request` says the same to all. */
export function add(calendar: Component, instances: readonly Component[], { at }: Sending): Component {
  return calendarOf(
    'ADD',
    calendar,
    instances.map(source => without(told(source, at), ['RECURRENCE-ID', 'RRULE', 'RDATE', 'EXDATE'])),
  )
}

export interface Answering extends Sending {
  readonly guest: string
  readonly name?: string | null
  readonly answer: PartStat
  readonly delegatedTo?: string | null
  /** Who answers for them. */
  readonly sentBy?: string | null
}

const answering = (source: Component, { guest, name, answer, delegatedTo, sentBy }: Answering): Property => {
  const line = attendeeLine(source, guest)
  return property('ATTENDEE', `mailto:${guest}`, {
    CN: name ?? line?.parameters.get('CN')?.[0],
    ROLE: line?.parameters.get('ROLE')?.[0],
    PARTSTAT: answer,
    'DELEGATED-TO': delegatedTo ? `mailto:${delegatedTo}` : null,
    'SENT-BY': sentBy ? `mailto:${sentBy}` : null,
  })
}

/** What a guest answers, to the event as it was asked (RFC 5546, 3.2.3): the components say which. */
export function reply(calendar: Component, sources: readonly Component[], answer: Answering): Component {
  return calendarOf(
    'REPLY',
    calendar,
    sources.map(source =>
      event([
        ...named(source, answer.at),
        one(source, 'SEQUENCE') ?? property('SEQUENCE', '0'),
        answering(source, answer),
        property('REQUEST-STATUS', '2.0;Success'),
        commentOf(answer),
      ]),
    ),
  )
}

export interface Proposing extends Sending {
  readonly guest: string
  readonly start: Property
  readonly end: Property
}

/** Another time, proposed by a guest (RFC 5546, 3.2.7): the whole event as they would have it. */
export function counter(
  calendar: Component,
  source: Component,
  { guest, start, end, ...sending }: Proposing,
): Component {
  const base = without(told(source, sending.at), ['DTSTART', 'DTEND', 'DURATION', 'ATTENDEE'])
  const line = answering(source, { ...sending, guest, answer: 'TENTATIVE' })
  return calendarOf('COUNTER', calendar, [
    commented(
      {
        ...base,
        properties: [...base.properties, line, { ...start, name: 'DTSTART' }, { ...end, name: 'DTEND' }],
      },
      sending,
    ),
  ])
}

/** It stays as it is, whatever a guest proposed (RFC 5546, 3.2.8). */
export const declineCounter = (
  calendar: Component,
  source: Component,
  sending: Sending & { readonly guest: string },
): Component =>
  calendarOf('DECLINECOUNTER', calendar, [
    event([
      ...named(source, sending.at),
      attendeeLine(source, sending.guest),
      one(source, 'SEQUENCE') ?? property('SEQUENCE', '0'),
      commentOf(sending),
    ]),
  ])

/** A guest asks how it is now (RFC 5546, 3.2.6). */
export const refresh = (
  calendar: Component,
  source: Component,
  { at, guest }: Sending & { readonly guest: string },
): Component =>
  calendarOf('REFRESH', calendar, [
    event([
      property('DTSTAMP', utcText(at)),
      one(source, 'UID'),
      one(source, 'RECURRENCE-ID'),
      one(source, 'ORGANIZER'),
      property('ATTENDEE', `mailto:${guest}`),
    ]),
  ])

/** The instances that a series leaves out, by their keys. */
export function leftOut(calendar: Component, series: Component): Map<string, Property> {
  const keys = instanceKeys(calendar)
  return new Map(
    all(series, 'EXDATE').flatMap(line =>
      line.value.split(',').flatMap(value => {
        const single = { ...line, value: value.trim() }
        return keys(single).map(key => [key, single] as const)
      }),
    ),
  )
}
