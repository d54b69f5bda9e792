/** A calendar of many events as one file for each UID, as calendars keep them. */
import { createHash } from 'node:crypto'
import { type Component, icalText, one, textOf } from './component.ts'

export interface OneEvent {
  readonly uid: string
  readonly title: string
  /** Where it begins in the file. */
  readonly line: number
  readonly ics: string
}

export interface SplitOptions {
  /** Who is asked, by whom, and what rings: left out of what others publish, which asks nobody here. */
  readonly withoutPeople?: boolean
}

/** The same event has the same name whenever it is read; programs that give none get one made of what they say. */
function uidOf(event: Component): string {
  const own = one(event, 'UID')?.value.trim()
  if (own) return own.slice(0, 400)
  const says = ['DTSTART', 'DTEND', 'SUMMARY', 'LOCATION'].map(name => one(event, name)?.value ?? '').join('\n')
  return `${createHash('sha256').update(says).digest('hex').slice(0, 32)}@no-uid.invalid`
}

const ofPeople = new Set(['ATTENDEE', 'ORGANIZER', 'METHOD', 'ATTACH'])

function without(event: Component): Component {
  return { ...event, components: [], properties: event.properties.filter(({ name }) => !ofPeople.has(name)) }
}

const named = (event: Component, uid: string): Component =>
  one(event, 'UID')
    ? event
    : {
        ...event,
        properties: [{ name: 'UID', value: uid, parameters: new Map(), line: event.line }, ...event.properties],
      }

/** Only the zones that its times name go with an event. */
function zonesOf(calendar: Component, events: readonly Component[]): Component[] {
  const wanted = new Set(
    events.flatMap(({ properties }) => properties.flatMap(({ parameters }) => parameters.get('TZID') ?? [])),
  )
  return calendar.components.filter(
    ({ name, properties }) =>
      name === 'VTIMEZONE' &&
      properties.some(property => property.name === 'TZID' && wanted.has(property.value.trim())),
  )
}

/** Events of all calendars of a file, those of one UID together, in the order they stand in. */
export function splitEvents(calendars: readonly Component[], { withoutPeople = false }: SplitOptions = {}): OneEvent[] {
  const found: OneEvent[] = []
  for (const calendar of calendars) {
    const byUid = new Map<string, Component[]>()
    for (const event of calendar.components.filter(({ name }) => name === 'VEVENT')) {
      const uid = uidOf(event)
      byUid.set(uid, [...(byUid.get(uid) ?? []), named(withoutPeople ? without(event) : event, uid)])
    }
    for (const [uid, events] of byUid) {
      const [first] = events
      const summary = one(first!, 'SUMMARY')
      const file: Component = {
        name: 'VCALENDAR',
        line: calendar.line,
        properties: [
          { name: 'VERSION', value: '2.0', parameters: new Map(), line: 0 },
          { name: 'PRODID', value: '-//Kontor//Calendar//EN', parameters: new Map(), line: 0 },
        ],
        components: [...zonesOf(calendar, events), ...events],
      }
      found.push({ uid, title: summary ? textOf(summary.value).trim() : '', line: first!.line, ics: icalText(file) })
    }
  }
  return found
}
