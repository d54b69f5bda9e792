/** Events of Microsoft Graph (resource `event`), and calendar files. */
import { compact } from '../../../../formats/ical/write.ts'
import { windowsZones } from '../../../../formats/ical/windows-zones.ts'
import { knownZone } from '../../../../formats/ical/zone.ts'
import { type EventFile, type Facts, localIn, NotSaid, type Person, type When } from '../facts.ts'
import { type Recurrence, recurrenceOf, ruleOf } from './recurrence.ts'

interface GraphTime {
  readonly dateTime: string
  readonly timeZone: string
}

export interface GraphEvent {
  readonly id: string
  readonly changeKey?: string
  readonly type?: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster'
  readonly iCalUId?: string
  readonly isCancelled?: boolean
  readonly subject?: string | null
  readonly body?: { readonly contentType: string; readonly content: string }
  readonly location?: { readonly displayName?: string | null }
  readonly start?: GraphTime
  readonly end?: GraphTime
  readonly originalStart?: string
  readonly originalStartTimeZone?: string
  readonly isAllDay?: boolean
  readonly showAs?: string
  readonly sensitivity?: string
  readonly recurrence?: Recurrence | null
  readonly lastModifiedDateTime?: string
  readonly onlineMeeting?: { readonly joinUrl?: string } | null
  readonly organizer?: { readonly emailAddress?: { readonly address?: string; readonly name?: string } }
  readonly attendees?: readonly {
    readonly type?: string
    readonly emailAddress?: { readonly address?: string; readonly name?: string }
    readonly status?: { readonly response?: string }
  }[]
  readonly exceptionOccurrences?: readonly GraphEvent[]
  readonly cancelledOccurrences?: readonly string[]
  readonly singleValueExtendedProperties?: readonly { readonly id: string; readonly value: string }[]
}

/** Our UID, where we made the event: a property of our own in Exchange's set for public strings. */
export const uidProperty = 'String {00020329-0000-0000-c000-000000000046} Name KontorUid'
export const uidOf = (event: GraphEvent): string =>
  event.singleValueExtendedProperties?.find(({ id }) => id.toLowerCase() === uidProperty.toLowerCase())?.value ??
  event.iCalUId ??
  `${event.id}@graph.microsoft.com`

/** Times come in UTC; the zone that the event was made in is told by its Windows name. */
const zoneOf = (event: GraphEvent): string => {
  const name = event.originalStartTimeZone ?? 'UTC'
  return windowsZones[name] ?? knownZone(name) ?? 'UTC'
}
const utcOf = ({ dateTime, timeZone }: GraphTime): string => {
  if (!/^utc$/i.test(timeZone)) throw new NotSaid(timeZone)
  return `${dateTime.slice(0, 19)}Z`
}
const whenOf = (time: GraphTime | undefined, isAllDay: boolean, zone: string): When => {
  if (!time) throw new NotSaid('start')
  return isAllDay
    ? { allDay: true, day: time.dateTime.slice(0, 10) }
    : { allDay: false, local: localIn(zone, utcOf(time)), zone }
}

const answers: Readonly<Record<string, string>> = {
  accepted: 'ACCEPTED',
  organizer: 'ACCEPTED',
  declined: 'DECLINED',
  tentativelyAccepted: 'TENTATIVE',
}

const guestsOf = ({ attendees = [] }: GraphEvent): Person[] =>
  attendees.flatMap(({ type, emailAddress, status }) =>
    emailAddress?.address?.includes('@')
      ? [
          {
            email: emailAddress.address.toLowerCase(),
            name: emailAddress.name ?? null,
            answer: answers[status?.response ?? ''] ?? 'NEEDS-ACTION',
            role: type === 'optional' ? 'OPT-PARTICIPANT' : 'REQ-PARTICIPANT',
            isPlace: type === 'resource',
          },
        ]
      : [],
  )

function factsOf(event: GraphEvent, zone: string, recurrence: When | null): Facts {
  const isAllDay = event.isAllDay ?? false
  const start = whenOf(event.start, isAllDay, zone)
  const organiser = event.organizer?.emailAddress
  return {
    recurrence,
    start,
    end: whenOf(event.end, isAllDay, zone),
    title: event.subject ?? '',
    place: event.location?.displayName || null,
    notes: event.body?.content.replace(/\r\n/g, '\n').trim() || null,
    status: event.showAs === 'tentative' ? 'TENTATIVE' : 'CONFIRMED',
    free: event.showAs === 'free' || event.showAs === 'workingElsewhere',
    privacy:
      event.sensitivity === 'private' || event.sensitivity === 'personal'
        ? 'PRIVATE'
        : event.sensitivity === 'confidential'
          ? 'CONFIDENTIAL'
          : 'PUBLIC',
    rule: event.recurrence ? ruleOf(event.recurrence, start) : null,
    leftOut: [],
    added: [],
    conferenceUrl: event.onlineMeeting?.joinUrl ?? null,
    organiser: organiser?.address ? { email: organiser.address, name: organiser.name ?? null } : null,
    guests: guestsOf(event),
    modified: event.lastModifiedDateTime
      ? `${compact(Temporal.Instant.from(event.lastModifiedDateTime).toString({ smallestUnit: 'second' }).slice(0, 19))}Z`
      : null,
  }
}

/** The series' own time on a day. */
const onDay = (day: string, start: When): When =>
  start.allDay ? { allDay: true, day } : { ...start, local: `${day}${start.local.slice(10)}` }

export function fileOf(event: GraphEvent): EventFile {
  const zone = zoneOf(event)
  const master = factsOf(event, zone, null)
  const leftOut = (event.cancelledOccurrences ?? []).map(id => {
    const day = /(\d{4}-\d\d-\d\d)$/.exec(id)?.[1]
    if (!day) throw new NotSaid('cancelledOccurrences')
    return onDay(day, master.start)
  })
  const changed = (event.exceptionOccurrences ?? []).map(one => {
    if (!one.originalStart) throw new NotSaid('originalStart')
    const own = master.start.allDay ? one.originalStart.slice(0, 10) : localIn(zone, one.originalStart).slice(0, 10)
    return factsOf(one, zone, onDay(own, master.start))
  })
  return { uid: uidOf(event), master: { ...master, leftOut }, changed }
}

const timeOf = (when: When): GraphTime =>
  when.allDay ? { dateTime: `${when.day}T00:00:00`, timeZone: 'UTC' } : { dateTime: when.local, timeZone: when.zone }

/**
 * What is written there. Guests are not: Exchange would write to them, whom Kontor has written to already. Throws `NotSaid` for a
 * rhythm that it has no words for.
 */
export function wordsOf(uid: string, facts: Facts, isNew: boolean): Record<string, unknown> {
  if (facts.added.length > 0) throw new NotSaid('RDATE')
  return {
    subject: facts.title,
    body: { contentType: 'text', content: facts.notes ?? '' },
    location: { displayName: facts.place ?? facts.conferenceUrl ?? '' },
    start: timeOf(facts.start),
    end: timeOf(facts.end),
    isAllDay: facts.start.allDay,
    showAs: facts.free ? 'free' : facts.status === 'TENTATIVE' ? 'tentative' : 'busy',
    sensitivity: facts.privacy === 'PUBLIC' ? 'normal' : facts.privacy.toLowerCase(),
    ...(facts.recurrence === null ? { recurrence: facts.rule ? recurrenceOf(facts.rule, facts.start) : null } : {}),
    ...(isNew ? { singleValueExtendedProperties: [{ id: uidProperty, value: uid }] } : {}),
  }
}
