/** The filter of a calendar-query (RFC 4791, 9.7): read from the request, tried on one calendar object. */
import type { Component, Property } from '../../../formats/ical/component.ts'
import { textOf } from '../../../formats/ical/component.ts'
import { durationOf } from '../../../formats/ical/duration.ts'
import { expand, type Instance } from '../../../formats/ical/expand.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { clockOf, clocksOf, utc } from '../../../formats/ical/zone.ts'
import { namespaces } from '../../../formats/dav/xml.ts'
import { attribute, type XmlElement } from '../../../formats/xml/element.ts'
import { DavFault } from './fault.ts'
import { firstOfAll, lastOfAll, rangeOf, type TimeRange } from './range.ts'
import { matchesParameter, matchesText, type ParameterFilter, type TextMatch, textMatchOf } from './text-match.ts'

interface PropertyFilter {
  readonly name: string
  readonly absent: boolean
  readonly range: TimeRange | null
  readonly match: TextMatch | null
  readonly parameters: readonly ParameterFilter[]
}

export interface ComponentFilter {
  readonly name: string
  readonly absent: boolean
  readonly range: TimeRange | null
  readonly properties: readonly PropertyFilter[]
  readonly components: readonly ComponentFilter[]
}

const known = new Set([
  'VCALENDAR',
  'VEVENT',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
  'VTIMEZONE',
  'VALARM',
  'STANDARD',
  'DAYLIGHT',
])

function nameOf(element: XmlElement): string {
  const name = attribute(element, 'name')?.trim().toUpperCase()
  if (!name) throw new DavFault(400, 'C:valid-filter')
  return name
}

const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(child => child.name === name && child.namespace === namespaces.C)

function propertyFilterOf(element: XmlElement): PropertyFilter {
  const [range, match] = [inside(element, 'time-range')[0], inside(element, 'text-match')[0]]
  return {
    name: nameOf(element),
    absent: inside(element, 'is-not-defined').length > 0,
    range: range ? rangeOf(range) : null,
    match: match ? textMatchOf(match, 'C') : null,
    parameters: inside(element, 'param-filter').map(one => {
      const text = inside(one, 'text-match')[0]
      return {
        name: nameOf(one),
        absent: inside(one, 'is-not-defined').length > 0,
        match: text ? textMatchOf(text, 'C') : null,
      }
    }),
  }
}

function componentFilterOf(element: XmlElement): ComponentFilter {
  const name = nameOf(element)
  if (!known.has(name) && !name.startsWith('X-')) throw new DavFault(403, 'C:supported-filter')
  const range = inside(element, 'time-range')[0]
  if (range && (name === 'VCALENDAR' || name === 'VTIMEZONE')) throw new DavFault(400, 'C:valid-filter')
  return {
    name,
    absent: inside(element, 'is-not-defined').length > 0,
    range: range ? rangeOf(range) : null,
    properties: inside(element, 'prop-filter').map(propertyFilterOf),
    components: inside(element, 'comp-filter').map(componentFilterOf),
  }
}

/** The filter of a request; one that begins elsewhere than with the whole calendar is none. */
export function filterOf(element: XmlElement | undefined): ComponentFilter {
  const [first, ...more] = element ? inside(element, 'comp-filter') : []
  if (!first || more.length > 0) throw new DavFault(400, 'C:valid-filter')
  const filter = componentFilterOf(first)
  if (filter.name !== 'VCALENDAR') throw new DavFault(400, 'C:valid-filter')
  return filter
}

/** What the database can answer by itself: all events, or those within a range; null for anything more. */
export function plainRange(filter: ComponentFilter): { readonly range: TimeRange | null } | 'nothing' | null {
  if (filter.absent) return 'nothing'
  if (filter.properties.length > 0 || filter.range || filter.components.length > 1) return null
  const [events] = filter.components
  if (!events) return { range: null }
  if (events.name === 'VTODO' || events.name === 'VJOURNAL') return events.absent ? { range: null } : 'nothing'
  if (events.name !== 'VEVENT' || events.absent || events.properties.length > 0 || events.components.length > 0)
    return null
  return { range: events.range }
}

/** The range that whatever fits lies in, so that the database looks at nothing else; null where there is none. */
export const widestRange = (filter: ComponentFilter): TimeRange | null =>
  filter.components.find(({ name, absent }) => name === 'VEVENT' && !absent)?.range ?? null

/** One object as filters look at it; what costs is reckoned once. */
interface Looked {
  readonly calendar: Component
  readonly zone: string
}

const overlaps = ({ start, end }: { start: number; end: number }, { from, to }: TimeRange): boolean =>
  start < to && (end > from || (start === end && start >= from))

function instancesIn({ calendar, zone }: Looked, range: TimeRange): Instance[] {
  // A series without end is only asked about as far as it can matter.
  const to = Math.min(range.to, Math.max(range.from, Date.now()) + 30 * 366 * 86_400_000)
  return expand(calendar, { from: range.from, to: range.to === lastOfAll ? to : range.to, zone })
}

/** Whether an alarm of an event rings within the range (9.9). */
function rings(looked: Looked, alarm: Component, range: TimeRange): boolean {
  const trigger = alarm.properties.find(({ name }) => name === 'TRIGGER')
  if (!trigger) return false
  const absolute = momentOf(trigger.value.trim())
  if (absolute) return absolute.seconds * 1000 >= range.from && absolute.seconds * 1000 < range.to
  const { days, seconds } = durationOf(trigger.value, trigger.line)
  const shift = (days * 86_400 + seconds) * 1000
  const atEnd = trigger.parameters.get('RELATED')?.[0]?.toUpperCase() === 'END'
  const around = {
    from: Math.max(firstOfAll, range.from - Math.abs(shift) - 86_400_000),
    to: Math.min(lastOfAll, range.to + Math.abs(shift) + 86_400_000),
  }
  return instancesIn(looked, around).some(instance => {
    const at = (atEnd ? instance.end : instance.start) + shift
    return at >= range.from && at < range.to
  })
}

function matchesRangeOfProperty({ calendar, zone }: Looked, property: Property, range: TimeRange): boolean {
  const moment = momentOf(property.value.trim())
  if (!moment) return false
  const clock = moment.kind === 'utc' ? utc : clocksOf(calendar, clockOf(zone))(property.parameters.get('TZID')?.[0])
  const start = clock.instantOf(moment.seconds)
  return overlaps({ start, end: moment.kind === 'day' ? start + 86_400_000 : start }, range)
}

function matchesProperty(looked: Looked, component: Component, filter: PropertyFilter): boolean {
  const properties = component.properties.filter(({ name }) => name === filter.name)
  if (filter.absent) return properties.length === 0
  return properties.some(
    property =>
      (!filter.match || matchesText(textOf(property.value), filter.match)) &&
      (!filter.range || matchesRangeOfProperty(looked, property, filter.range)) &&
      filter.parameters.every(parameter => matchesParameter(property, parameter)),
  )
}

function matchesComponents(looked: Looked, around: Component, filter: ComponentFilter): boolean {
  const components = around.components.filter(({ name }) => name === filter.name)
  if (filter.absent) return components.length === 0
  if (filter.name === 'VEVENT' && filter.range && instancesIn(looked, filter.range).length === 0) return false
  return components.some(
    component =>
      filter.properties.every(property => matchesProperty(looked, component, property)) &&
      filter.components.every(inner => matchesComponents(looked, component, inner)) &&
      (filter.name !== 'VALARM' || !filter.range || rings(looked, component, filter.range)),
  )
}

/** Whether an object fits; `zone` is the clock of times without one. */
export function matches(calendar: Component, filter: ComponentFilter, zone: string): boolean {
  const looked = { calendar, zone }
  if (filter.absent) return false
  return (
    filter.properties.every(property => matchesProperty(looked, calendar, property)) &&
    filter.components.every(inner => matchesComponents(looked, calendar, inner))
  )
}
