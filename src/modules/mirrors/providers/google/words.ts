/** Events of Google Calendar (API v3, resource `events`), and calendar files. */
import { compact } from '../../../../formats/ical/write.ts'
import { type EventFile, type Facts, localIn, momentOfWhen, NotSaid, type Person, type When } from '../facts.ts'

export interface GoogleTime {
  readonly date?: string
  readonly dateTime?: string
  readonly timeZone?: string
}

export interface GoogleEvent {
  readonly id: string
  readonly etag: string
  readonly status?: 'confirmed' | 'tentative' | 'cancelled'
  readonly iCalUID?: string
  readonly eventType?: string
  readonly updated?: string
  readonly summary?: string
  readonly description?: string
  readonly location?: string
  readonly start?: GoogleTime
  readonly end?: GoogleTime
  readonly recurrence?: readonly string[]
  readonly recurringEventId?: string
  readonly originalStartTime?: GoogleTime
  readonly transparency?: string
  readonly visibility?: string
  readonly hangoutLink?: string
  readonly conferenceData?: {
    readonly entryPoints?: readonly { readonly entryPointType: string; readonly uri: string }[]
  }
  readonly organizer?: { readonly email?: string; readonly displayName?: string }
  readonly attendees?: readonly {
    readonly email?: string
    readonly displayName?: string
    readonly responseStatus?: string
    readonly optional?: boolean
    readonly resource?: boolean
  }[]
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> }
}

/** Where our UID stands on events that we made there. */
export const uidKey = 'kontorUid'
export const uidOf = (event: GoogleEvent): string =>
  event.extendedProperties?.private?.[uidKey] ?? event.iCalUID ?? `${event.id}@google.com`

/** Not an event that anybody goes to. */
export const isForeign = ({ eventType }: GoogleEvent): boolean =>
  eventType === 'workingLocation' || eventType === 'birthday'

const whenOf = (time: GoogleTime | undefined, zone: string): When => {
  if (time?.date) return { allDay: true, day: time.date }
  if (!time?.dateTime) throw new NotSaid('start')
  const moment = /(Z|[+-]\d\d:?\d\d)$/i.test(time.dateTime)
  return { allDay: false, local: moment ? localIn(zone, time.dateTime) : time.dateTime.slice(0, 19), zone }
}
const zoneOf = (event: GoogleEvent): string => event.start?.timeZone ?? event.end?.timeZone ?? 'UTC'

const answers: Readonly<Record<string, string>> = { accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' }
const answersThere = Object.fromEntries(Object.entries(answers).map(([theirs, ours]) => [ours, theirs]))

function guestsOf({ attendees = [] }: GoogleEvent): Person[] {
  return attendees.flatMap(({ email, displayName, responseStatus, optional, resource }) =>
    email
      ? [
          {
            email: email.toLowerCase(),
            name: displayName ?? null,
            answer: answers[responseStatus ?? ''] ?? 'NEEDS-ACTION',
            role: optional ? 'OPT-PARTICIPANT' : 'REQ-PARTICIPANT',
            isPlace: resource ?? false,
          },
        ]
      : [],
  )
}

const stamp = (moment: string | undefined): string | null =>
  moment ? `${compact(Temporal.Instant.from(moment).toString({ smallestUnit: 'second' }).slice(0, 19))}Z` : null

const linkOf = ({ hangoutLink, conferenceData }: GoogleEvent): string | null =>
  hangoutLink ?? conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')?.uri ?? null

const isLink = (place: string | undefined): boolean => /^https?:\/\/\S+$/i.test(place?.trim() ?? '')

/** `EXDATE;TZID=Europe/Stockholm:20261201T090000,…` as times on the series' own clock. */
function timesIn(lines: readonly string[], name: string, zone: string): When[] {
  return lines
    .filter(line => line.toUpperCase().startsWith(name))
    .flatMap(line => line.slice(line.indexOf(':') + 1).split(','))
    .map(value => {
      const [, y, m, d, h, min, s, z] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(value.trim()) ?? []
      if (!y) throw new NotSaid(`${name}:${value}`)
      if (!h) return { allDay: true, day: `${y}-${m}-${d}` }
      const local = `${y}-${m}-${d}T${h}:${min}:${s}`
      return { allDay: false, local: z ? localIn(zone, `${local}Z`) : local, zone }
    })
}

function factsOf(event: GoogleEvent, zone: string, recurrence: When | null): Facts {
  const lines = event.recurrence ?? []
  const rules = lines.filter(line => /^RRULE/i.test(line))
  if (rules.length > 1) throw new NotSaid('RRULE')
  return {
    recurrence,
    start: whenOf(event.start, zone),
    end: whenOf(event.end, zone),
    title: event.summary ?? '',
    place: isLink(event.location) ? null : (event.location ?? null),
    notes: event.description ?? null,
    status: event.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED',
    free: event.transparency === 'transparent',
    privacy:
      event.visibility === 'private' ? 'PRIVATE' : event.visibility === 'confidential' ? 'CONFIDENTIAL' : 'PUBLIC',
    rule: rules[0]?.slice(rules[0].indexOf(':') + 1) ?? null,
    leftOut: timesIn(lines, 'EXDATE', zone),
    added: timesIn(lines, 'RDATE', zone),
    conferenceUrl: linkOf(event) ?? (isLink(event.location) ? event.location!.trim() : null),
    organiser: event.organizer?.email
      ? { email: event.organizer.email, name: event.organizer.displayName ?? null }
      : null,
    guests: guestsOf(event),
    modified: stamp(event.updated),
  }
}

/** A series is its master and the instances that were changed or called off. */
export function fileOf(master: GoogleEvent, exceptions: readonly GoogleEvent[]): EventFile {
  const zone = zoneOf(master)
  const facts = factsOf(master, zone, null)
  const off = exceptions.filter(({ status }) => status === 'cancelled')
  const changed = exceptions.filter(({ status }) => status !== 'cancelled')
  const recurrenceOf = (event: GoogleEvent) => whenOf(event.originalStartTime, zone)
  return {
    uid: uidOf(master),
    master: { ...facts, leftOut: [...facts.leftOut, ...off.map(recurrenceOf)] },
    changed: changed.map(event => factsOf(event, zoneOf(event) === 'UTC' ? zone : zoneOf(event), recurrenceOf(event))),
  }
}

const timeOf = (when: When): GoogleTime =>
  when.allDay ? { date: when.day } : { dateTime: when.local, timeZone: when.zone }
const timeText = (name: string, when: When): string =>
  when.allDay
    ? `${name};VALUE=DATE:${compact(when.day)}`
    : when.zone === 'UTC'
      ? `${name}:${compact(when.local)}Z`
      : `${name};TZID=${when.zone}:${compact(when.local)}`

/** What is written there. Clearing says null: what is left out stays as it is. */
export function wordsOf(uid: string, facts: Facts): Record<string, unknown> {
  return {
    summary: facts.title,
    // It takes no link but its own: a link alone is where one goes.
    location: facts.place ?? facts.conferenceUrl ?? '',
    description: facts.notes ?? '',
    start: timeOf(facts.start),
    end: timeOf(facts.end),
    status: facts.status === 'TENTATIVE' ? 'tentative' : 'confirmed',
    transparency: facts.free ? 'transparent' : 'opaque',
    visibility: facts.privacy === 'PUBLIC' ? 'default' : facts.privacy.toLowerCase(),
    ...(facts.recurrence === null
      ? {
          recurrence: [
            ...(facts.rule ? [`RRULE:${facts.rule}`] : []),
            ...facts.leftOut.map(when => timeText('EXDATE', when)),
            ...facts.added.map(when => timeText('RDATE', when)),
          ],
        }
      : {}),
    attendees: facts.guests
      .filter(({ isPlace }) => !isPlace)
      .map(({ email, name, answer, role }) => ({
        email,
        ...(name ? { displayName: name } : {}),
        responseStatus: answersThere[answer] ?? 'needsAction',
        ...(role === 'OPT-PARTICIPANT' ? { optional: true } : {}),
      })),
    extendedProperties: { private: { [uidKey]: uid } },
  }
}

/** The id of an instance: its series', and its own time before any change. */
export const instanceId = (masterId: string, recurrence: When): string =>
  recurrence.allDay
    ? `${masterId}_${compact(recurrence.day)}`
    : `${masterId}_${compact(momentOfWhen(recurrence).toString({ smallestUnit: 'second' }).slice(0, 19))}Z`
