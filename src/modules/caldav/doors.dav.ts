/** Calendars and address books for people's own programs: CalDAV (RFC 4791) and CardDAV (RFC 6352), signed in to by app passwords. */
import { answerSignedIn, type DavAnswer, type DavDoor, DavRefused, plain } from '../../kernel/dav/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { keyOf } from '../../formats/dav/xml.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'
import { cardMultiget, cardQuery } from './cards/reports.ts'
import { getCard, putCard, removeCard } from './cards/objects.ts'
import { refusedAnswer, spoken } from './dav/answers.ts'
import { type Answering, type Call, openCall, xmlOf } from './dav/call.ts'
import { makeCalendar, proppatch, removeCalendar } from './dav/collections.ts'
import { getObject, putObjectAt, removeObjectAt } from './dav/objects.ts'
import { postOutbox } from './dav/outbox.ts'
import { roots } from './dav/place.ts'
import { aclPrincipals, expandProperty, principalPropertySearch, principalSearchPropertySet } from './dav/principals.ts'
import { propfind } from './dav/propfind.ts'
import { calendarMultiget, calendarQuery, freeBusyQuery } from './dav/reports.ts'
import { syncCollection } from './dav/sync.ts'
import { copyObject, moveObject } from './dav/transfer.ts'
import { readXml } from './dav/wanted.ts'
import { DavFault } from './reading/fault.ts'
import type { XmlElement } from '../../formats/dav/xml.ts'

const methods = [
  'OPTIONS',
  'GET',
  'HEAD',
  'PUT',
  'POST',
  'DELETE',
  'PROPFIND',
  'PROPPATCH',
  'REPORT',
  'MKCALENDAR',
  'MKCOL',
  'COPY',
  'MOVE',
] as const

const reports: Readonly<Record<string, (call: Call, body: XmlElement) => Promise<DavAnswer>>> = {
  'C:calendar-query': calendarQuery,
  'C:calendar-multiget': calendarMultiget,
  'C:free-busy-query': freeBusyQuery,
  'D:sync-collection': syncCollection,
  'D:expand-property': expandProperty,
  'D:principal-property-search': principalPropertySearch,
  'D:principal-search-property-set': principalSearchPropertySet,
  'D:acl-principal-prop-set': aclPrincipals,
  'CR:addressbook-query': cardQuery,
  'CR:addressbook-multiget': cardMultiget,
}

async function report(call: Call): Promise<DavAnswer> {
  const body = readXml(await xmlOf(call))
  const answer = reports[keyOf(body)]
  if (!answer) throw new DavFault(403, 'D:supported-report')
  return answer(call, body)
}

const allowed = (): DavAnswer => plain(405, { allow: methods.join(', ') })

/** What each verb does to an event, a card, or to what holds them. */
const byKind =
  (event: Answering, card: Answering, other: Answering): Answering =>
  call =>
    call.place.kind === 'object' ? event(call) : call.place.kind === 'card' ? card(call) : other(call)

const refuse =
  (status: number): Answering =>
  async () => {
    throw new DavFault(status)
  }
const notHere: Answering = async () => allowed()

const answers: Readonly<Record<string, Answering>> = {
  GET: byKind(getObject, getCard, notHere),
  HEAD: byKind(getObject, getCard, notHere),
  PUT: byKind(putObjectAt, putCard, notHere),
  DELETE: byKind(removeObjectAt, removeCard, removeCalendar),
  POST: postOutbox,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  REPORT: report,
  MKCALENDAR: makeCalendar,
  MKCOL: makeCalendar,
  COPY: byKind(copyObject, refuse(403), refuse(403)),
  MOVE: byKind(moveObject, refuse(403), refuse(403)),
}

/** The e-mail that was signed in with: by it the caller is known to other calendars. */
const emailIn = (header: string): string =>
  Buffer.from(header.replace(/^Basic\s+/i, ''), 'base64')
    .toString('utf8')
    .split(':', 1)[0]!
    .trim()
    .toLowerCase()

function answerOf(error: unknown): DavAnswer {
  if (error instanceof DavFault) return refusedAnswer(error)
  if (error instanceof DavRefused) return error.answer
  if (error instanceof IcalRefused) return refusedAnswer(new DavFault(403, null, { words: error.message }))
  if (error instanceof Refusal && error.status !== 401) return plain(error.status)
  throw error
}

const door = (prefix: string): DavDoor => ({
  prefix,
  methods,
  fileMethods: [],
  async answer(kernel, ground, request, count) {
    if (request.method === 'OPTIONS') return plain(200, { dav: spoken, allow: methods.join(', ') })
    return answerSignedIn(ground, request, count, async (bearer, proof) => {
      try {
        const email = emailIn(request.headers['authorization'] ?? '')
        return await answers[request.method]!(openCall(kernel, ground, request, { bearer, proof, email }))
      } catch (error) {
        return answerOf(error)
      }
    })
  },
})

/** Where programs look first (RFC 6764, 5): sent on to where one is told who one is. */
const wellKnown = (name: string): DavDoor => ({
  prefix: `/.well-known/${name}`,
  methods: ['OPTIONS', 'GET', 'HEAD', 'PROPFIND', 'REPORT', 'PROPPATCH', 'POST'],
  fileMethods: [],
  answer: async () => plain(301, { location: '/dav/', 'cache-control': 'public, max-age=3600' }),
})

export const calendarDoors: readonly DavDoor[] = [
  door(roots.principals),
  door(roots.calendars),
  door(roots.books),
  wellKnown('caldav'),
  wellKnown('carddav'),
]
