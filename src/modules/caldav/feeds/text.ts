/** A calendar as programs that only read it get it: one file, without guests, alarms, or what is private. */
import {
  type Component,
  icalText,
  one,
  parseIcal,
  type Property,
  propertyText,
} from '../../../formats/ical/component.ts'
import { utcStamp } from '../reading/range.ts'

const none: ReadonlyMap<string, readonly string[]> = new Map()
const escaped = (text: string): string => text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** What of an event goes out: what it is, when and where; nobody's address. */
const shown = new Set([
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SEQUENCE',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'TRANSP',
  'CATEGORIES',
  'LAST-MODIFIED',
  'CREATED',
])

const published = (event: Component): Component => ({
  ...event,
  properties: event.properties.filter(({ name }: Property) => shown.has(name)),
  components: [],
})

export interface Published {
  readonly name: string
  /** Texts of events that may be told. */
  readonly events: readonly string[]
  /** What may only be told to be busy. */
  readonly busy: readonly { readonly start: number; readonly end: number }[]
  readonly busyWord: string
  readonly feedId: string
  /** Milliseconds since 1970: stamped on what is only busy. */
  readonly at: number
}

/** How often programs should look again (RFC 7986, 5.7), and as Outlook reads it. */
const refresh = ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']

export function feedText({ name, events, busy, busyWord, feedId, at }: Published): string {
  const zones = new Map<string, Component>()
  const told: Component[] = []
  for (const text of events) {
    const [calendar] = parseIcal(text)
    for (const component of calendar?.components ?? []) {
      if (component.name === 'VEVENT') told.push(published(component))
      const id = component.name === 'VTIMEZONE' ? one(component, 'TZID')?.value : undefined
      if (id !== undefined && !zones.has(id)) zones.set(id, component)
    }
  }
  const title = escaped(name)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kontor//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    propertyText({ name: 'NAME', parameters: none, value: title }),
    propertyText({ name: 'X-WR-CALNAME', parameters: none, value: title }),
    ...refresh,
  ]
  const blocks = busy.map(({ start, end }) =>
    [
      'BEGIN:VEVENT',
      `UID:${utcStamp(start)}-${utcStamp(end)}-${feedId}`,
      `DTSTAMP:${utcStamp(at)}`,
      `DTSTART:${utcStamp(start)}`,
      `DTEND:${utcStamp(end)}`,
      propertyText({ name: 'SUMMARY', parameters: none, value: escaped(busyWord) }),
      'END:VEVENT',
    ].join('\r\n'),
  )
  return `${lines.join('\r\n')}\r\n${[...zones.values(), ...told].map(icalText).join('')}${blocks.map(block => `${block}\r\n`).join('')}END:VCALENDAR\r\n`
}
