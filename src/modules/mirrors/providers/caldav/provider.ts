/** Calendars on a CalDAV server (RFC 4791), kept up with by sync-collection (RFC 6578), by ctag, or by looking at all tags. */
import { type Component, icalText, parseIcal, type Property } from '../../../../formats/ical/component.ts'
import { IcalRefused } from '../../../../formats/ical/refused.ts'
import { dav, document, escapeXml, hrefNode, node } from '../../../../formats/dav/xml.ts'
import { child } from '../../../../formats/xml/element.ts'
import { digestOfUid } from '../../names.ts'
import {
  MirrorFault,
  type Outgoing,
  type Provider,
  type PutAnswer,
  type RemoteChanges,
  type RemoteObject,
} from '../../provider.ts'
import { uidIn } from '../../engine/same.ts'
import { Dav, type DavAccount, type DavResponse, pathOf } from './dav.ts'
import { findCalendars } from './discover.ts'

/** So many texts in one answer. */
const atOnce = 100

const mapped = (calendar: Component, change: (property: Property) => Property): Component => ({
  ...calendar,
  components: calendar.components.map(one =>
    one.name === 'VEVENT' ? { ...one, properties: one.properties.map(change) } : one,
  ),
})
const isPerson = ({ name }: Property): boolean => name === 'ATTENDEE' || name === 'ORGANIZER'

/** Kontor writes to guests itself: their server shall not write to them too (RFC 6638, 7.1). */
export const toldByUs = (ics: string): string =>
  changed(ics, property =>
    isPerson(property) && !property.parameters.has('SCHEDULE-AGENT')
      ? { ...property, parameters: new Map([...property.parameters, ['SCHEDULE-AGENT', ['CLIENT']]]) }
      : property,
  )

/** The mark that `toldByUs` set is no word of whoever keeps it there. */
const asWritten = (ics: string): string =>
  /SCHEDULE-AGENT/i.test(ics)
    ? changed(ics, property =>
        isPerson(property) && property.parameters.get('SCHEDULE-AGENT')?.[0]?.toUpperCase() === 'CLIENT'
          ? { ...property, parameters: new Map([...property.parameters].filter(([key]) => key !== 'SCHEDULE-AGENT')) }
          : property,
      )
    : ics

function changed(ics: string, change: (property: Property) => Property): string {
  const [calendar] = parseIcal(ics)
  return icalText(mapped(calendar!, change))
}

const tagOf = (response: DavResponse): string => response.prop('getetag')?.text.trim() ?? ''

export function caldavProvider(account: DavAccount): Provider {
  const to = new Dav(account)

  async function mustAnswer(method: 'PROPFIND' | 'REPORT', url: string, depth: '0' | '1', body: string) {
    const answer = await to.multistatus(method, url, depth, body)
    if ('responses' in answer) return answer
    throw new MirrorFault(
      answer.status === 404 || answer.status === 410 ? 'calendar-missing' : 'answer-wrong',
      String(answer.status),
    )
  }

  async function textsOf(
    calendarId: string,
    paths: readonly string[],
  ): Promise<Pick<RemoteChanges, 'objects' | 'unreadable'>> {
    const objects: RemoteObject[] = []
    const unreadable: { name: string; tag: string; because: string }[] = []
    for (let n = 0; n < paths.length; n += atOnce) {
      const hrefs = paths.slice(n, n + atOnce).map(hrefNode)
      const props = dav('prop', dav('getetag'), node('C:calendar-data'))
      const body = document(node('C:calendar-multiget', props, ...hrefs))
      for (const response of (await mustAnswer('REPORT', calendarId, '1', body)).responses) {
        const text = response.prop('calendar-data')?.text
        if (text === undefined || response.status >= 400) continue
        const one = { name: response.path, tag: tagOf(response) }
        const uid = uidIn(text)
        // XML makes one sign of the two that end a line (XML 1.0, 2.11).
        if (uid) objects.push({ ...one, uid, ics: asWritten(text.replace(/\r?\n/g, '\r\n')) })
        else if (!isOfAnotherKind(text)) unreadable.push({ ...one, because: 'object-unreadable' })
      }
    }
    return { objects, unreadable }
  }

  /** What it is now, before it is looked at: what changes meanwhile is told by the next look. */
  async function tokenNow(calendarId: string): Promise<string | null> {
    const body = document(dav('propfind', dav('prop', dav('sync-token'), node('CS:getctag'))))
    const { responses } = await mustAnswer('PROPFIND', calendarId, '0', body)
    const sync = responses[0]?.prop('sync-token')?.text.trim()
    const ctag = responses[0]?.prop('getctag')?.text.trim()
    return sync ? `sync ${sync}` : ctag ? `ctag ${ctag}` : null
  }

  async function whole(calendarId: string, known: ReadonlyMap<string, string>): Promise<RemoteChanges> {
    const token = await tokenNow(calendarId)
    const filter = '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>'
    const body = document(node('C:calendar-query', dav('prop', dav('getetag')), filter))
    const { responses } = await mustAnswer('REPORT', calendarId, '1', body)
    const there = responses.filter(({ path }) => path !== pathOf(calendarId))
    const fresh = there.filter(one => known.get(one.path) !== tagOf(one)).map(({ path }) => path)
    return { ...(await textsOf(calendarId, fresh)), gone: [], present: new Set(there.map(({ path }) => path)), token }
  }

  /** Null where the token is none any more, or the server knows no such report. */
  async function since(
    calendarId: string,
    token: string,
    known: ReadonlyMap<string, string>,
  ): Promise<RemoteChanges | null> {
    const [fresh, gone] = [new Set<string>(), new Set<string>()]
    let at = token
    for (;;) {
      const level = '<D:sync-level>1</D:sync-level>'
      const asked = `<D:sync-token>${escapeXml(at)}</D:sync-token>`
      const body = document(dav('sync-collection', asked, level, dav('prop', dav('getetag'))))
      const answer = await to.multistatus('REPORT', calendarId, '0', body)
      if (!('responses' in answer)) {
        if (answer.status === 404 || answer.status === 410) throw new MirrorFault('calendar-missing')
        return null
      }
      let more = false
      for (const response of answer.responses) {
        const { path, status } = response
        if (path === pathOf(calendarId)) more ||= status === 507
        else if (status === 404) {
          gone.add(path)
          fresh.delete(path)
        } else if (known.get(path) !== tagOf(response)) {
          fresh.add(path)
          gone.delete(path)
        }
      }
      const next = child(answer.root, 'sync-token')?.text.trim()
      if (!next) return null
      if (!more || next === at)
        return { ...(await textsOf(calendarId, [...fresh])), gone: [...gone], present: null, token: `sync ${next}` }
      at = next
    }
  }

  async function put(calendarId: string, { uid, ics, name, tag }: Outgoing): Promise<PutAnswer> {
    const url = new URL(name ?? `${pathOf(calendarId).replace(/\/?$/, '/')}${digestOfUid(uid)}.ics`, calendarId).href
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      ...(name === null ? { 'if-none-match': '*' } : { 'if-match': tag ?? '*' }),
    }
    const answer = await to.ask('PUT', url, headers, toldByUs(ics))
    const { status } = answer
    const said = answer.body.toString('utf8')
    // The same event lies there under another name, or another one was quicker.
    if (status === 412 || /no-uid-conflict/.test(said) || (name !== null && (status === 404 || status === 410)))
      return { is: 'changed' }
    if (status === 404) throw new MirrorFault('calendar-missing')
    if (status >= 300) return { is: 'refused', because: `${status}${reasonIn(said)}` }
    return { is: 'kept', name: pathOf(url), tag: answer.etag ?? (await tagThere(calendarId, url)) }
  }

  /** A server that wrote it otherwise than it was sent gives no tag (RFC 4791, 5.3.4). */
  async function tagThere(calendarId: string, url: string): Promise<string> {
    const body = document(dav('propfind', dav('prop', dav('getetag'))))
    const { responses } = await mustAnswer('PROPFIND', new URL(url, calendarId).href, '0', body)
    return responses[0] ? tagOf(responses[0]) : ''
  }

  return {
    calendars: () => findCalendars(to, account.address),
    async changes(calendarId, token, known) {
      const [kind, value] = [token?.slice(0, 4), token?.slice(5) ?? '']
      if (kind === 'sync') return (await since(calendarId, value, known)) ?? whole(calendarId, known)
      if (kind === 'ctag' && (await tokenNow(calendarId)) === token)
        return { objects: [], unreadable: [], gone: [], present: null, token }
      return whole(calendarId, known)
    },
    put,
    async remove(calendarId, name, tag) {
      const url = new URL(name, calendarId).href
      const { status, body } = await to.ask('DELETE', url, { 'if-match': tag, 'schedule-reply': 'F' })
      if (status === 412) return 'changed'
      if (status < 300 || status === 404 || status === 410) return 'gone'
      return { refused: `${status}${reasonIn(body.toString('utf8'))}` }
    },
    merged: (_ours, theirs) => theirs,
  }
}

/** The name of the precondition that was not met (RFC 4918, 16). */
const reasonIn = (body: string): string => {
  const found = /<(?:\w+:)?error\b[^>]*>\s*<(?:\w+:)?([\w-]+)/.exec(body)
  return found ? ` ${found[1]}` : ''
}

/** A task or a journal entry: there is no place for it here. */
function isOfAnotherKind(text: string): boolean {
  try {
    return parseIcal(text).some(
      ({ components }) => components.length > 0 && !components.some(({ name }) => name === 'VEVENT'),
    )
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return false
    throw thrown
  }
}
