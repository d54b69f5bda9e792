/** POST to the outbox (RFC 6638, 5): when colleagues are busy, asked before one invites them. */
import { sql } from 'kysely'
import { all, type Component, one, parseIcal } from '../../../formats/ical/component.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { document, escapeXml, hrefNode, node } from '../../../formats/dav/xml.ts'
import { type DavAnswer, xmlAnswer } from '../../../kernel/dav/door.ts'
import type { View } from '../../../kernel/implement.ts'
import { DavFault } from '../reading/fault.ts'
import { freeBusyText } from '../reading/free-busy.ts'
import type { TimeRange } from '../reading/range.ts'
import type { Call } from './call.ts'
import { busyOf, calendarsOf, type SeenCalendar } from './calendars.ts'
import { mostGuests } from './properties.ts'

function parsed(text: string): Component {
  try {
    return parseIcal(text, { bytes: 1_000_000 })[0]!
  } catch (error) {
    if (error instanceof IcalRefused) throw new DavFault(403, 'C:valid-calendar-data', { words: error.message })
    throw error
  }
}

function rangeIn(busy: Component): TimeRange {
  const [from, to] = ['DTSTART', 'DTEND'].map(name => momentOf(one(busy, name)?.value.trim() ?? ''))
  if (!from || !to || to.seconds <= from.seconds) throw new DavFault(403, 'C:valid-calendar-data')
  return { from: from.seconds * 1000, to: to.seconds * 1000 }
}

const addressIn = (value: string): string =>
  value
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()

/** Principals, and places too, by the addresses that calendars know them by. */
async function principalsOf(view: View, addresses: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ principal_id: string; email: string }>`
    select principal_id, lower(email) as email from authority.address_fact
    where organisation_id = ${view.office.id}::uuid and lower(email) = any(${[...addresses]}::text[])`.execute(
    view.db(),
  )
  const found = new Map(rows.map(row => [row.email, row.principal_id]))
  for (const address of addresses) {
    const id = /^(?:urn:uuid:|\/dav\/principals\/)([0-9a-f-]{36})\/?$/.exec(address)?.[1]
    if (id) found.set(address, id)
  }
  return found
}

/** Calendars that say when somebody is busy, as far as whoever asks may know; a place is its own calendar. */
const calendarsFor = (calendars: readonly SeenCalendar[], id: string): SeenCalendar[] =>
  calendars.filter(
    calendar =>
      calendar.id === id || (calendar.ownerId === id && (calendar.type === 'main' || calendar.type === 'own')),
  )

export async function postOutbox(call: Call): Promise<DavAnswer> {
  if (call.place.kind !== 'outbox') throw new DavFault(405)
  const type = call.request.headers['content-type'] ?? ''
  if (!/^text\/calendar/i.test(type)) throw new DavFault(403, 'C:supported-calendar-data')
  const calendar = parsed(await call.text(1_000_000, 'C:max-resource-size'))
  const [request] = calendar.components.filter(({ name }) => name === 'VFREEBUSY')
  const method = one(calendar, 'METHOD')?.value.trim().toUpperCase()
  if (!request || (method !== undefined && method !== 'REQUEST')) throw new DavFault(403, 'C:valid-scheduling-message')
  const organizer = one(request, 'ORGANIZER')?.value ?? ''
  const attendees = all(request, 'ATTENDEE').map(({ value }) => value.trim())
  if (attendees.length === 0 || attendees.length > mostGuests) throw new DavFault(403, 'C:valid-scheduling-message')
  const range = rangeIn(request)
  if (range.to - range.from > 366 * 86_400_000) throw new DavFault(403, 'C:valid-scheduling-message')
  const uid = one(request, 'UID')?.value ?? ''
  const responses = await call.viewing(async (view, asker) => {
    const mine = [call.email.toLowerCase(), `urn:uuid:${asker.id}`, `/dav/principals/${asker.id}/`]
    if (!mine.includes(addressIn(organizer))) throw new DavFault(403, 'C:organizer-allowed')
    const known = await principalsOf(view, attendees.map(addressIn))
    const calendars = await calendarsOf(view)
    const list: string[] = []
    for (const attendee of attendees) {
      const id = known.get(addressIn(attendee))
      const seen = id ? calendarsFor(calendars, id) : []
      const recipient = node('C:recipient', hrefNode(attendee))
      if (seen.length === 0) {
        list.push(
          node(
            'C:response',
            recipient,
            node('C:request-status', id ? '3.8;No authority' : '3.7;Invalid calendar user'),
          ),
        )
        continue
      }
      const busy = await busyOf(
        view,
        seen.map(one => one.id),
        range,
      )
      const text = freeBusyText({ range, busy, at: Date.now(), method: 'REPLY', uid, organizer, attendee })
      list.push(
        node(
          'C:response',
          recipient,
          node('C:request-status', '2.0;Success'),
          node('C:calendar-data', escapeXml(text)),
        ),
      )
    }
    return list
  })
  return xmlAnswer(200, document(node('C:schedule-response', ...responses)))
}
