/** sync-collection (RFC 6578): what has changed since a token, a part of it where a program asks for no more. */
import { childNamed, escapeXml, keyOf, node, type XmlElement } from '../../../formats/dav/xml.ts'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import { bookOf, momentOfToken, textsOf } from '../cards/cards.ts'
import { dataOf, wishOf } from '../reading/calendar-data.ts'
import { DavFault } from '../reading/fault.ts'
import { gone, multistatus, statusResponse, worded } from './answers.ts'
import type { Call } from './call.ts'
import { type CalendarObject, type Change, changeNoOf, changesOf, type SeenCalendar, syncToken } from './calendars.ts'
import { type DayCalendar, dayCalendarAt } from './days.ts'
import { hrefOfPlace } from './place.ts'
import { calendarAt, mayRead } from './propfind.ts'
import type { View } from '../../../kernel/implement.ts'
import { ofCard, ofObject } from './properties.ts'
import { responseOf, wantedIn } from './wanted.ts'

interface Asked {
  /** Empty: all there is. */
  readonly token: string
  readonly most: number | null
}

function askedIn(body: XmlElement, depth: string | undefined): Asked {
  const level = childNamed(body, 'D', 'sync-level')?.text.trim() ?? depth
  // Calendars have no folders: infinite is as deep as one.
  if (level !== undefined && level !== '1' && level !== 'infinite' && level !== 'infinity' && level !== '0')
    throw new DavFault(400)
  const limit = childNamed(body, 'D', 'limit')
  const text = limit && childNamed(limit, 'D', 'nresults')?.text.trim()
  const most = text === undefined ? null : Number(text)
  if (most !== null && !(Number.isInteger(most) && most > 0)) throw new DavFault(400)
  return { token: childNamed(body, 'D', 'sync-token')?.text.trim() ?? '', most }
}

const invalid = (): DavFault => new DavFault(403, 'D:valid-sync-token')
const tokenNode = (token: string): string => node('D:sync-token', escapeXml(token))
/** Said of the collection itself where there is more to come (RFC 6578, 3.6). */
const moreOf = (href: string): string =>
  statusResponse(href, 507, 'Insufficient Storage', 'D:number-of-matches-within-limits')

export async function syncCollection(call: Call, body: XmlElement): Promise<DavAnswer> {
  const asked = askedIn(body, call.request.headers['depth'])
  const { place } = call
  if (place.kind === 'calendar') return syncCalendar(call, body, asked, place.id)
  if (place.kind === 'book') return syncBook(call, body, asked)
  if (place.kind !== 'inbox') throw new DavFault(403, 'D:supported-report')
  return multistatus([], { last: tokenNode(syncToken(0)) })
}

interface Changes {
  readonly changes: readonly Change[]
  /** The token of the state that they lead to: not the calendar's own where there is more to come. */
  readonly now: string
}

async function changesSince(
  view: View,
  calendar: SeenCalendar,
  { token, most }: Asked,
  withText: boolean,
): Promise<Changes> {
  const since = token === '' ? null : changeNoOf(token)
  if (since === null ? token !== '' : since > calendar.changeNo) throw invalid()
  if (since === calendar.changeNo) return { changes: [], now: calendar.token }
  const changes = await changesOf(view, calendar.id, { since, most, withText })
  const last = changes.at(-1)
  const isCut =
    most !== null && last !== undefined && changes.length >= most && Number(last.change_no) < calendar.changeNo
  return { changes, now: isCut ? syncToken(last.change_no) : calendar.token }
}

/** Days are reckoned, and what they were is kept nowhere: whoever knows another state begins anew (RFC 6578, 3.2). */
function daysSince({ token: now, objects }: DayCalendar, token: string): Changes {
  if (token !== '' && token !== now) throw invalid()
  return { changes: token === now ? [] : objects, now }
}

async function syncCalendar(call: Call, body: XmlElement, { token, most }: Asked, slug: string): Promise<DavAnswer> {
  const wanted = wantedIn(body)
  const element = wanted.what === 'these' ? wanted.names.find(name => keyOf(name) === 'C:calendar-data') : undefined
  const wish = element && wishOf(element)
  const day = await dayCalendarAt(call, slug)
  return call.viewing(async (view, asker) => {
    const calendar = day ?? (await calendarAt(view, slug))
    if (!mayRead(calendar)) throw new DavFault(403, 'D:need-privileges')
    const { changes, now } = day
      ? daysSince(day, token)
      : await changesSince(view, calendar, { token, most }, wish !== undefined)
    const isCut = now !== calendar.token
    const place = { kind: 'object', of: asker.id, id: slug } as const
    const onlyTag =
      wanted.what === 'these' && wanted.names.every(name => ['D:getetag', 'C:calendar-data'].includes(keyOf(name)))
    const rows = worded(changes, change => {
      const href = hrefOfPlace({ ...place, name: change.href })
      if (change.etag === null) return gone(href)
      const text = () => escapeXml(dataOf(change.ics ?? '', wish!, calendar.zone))
      if (onlyTag)
        return `<D:response><D:href>${escapeXml(href)}</D:href><D:propstat><D:prop><D:getetag>${escapeXml(change.etag)}</D:getetag>${
          wish ? `<C:calendar-data>${text()}</C:calendar-data>` : ''
        }</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
      const told = ofObject(asker, calendar, change as unknown as CalendarObject)
      const value: typeof told.value = (key, one) =>
        key === 'C:calendar-data' && wish ? text() : absent.has(key) ? null : told.value(key, one)
      return responseOf(href, wanted, { ...told, value }, call.minimal)
    })
    const end = tokenNode(now)
    return multistatus(rows, {
      last: `${isCut ? moreOf(hrefOfPlace({ kind: 'calendar', of: asker.id, id: slug })) : ''}${end}`,
    })
  })
}

/** What the list of changes does not know of an object. */
const absent = new Set(['D:getcontentlength', 'D:getlastmodified', 'D:creationdate'])

async function syncBook(call: Call, body: XmlElement, { token }: Asked): Promise<DavAnswer> {
  const wanted = wantedIn(body)
  const element = wanted.what === 'these' ? wanted.names.find(name => keyOf(name) === 'CR:address-data') : undefined
  const since = token === '' ? null : momentOfToken(token)
  if (token !== '' && since === null) throw invalid()
  const { changes, book, asker } = await call.viewing(async (view, who) => {
    const found = await bookOf(view)
    if (!found) throw new DavFault(404)
    const list =
      since === null
        ? (await found.cards()).map(card => ({ href: card.href, card }))
        : token === found.token
          ? []
          : await found.changesSince(since)
    return { changes: list, book: found, asker: who }
  })
  const texts = element
    ? await textsOf(
        call,
        changes.flatMap(({ card }) => card ?? []),
        '3.0',
      )
    : null
  return multistatus(
    worded(changes, ({ href: name, card }) => {
      const href = hrefOfPlace({ kind: 'card', of: asker.id, name })
      if (!card) return gone(href)
      const told = ofCard(asker, card, book.writable)
      const value: typeof told.value = (key, one) =>
        key === 'CR:address-data' && texts ? escapeXml(texts.get(card.id) ?? '') : told.value(key, one)
      return responseOf(href, wanted, { ...told, value }, call.minimal)
    }),
    { last: tokenNode(book.token) },
  )
}
