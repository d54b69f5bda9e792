/** VFREEBUSY (RFC 5545, 3.6.4): when somebody is busy, and nothing of what with. */
import { propertyText } from '../../../formats/ical/component.ts'
import { type TimeRange, utcStamp } from './range.ts'

interface Interval {
  readonly start: number
  readonly end: number
  readonly kind: string
}

export interface FreeBusy {
  readonly range: TimeRange
  readonly busy: readonly Interval[]
  /** When it was asked. */
  readonly at: number
  readonly method?: 'REPLY' | 'PUBLISH'
  readonly uid?: string
  /** As they were written in the question. */
  readonly organizer?: string
  readonly attendee?: string
}

const none: ReadonlyMap<string, readonly string[]> = new Map()
const line = (name: string, value: string, parameters: ReadonlyMap<string, readonly string[]> = none): string =>
  propertyText({ name, parameters, value })

export function freeBusyText({ range, busy, at, method, uid, organizer, attendee }: FreeBusy): string {
  const kinds = Map.groupBy(busy, ({ kind }) => kind)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kontor//EN',
    ...(method ? [`METHOD:${method}`] : []),
    'BEGIN:VFREEBUSY',
    ...(uid ? [line('UID', uid)] : []),
    `DTSTAMP:${utcStamp(at)}`,
    `DTSTART:${utcStamp(range.from)}`,
    `DTEND:${utcStamp(range.to)}`,
    ...(organizer ? [line('ORGANIZER', organizer)] : []),
    ...(attendee ? [line('ATTENDEE', attendee)] : []),
    ...[...kinds].map(([kind, list]) =>
      line(
        'FREEBUSY',
        list.map(({ start, end }) => `${utcStamp(start)}/${utcStamp(end)}`).join(','),
        new Map([['FBTYPE', [kind]]]),
      ),
    ),
    'END:VFREEBUSY',
    'END:VCALENDAR',
  ]
  return `${lines.join('\r\n')}\r\n`
}
