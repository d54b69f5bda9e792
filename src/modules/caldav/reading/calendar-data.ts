/** What of a calendar object is handed out (RFC 4791, 9.6): whole, in parts, expanded, or with some of its changes. */
import { all, type Component, icalText, one, parseIcal, type Property } from '../../../formats/ical/component.ts'
import { expand, type Instance } from '../../../formats/ical/expand.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { type Clock, clockOf, clocksOf, utc } from '../../../formats/ical/zone.ts'
import { namespaces } from '../../../formats/dav/xml.ts'
import { attribute, type XmlElement } from '../../../formats/xml/element.ts'
import { DavFault } from './fault.ts'
import { dayStamp, rangeOf, type TimeRange, utcStamp } from './range.ts'

interface Part {
  readonly name: string
  /** Null: all. */
  readonly properties: ReadonlyMap<string, { readonly withoutValue: boolean }> | null
  readonly components: readonly Part[] | null
}

export interface DataWish {
  readonly part: Part | null
  readonly expanded: TimeRange | null
  readonly changesWithin: TimeRange | null
}

const whole: DataWish = { part: null, expanded: null, changesWithin: null }

const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(child => child.name === name && child.namespace === namespaces.C)

function partOf(element: XmlElement): Part {
  const name = attribute(element, 'name')?.trim().toUpperCase() ?? ''
  const properties = inside(element, 'prop')
  const components = inside(element, 'comp')
  return {
    name,
    properties:
      inside(element, 'allprop').length > 0
        ? null
        : new Map(
            properties.map(one => [
              attribute(one, 'name')?.trim().toUpperCase() ?? '',
              { withoutValue: attribute(one, 'novalue') === 'yes' },
            ]),
          ),
    components: inside(element, 'allcomp').length > 0 ? null : components.map(partOf),
  }
}

/** What a `calendar-data` of a request asks for. */
export function wishOf(element: XmlElement | undefined): DataWish {
  if (!element) return whole
  const type = attribute(element, 'content-type') ?? 'text/calendar'
  const version = attribute(element, 'version') ?? '2.0'
  if (type.toLowerCase() !== 'text/calendar' || version !== '2.0') throw new DavFault(403, 'C:supported-calendar-data')
  const [comp, expanded, limited] = ['comp', 'expand', 'limit-recurrence-set'].map(name => inside(element, name)[0])
  return {
    part: comp ? partOf(comp) : null,
    expanded: expanded ? rangeOf(expanded, true) : null,
    changesWithin: limited && !expanded ? rangeOf(limited, true) : null,
  }
}

export const isWhole = ({ part, expanded, changesWithin }: DataWish): boolean => !part && !expanded && !changesWithin

function cut(component: Component, part: Part): Component {
  const { properties, components } = part
  return {
    ...component,
    properties: properties
      ? component.properties
          .filter(({ name }) => properties.has(name))
          .map(property => (properties.get(property.name)!.withoutValue ? { ...property, value: '' } : property))
      : component.properties,
    components: components
      ? component.components.flatMap(inner => {
          const wanted = components.find(({ name }) => name === inner.name)
          return wanted ? [cut(inner, wanted)] : []
        })
      : component.components,
  }
}

const plainProperty = (name: string, value: string, parameters: Property['parameters'] = new Map()): Property => ({
  name,
  parameters,
  value,
  line: 0,
})
const ofDay = new Map([['VALUE', ['DATE']]])
const moment = (name: string, at: number, allDay: boolean): Property =>
  allDay ? plainProperty(name, dayStamp(at), ofDay) : plainProperty(name, utcStamp(at))

/** What an instance has of its own, or what would make it a series. */
const replaced = new Set(['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID'])

interface Change {
  readonly at: number
  readonly onwards: boolean
  readonly event: Component
}

const instantOf = (property: Property, clocks: (id: string | undefined) => Clock): number => {
  const at = momentOf(property.value.trim())
  if (!at) return Number.NaN
  if (at.kind === 'day') return at.seconds * 1000
  return (at.kind === 'utc' ? utc : clocks(property.parameters.get('TZID')?.[0])).instantOf(at.seconds)
}

function changesOf(calendar: Component, zone: string): { master: Component | undefined; changes: Change[] } {
  const clocks = clocksOf(calendar, clockOf(zone))
  const events = calendar.components.filter(({ name }) => name === 'VEVENT')
  const changes = events.flatMap(event => {
    const of = one(event, 'RECURRENCE-ID')
    if (!of) return []
    const onwards = of.parameters.get('RANGE')?.[0]?.toUpperCase() === 'THISANDFUTURE'
    return [{ at: instantOf(of, clocks), onwards, event }]
  })
  return { master: events.find(event => !one(event, 'RECURRENCE-ID')), changes: changes.sort((a, b) => a.at - b.at) }
}

/** Every instance within the range as an event of its own, in UTC, without rules and zones (9.6.5). */
export function expanded(calendar: Component, range: TimeRange, zone: string): Component {
  const { master, changes } = changesOf(calendar, zone)
  const rest = new Map<Component, readonly Property[]>()
  const restOf = (event: Component): readonly Property[] => {
    let properties = rest.get(event)
    if (!properties) rest.set(event, (properties = event.properties.filter(({ name }) => !replaced.has(name))))
    return properties
  }
  const eventOf = ({ recurrence }: Instance): Component | undefined =>
    recurrence === null
      ? (master ?? changes[0]?.event)
      : (changes.find(({ at, onwards }) => !onwards && at === recurrence)?.event ??
        changes.findLast(({ at, onwards }) => onwards && at <= recurrence)?.event ??
        master)
  const events = expand(calendar, { ...range, zone }).flatMap((instance): Component[] => {
    const event = eventOf(instance)
    if (!event) return []
    const { start, end, recurrence, allDay } = instance
    return [
      {
        ...event,
        properties: [
          ...restOf(event),
          moment('DTSTART', start, allDay),
          ...(end === start && !allDay ? [] : [moment('DTEND', end, allDay)]),
          ...(recurrence === null ? [] : [moment('RECURRENCE-ID', recurrence, allDay)]),
        ],
      },
    ]
  })
  return { ...calendar, components: events }
}

/** The series, and those of its changed instances that are in the range, now or before they were changed (9.6.6). */
function withChangesIn(calendar: Component, range: TimeRange, zone: string): Component {
  const { changes } = changesOf(calendar, zone)
  const clocks = clocksOf(calendar, clockOf(zone))
  const away = new Set(
    changes
      .filter(({ at, event, onwards }) => {
        const begins = one(event, 'DTSTART')
        const now = begins ? instantOf(begins, clocks) : at
        const ends = one(event, 'DTEND')
        const length = ends ? Math.max(0, instantOf(ends, clocks) - now) : 86_400_000
        const touches = (from: number) => from < range.to && (from + length > range.from || from === range.from)
        return !onwards && !touches(at) && !touches(now)
      })
      .map(({ event }) => event),
  )
  return { ...calendar, components: calendar.components.filter(component => !away.has(component)) }
}

/** What makes a series or a time of an event, with its folded lines. */
const timeLines = /^(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE)[;:].*(?:\r?\n[ \t].*)*\r?\n/gim

/** The instances that the database has laid out, each `DTSTART DTEND`, days of all-day ones without a time. */
export type LaidOut = readonly (readonly [start: string, end: string])[]

/**
 * The same as `expanded` without reading the file, where none of its instances was changed: the event's own lines with each time
 * that is laid out already. Null where it has to be read.
 */
export function expandedFast(text: string, instances: LaidOut): string | null {
  const begins = text.search(/^BEGIN:VEVENT\r?$/m)
  if (begins < 0 || text.indexOf('\nBEGIN:VEVENT', begins + 1) >= 0) return null
  const ends = text.lastIndexOf('\nEND:VEVENT')
  const event = text.slice(text.indexOf('\n', begins) + 1, ends + 1)
  const alarms = event.search(/^BEGIN:/m)
  const own = alarms < 0 ? event : event.slice(0, alarms)
  const inner = alarms < 0 ? '' : event.slice(alarms)
  // Lines behind the alarms are the event's too, and those within them are not.
  if (inner && !/\nEND:\w+\r?\n$/.test(inner)) return null
  if (/^RECURRENCE-ID[;:]/im.test(own)) return null
  const zones = text.search(/^BEGIN:VTIMEZONE\r?$/m)
  const head = text.slice(0, zones >= 0 && zones < begins ? zones : begins)
  const repeats = /^R(?:RULE|DATE)[;:]/im.test(own)
  const rest = own.replace(timeLines, '')
  const of = (name: string, time: string) => `${name}${time.length === 8 ? ';VALUE=DATE' : ''}:${time}\r\n`
  const events = instances.map(
    ([start, end]) =>
      `BEGIN:VEVENT\r\n${rest}${of('DTSTART', start)}${start === end ? '' : of('DTEND', end)}${repeats ? of('RECURRENCE-ID', start) : ''}${inner}END:VEVENT\r\n`,
  )
  return `${head}${events.join('')}END:VCALENDAR\r\n`
}

/** The text as it was asked for; `instances` are those of the range that is to be expanded, where they are known. */
export function dataOf(text: string, wish: DataWish, zone: string, instances: LaidOut | null = null): string {
  if (isWhole(wish)) return text
  if (wish.expanded && !wish.part && instances) {
    const fast = expandedFast(text, instances)
    if (fast !== null) return fast
  }
  let [calendar] = parseIcal(text) as [Component]
  if (wish.expanded) calendar = expanded(calendar, wish.expanded, zone)
  else if (wish.changesWithin) calendar = withChangesIn(calendar, wish.changesWithin, zone)
  if (wish.part) calendar = cut(calendar, wish.part)
  return icalText(calendar)
}

export const uidOf = (calendar: Component): string | null => {
  for (const component of calendar.components) {
    const [uid] = all(component, 'UID')
    if (uid && component.name !== 'VTIMEZONE') return uid.value.trim()
  }
  return null
}
