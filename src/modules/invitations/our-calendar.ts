/** The calendar text of an event as guests outside are told of it. */
import { all, type Component, type Property } from '../../formats/ical/component.ts'
import { addressIn, eventsOf } from '../../formats/ical/itip/parts.ts'
import { calendarIn } from './facts.ts'

const mapped = (calendar: Component, change: (property: Property) => Property): Component => ({
  ...calendar,
  components: calendar.components.map(component =>
    component.name === 'VEVENT' ? { ...component, properties: component.properties.map(change) } : component,
  ),
})

/**
 * Answers go to the organiser's address as the calendar has it, since programs know no other; where the office takes answers in at
 * an address of its own, that one is it, the organiser's own beside it (RFC 7986, 6.2).
 */
export function ourCalendar(ics: string | null, answersAddress: string | null): Component | null {
  const calendar = calendarIn(ics)
  if (!calendar || !answersAddress) return calendar
  return mapped(calendar, property => {
    if (property.name !== 'ORGANIZER') return property
    const own = addressIn(property.value)
    const parameters = new Map(property.parameters)
    if (own.includes('@')) parameters.set('EMAIL', [own])
    return { ...property, parameters, value: `mailto:${answersAddress}` }
  })
}

const isPlace = ({ parameters }: Property): boolean => /^(ROOM|RESOURCE)$/i.test(parameters.get('CUTYPE')?.[0] ?? '')
/** A client that has told them itself (RFC 6638, 7.1). */
const isToldElsewhere = ({ parameters }: Property): boolean =>
  /^(CLIENT|NONE)$/i.test(parameters.get('SCHEDULE-AGENT')?.[0] ?? '')

/** Who of the guests in a calendar is written to: people with a mail address that no account of the office has. */
export function outsiders(calendar: Component | null, inside: ReadonlySet<string>): string[] {
  if (!calendar) return []
  const organiser = new Set(
    eventsOf(calendar).flatMap(event => all(event, 'ORGANIZER').map(({ value }) => addressIn(value))),
  )
  const found = eventsOf(calendar).flatMap(event =>
    all(event, 'ATTENDEE')
      .filter(property => !isPlace(property) && !isToldElsewhere(property))
      .map(({ value }) => addressIn(value)),
  )
  return [...new Set(found)].filter(
    address =>
      /^[^@\s]+@[^@\s]+$/.test(address) &&
      !address.endsWith('.invalid') &&
      !inside.has(address) &&
      !organiser.has(address),
  )
}
