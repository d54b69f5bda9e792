/** GET, PUT and DELETE of calendar objects (RFC 4791, 5.3): each write is one act of calendar's, under the person's own authority. */
import { createHash } from 'node:crypto'
import { hrefNode } from '../../../formats/dav/xml.ts'
import { type DavAnswer, plain } from '../../../kernel/dav/door.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { fileNamed, shut } from '../../../kernel/files/stream.ts'
import { putObject, removeObject } from '../../calendar/contract.ts'
import { DavFault } from '../reading/fault.ts'
import type { Call } from './call.ts'
import { type CalendarObject, objectsOf } from './calendars.ts'
import { dayCalendarAt, foundIn, isDaySlug, mayNotWrite } from './days.ts'
import { hrefOfPlace, type Place } from './place.ts'
import { calendarAt, mayRead } from './propfind.ts'
import { calendarType, mostBytes } from './properties.ts'

export type ObjectPlace = Place & { readonly kind: 'object' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What names mean that programs gave calendars: another only after the calendar is out of use, which its act refuses. */
const named = new Map<string, string>()
const mostNamed = 10_000
const nameKey = ({ bearer }: Call, slug: string): string => `${bearer.organisationId}/${bearer.principalId}/${slug}`
export const forgetName = (call: Call, slug: string): void => void named.delete(nameKey(call, slug))

/** The calendar that an address names; one by its id is not looked up, since the act does so. */
export async function calendarIdOf(call: Call, slug: string): Promise<string> {
  if (uuid.test(slug)) return slug
  if (isDaySlug(slug)) throw mayNotWrite(call)
  const key = nameKey(call, slug)
  const known = named.get(key)
  if (known) return known
  const { id } = await call.viewing(view => calendarAt(view, slug))
  if (named.size >= mostNamed) named.clear()
  named.set(key, id)
  return id
}

export async function objectAt(call: Call, { id, name }: ObjectPlace): Promise<CalendarObject | null> {
  const day = await dayCalendarAt(call, id)
  if (day) return foundIn(day, [name])[0] ?? null
  return call.viewing(async view => {
    const calendar = await calendarAt(view, id)
    const [object] = mayRead(calendar) ? await objectsOf(view, calendar.id, { hrefs: [name], withText: true }) : []
    return object ?? null
  })
}

const listed = (header: string): string[] => header.split(',').map(one => one.trim())

/** What must hold of what lies there (RFC 9110, 13.1), as the act understands it. */
export interface Condition {
  readonly ifMatch?: string
  readonly ifNew?: boolean
}

/** Headers that name several tags are looked at here, all others by the act itself. */
export async function conditionOf(call: Call, there: () => Promise<string | null>): Promise<Condition> {
  const { 'if-match': match, 'if-none-match': none } = call.request.headers
  if (none !== undefined && none.trim() !== '*') {
    const tag = await there()
    if (tag !== null && listed(none).includes(tag)) throw new DavFault(412)
  }
  if (match !== undefined && match.includes(',')) {
    const tag = await there()
    if (tag === null || !listed(match).includes(tag)) throw new DavFault(412)
    return { ifMatch: tag.slice(1, -1) }
  }
  return {
    ...(match === undefined ? {} : { ifMatch: match.trim().replace(/^"(.*)"$/, '$1') }),
    ...(none?.trim() === '*' ? { ifNew: true } : {}),
  }
}

export async function getObject(call: Call): Promise<DavAnswer> {
  const place = call.place as ObjectPlace
  const object = await objectAt(call, place)
  if (!object) throw new DavFault(404)
  const none = call.request.headers['if-none-match']
  const headers = {
    ...shut,
    etag: object.etag,
    'schedule-tag': object.etag,
    'last-modified': new Date(object.changed_at.epochMilliseconds).toUTCString(),
    'cache-control': 'private, no-cache',
  }
  if (none !== undefined && (none.trim() === '*' || listed(none).includes(object.etag)))
    return { status: 304, headers, body: null }
  const body = Buffer.from(object.ics)
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': calendarType,
      'content-length': String(body.length),
      'content-disposition': fileNamed(place.name),
    },
    body: call.request.method === 'HEAD' ? null : body,
  }
}

type Refused = Exclude<Outcome, { status: 'done' }>

/** Which precondition of RFC 4791, 5.3.2.1, a refusal is. */
const conditions: Readonly<Record<string, string>> = {
  'object-unreadable': 'C:valid-calendar-data',
  'rule-unreadable': 'C:valid-calendar-data',
  'rule-too-costly': 'C:valid-calendar-data',
  'no-instances': 'C:valid-calendar-data',
  'zone-unknown': 'C:valid-calendar-data',
  'time-reversed': 'C:valid-calendar-data',
  'instance-unknown': 'C:valid-calendar-data',
  'too-many-instances': 'C:max-instances',
  'input-invalid': 'C:valid-calendar-data',
  'calendar-read-only': 'D:need-privileges',
  'calendar-retired': 'C:calendar-collection-location-ok',
}

async function refusedPut(call: Call, outcome: Refused, place: ObjectPlace): Promise<DavFault> {
  if (outcome.status === 'asked') return call.refusedBy(outcome)
  const { name, data } = outcome.refusal
  // Said of the state of what is there, not of what was sent.
  if (name === 'object-changed' || name === 'object-unknown') return new DavFault(412)
  if (name === 'calendar-retired') forgetName(call, place.id)
  if (name === 'record-not-found' || name === 'not-found') return new DavFault(409)
  if (name === 'uid-taken') {
    const taken = (data as { href?: string }).href
    const inner = taken ? hrefNode(hrefOfPlace({ ...place, name: taken })) : ''
    return new DavFault(403, 'C:no-uid-conflict', { inner })
  }
  return call.refusedBy(outcome, conditions[name])
}

const asText = /^text\/calendar\s*(?:;|$)/i

/** What is refused before anything reads it: other kinds of things, and messages of a scheduling protocol. */
export function requireEvents(text: string): void {
  if (!/^BEGIN:VEVENT\s*$/im.test(text)) {
    const other = /^BEGIN:(VTODO|VJOURNAL|VFREEBUSY|VAVAILABILITY|VPOLL)\s*$/im.exec(text)
    if (other) throw new DavFault(403, 'C:supported-calendar-component')
  }
  if (/^METHOD(?:;[^:\r\n]*)?:/im.test(text)) throw new DavFault(403, 'C:valid-calendar-object-resource')
}

export async function putInto(
  call: Call,
  place: ObjectPlace,
  { calendarId, ics, condition }: { calendarId: string; ics: string; condition: Condition },
): Promise<{ readonly etag: string; readonly created: boolean; readonly id: string }> {
  const outcome = await call.try(putObject, { calendarId, href: place.name, ics, ...condition })
  if (outcome.status !== 'done') throw await refusedPut(call, outcome, place)
  return outcome.output
}

/** As calendar makes its tags out of texts. */
const digestOf = (ics: string): string => createHash('sha1').update(ics).digest('base64url').slice(0, 20)

export async function putObjectAt(call: Call): Promise<DavAnswer> {
  const place = call.place as ObjectPlace
  const type = call.request.headers['content-type']
  if (call.request.headers['content-range'] !== undefined) throw new DavFault(400)
  if (type !== undefined && !asText.test(type)) throw new DavFault(403, 'C:supported-calendar-data')
  const calendarId = await calendarIdOf(call, place.id)
  const ics = await call.text(mostBytes, 'C:max-resource-size')
  requireEvents(ics)
  const condition = await conditionOf(call, async () => (await objectAt(call, place))?.etag ?? null)
  const done = await putInto(call, place, { calendarId, ics, condition })
  // A tag says that what was sent is what lies there, byte by byte (RFC 4791, 5.3.4): where it was changed, it is fetched.
  const tag = `"${done.etag}"`
  return plain(done.created ? 201 : 204, { ...(digestOf(ics) === done.etag ? { etag: tag } : {}), 'schedule-tag': tag })
}

export async function removeObjectAt(call: Call): Promise<DavAnswer> {
  const place = call.place as ObjectPlace
  const calendarId = await calendarIdOf(call, place.id)
  const { ifMatch } = await conditionOf(call, async () => (await objectAt(call, place))?.etag ?? null)
  const outcome = await call.try(removeObject, { calendarId, href: place.name, ...(ifMatch ? { ifMatch } : {}) })
  if (outcome.status === 'done') return plain(204)
  if (outcome.status === 'refused' && outcome.refusal.name === 'object-changed') throw new DavFault(412)
  if (outcome.status === 'refused' && outcome.refusal.name === 'object-unknown') throw new DavFault(404)
  throw await call.refusedBy(outcome)
}
