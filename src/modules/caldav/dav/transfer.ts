/** MOVE and COPY of events between calendars (RFC 4918, 9.8 and 9.9). */
import { partsOfAddress } from '../../../formats/dav/path.ts'
import { type DavAnswer, plain } from '../../../kernel/dav/door.ts'
import { changeEvent, removeObject } from '../../calendar/contract.ts'
import { DavFault } from '../reading/fault.ts'
import type { Call } from './call.ts'
import { calendarIdOf, objectAt, type ObjectPlace, putInto } from './objects.ts'
import { nameOf } from './calendars.ts'
import { isDaySlug, mayNotWrite } from './days.ts'
import { hrefOfPlace, placeAt, roots } from './place.ts'

function destinationOf({ request, bearer }: Call): ObjectPlace {
  const header = request.headers['destination']
  if (!header) throw new DavFault(400)
  const parts = partsOfAddress(header, request.host, roots.calendars)
  if (!parts) throw new DavFault(502)
  const place = placeAt(`${roots.calendars}/${parts.map(encodeURIComponent).join('/')}`)
  if (place?.kind !== 'object' || place.of !== bearer.principalId)
    throw new DavFault(403, 'C:calendar-collection-location-ok')
  return place
}

/** Both ends, looked up; what lies at the destination is taken away first, unless it may not be written over. */
async function ends(call: Call, moving: boolean) {
  if (call.place.kind !== 'object') throw new DavFault(403)
  const [from, to] = [call.place, destinationOf(call)]
  if (hrefOfPlace(from) === hrefOfPlace(to)) throw new DavFault(403)
  const object = await objectAt(call, from)
  if (!object) throw new DavFault(404)
  if (moving && isDaySlug(from.id)) throw mayNotWrite(call)
  // Where somebody else invites, the event lies where their invitation put it.
  if (moving && object.laying !== 'home') throw new DavFault(403)
  const calendarId = await calendarIdOf(call, to.id)
  const there = await objectAt(call, to)
  if (there && call.request.headers['overwrite']?.trim().toUpperCase() === 'F') throw new DavFault(412)
  if (there) await call.act(removeObject, { calendarId, href: to.name, ifMatch: there.etag.slice(1, -1) })
  return { from, to, object, calendarId, replaced: there !== null }
}

export async function copyObject(call: Call): Promise<DavAnswer> {
  const { to, object, calendarId, replaced } = await ends(call, false)
  const done = await putInto(call, to, { calendarId, ics: object.ics, condition: { ifNew: true } })
  return plain(replaced ? 204 : 201, { 'schedule-tag': `"${done.etag}"` })
}

export async function moveObject(call: Call): Promise<DavAnswer> {
  const { from, to, object, calendarId, replaced } = await ends(call, true)
  const status = replaced ? 204 : 201
  // What others are invited to stays the event it is: taken away and put anew it would be cancelled for them.
  if (/^ATTENDEE[;:]/im.test(object.ics)) {
    if (from.id === to.id) throw new DavFault(403)
    await call.act(changeEvent, { id: object.event_id, change: { calendarId } })
    const name = await call.viewing(view => nameOf(view, calendarId, object.event_id))
    return plain(status, name ? { location: hrefOfPlace({ ...to, name }) } : {})
  }
  const source = await calendarIdOf(call, from.id)
  if (source === calendarId)
    await call.act(removeObject, { calendarId: source, href: from.name, ifMatch: object.etag.slice(1, -1) })
  const done = await putInto(call, to, { calendarId, ics: object.ics, condition: { ifNew: true } })
  if (source !== calendarId)
    await call.act(removeObject, { calendarId: source, href: from.name, ifMatch: object.etag.slice(1, -1) })
  return plain(status, { 'schedule-tag': `"${done.etag}"` })
}
