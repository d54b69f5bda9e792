/** The properties of everything that lies at an address (RFC 4918, 3744, 4791, 5397, 6352, 6578, 6638, and Apple's). */
import { principalHref } from '../../../kernel/dav/door.ts'
import { attribute } from '../../../formats/xml/element.ts'
import { dav, escapeXml, hrefNode, node, type XmlElement } from '../../../formats/dav/xml.ts'
import { collations } from '../reading/text-match.ts'
import { utcStamp, firstOfAll, lastOfAll } from '../reading/range.ts'
import type { Card } from '../cards/cards.ts'
import { type CalendarObject, type SeenCalendar, syncToken } from './calendars.ts'
import { hexOf, nearestColour } from './colours.ts'
import { bookName, hrefOfPlace, inboxName, outboxName } from './place.ts'
import * as rights from './rights.ts'
import type { Properties, Value } from './wanted.ts'

/** As long as calendar.put-object takes. */
export const mostBytes = 2_000_000
export const mostInstances = 2000
export const mostGuests = 500
export const calendarType = 'text/calendar; charset=utf-8; component=VEVENT'
export const cardType = 'text/vcard; charset=utf-8'

/** Who asks, as every property may need it. */
export interface Asker {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

type Told = Readonly<Record<string, (element: XmlElement | null) => Value>>

const usual = [
  'D:resourcetype',
  'D:displayname',
  'D:getetag',
  'D:getcontenttype',
  'D:getcontentlength',
  'D:getlastmodified',
  'D:creationdate',
]

/** What a resource has, and what a program keeps beside it (`own`: names to XML). */
function propertiesOf(told: Told, own: ReadonlyMap<string, string> = new Map()): Properties {
  const names = Object.keys(told)
  return {
    plain: [...names.filter(name => usual.includes(name)), ...[...own.keys()].filter(name => !(name in told))],
    others: names.filter(name => !usual.includes(name)),
    value: (key, element) => told[key]?.(element) ?? own.get(key) ?? null,
  }
}

const collection = (...types: string[]): string => ['<D:collection/>', ...types].join('')
const reports = (...names: string[]): string =>
  names.map(name => dav('supported-report', dav('report', node(name as 'D:x')))).join('')
const always = (value: string) => () => value

const usualReports = [
  'D:expand-property',
  'D:principal-property-search',
  'D:principal-search-property-set',
  'D:acl-principal-prop-set',
]
const calendarReports = reports(
  'C:calendar-query',
  'C:calendar-multiget',
  'C:free-busy-query',
  'D:sync-collection',
  ...usualReports,
)
const bookReports = reports('CR:addressbook-query', 'CR:addressbook-multiget', 'D:sync-collection', ...usualReports)
const otherReports = reports(...usualReports)

/** What holds of everything: who asks, whose it is, what may be done. */
const common = (asker: Asker, held: readonly rights.Right[], owner: string | null, supported: string): Told => ({
  'D:current-user-principal': always(hrefNode(principalHref(asker.id))),
  'D:principal-collection-set': always(hrefNode(hrefOfPlace({ kind: 'principals' }))),
  'D:owner': () => (owner ? hrefNode(principalHref(owner)) : ''),
  'D:current-user-privilege-set': () => rights.privileges(held),
  'D:supported-privilege-set': always(rights.supportedPrivileges),
  'D:acl': () => rights.aclOf(held, principalHref(asker.id)),
  'D:acl-restrictions': always(node('D:grant-only') + node('D:no-invert')),
  'D:inherited-acl-set': always(''),
  'D:supported-report-set': always(supported),
})

export const ofPrincipals = (asker: Asker): Properties =>
  propertiesOf({
    'D:resourcetype': always(collection()),
    'D:displayname': always('Kontor'),
    ...common(asker, rights.readRights, null, otherReports),
  })

/** One person; of others no more is told than who they are. */
export function ofPrincipal(asker: Asker, person: Asker): Properties {
  const mine = person.id === asker.id
  const home = (kind: 'home' | 'book-home' | 'inbox' | 'outbox') =>
    always(hrefNode(hrefOfPlace({ kind, of: person.id })))
  return propertiesOf({
    'D:resourcetype': always(collection('<D:principal/>')),
    'D:displayname': () => escapeXml(person.name),
    'D:principal-URL': () => hrefNode(principalHref(person.id)),
    'D:alternate-URI-set': () => (person.email ? hrefNode(`mailto:${person.email}`) : ''),
    'D:group-membership': always(''),
    'D:group-member-set': always(''),
    'C:calendar-user-address-set': () =>
      [...(person.email ? [`mailto:${person.email}`] : []), `urn:uuid:${person.id}`, principalHref(person.id)]
        .map(hrefNode)
        .join(''),
    'C:calendar-user-type': always('INDIVIDUAL'),
    'CS:email-address-set': () =>
      person.email ? `<CS:email-address>${escapeXml(person.email)}</CS:email-address>` : '',
    ...(mine
      ? {
          'C:calendar-home-set': home('home'),
          'C:schedule-inbox-URL': home('inbox'),
          'C:schedule-outbox-URL': home('outbox'),
          'CR:addressbook-home-set': home('book-home'),
        }
      : {}),
    ...common(asker, rights.readRights, person.id, otherReports),
  })
}

export const ofHome = (asker: Asker, own: ReadonlyMap<string, string>): Properties =>
  propertiesOf(
    {
      'D:resourcetype': always(collection()),
      'D:displayname': () => escapeXml(asker.name),
      ...common(asker, rights.homeRights, asker.id, otherReports),
    },
    own,
  )

export const ofHomes = (asker: Asker): Properties =>
  propertiesOf({ 'D:resourcetype': always(collection()), ...common(asker, rights.readRights, null, otherReports) })

export const ofInbox = (asker: Asker, mainSlug: string | null): Properties =>
  propertiesOf({
    'D:resourcetype': always(collection('<C:schedule-inbox/>')),
    'D:displayname': always('Inbox'),
    'C:schedule-default-calendar-URL': () =>
      mainSlug ? hrefNode(hrefOfPlace({ kind: 'calendar', of: asker.id, id: mainSlug })) : '',
    'C:supported-calendar-component-set': always('<C:comp name="VEVENT"/>'),
    'C:supported-calendar-data': always(calendarData),
    'D:sync-token': always(syncToken(0)),
    'CS:getctag': always(syncToken(0)),
    ...common(asker, rights.inboxRights, asker.id, calendarReports),
  })

export const ofOutbox = (asker: Asker): Properties =>
  propertiesOf({
    'D:resourcetype': always(collection('<C:schedule-outbox/>')),
    'D:displayname': always('Outbox'),
    'C:supported-calendar-component-set': always('<C:comp name="VFREEBUSY"/>'),
    ...common(asker, rights.outboxRights, asker.id, otherReports),
  })

const calendarData = '<C:calendar-data content-type="text/calendar" version="2.0"/>'
const collationSet = (prefix: 'C' | 'CR') =>
  Object.keys(collations)
    .filter(name => name !== 'default')
    .map(name => `<${prefix}:supported-collation>${name}</${prefix}:supported-collation>`)
    .join('')

const keptColour = 'A:calendar-color'
/** A colour of one's own, as long as it is what the calendar's still means. */
function colourOf({ properties, colour, degree }: SeenCalendar): string {
  const kept = properties.get(keptColour)
  return kept && (degree !== 'manage' || nearestColour(kept) === colour) ? kept : hexOf(colour)
}

export function ofCalendar(asker: Asker, calendar: SeenCalendar): Properties {
  const { token } = calendar
  return propertiesOf(
    {
      'D:resourcetype': always(collection('<C:calendar/>')),
      'D:displayname': () => calendar.properties.get('D:displayname') ?? escapeXml(calendar.title),
      'A:calendar-color': () => colourOf(calendar),
      'C:calendar-timezone-id': () => escapeXml(calendar.zone),
      'C:supported-calendar-component-set': always('<C:comp name="VEVENT"/>'),
      'C:supported-calendar-data': always(calendarData),
      'C:supported-collation-set': always(collationSet('C')),
      'C:max-resource-size': always(String(mostBytes)),
      'C:min-date-time': always(utcStamp(firstOfAll)),
      'C:max-date-time': always(utcStamp(lastOfAll)),
      'C:max-instances': always(String(mostInstances)),
      'C:max-attendees-per-instance': always(String(mostGuests)),
      'C:schedule-calendar-transp': always(calendar.mine ? '<C:opaque/>' : '<C:transparent/>'),
      'CS:getctag': always(token),
      'D:sync-token': always(token),
      ...common(asker, rights.rightsOf[calendar.degree], calendar.ownerId, calendarReports),
    },
    calendar.properties,
  )
}

const stamp = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString()

/** The tag by which guests' answers are told from changes of their own (RFC 6638, 3.2.10): every change is one here. */
export const ofObject = (asker: Asker, calendar: SeenCalendar, object: CalendarObject): Properties =>
  propertiesOf({
    'D:resourcetype': always(''),
    'D:getetag': () => escapeXml(object.etag),
    'D:getcontenttype': always(calendarType),
    'D:getcontentlength': () => String(object.size),
    'D:getlastmodified': () => stamp(object.changed_at),
    'D:creationdate': () => new Date(object.created_at.epochMilliseconds).toISOString(),
    'C:schedule-tag': () => escapeXml(object.etag),
    ...common(asker, rights.rightsOf[calendar.degree], calendar.ownerId, otherReports),
  })

export const ofBookHome = (asker: Asker): Properties =>
  propertiesOf({
    'D:resourcetype': always(collection()),
    'D:displayname': () => escapeXml(asker.name),
    ...common(asker, rights.readRights, asker.id, otherReports),
  })

export const ofBook = (
  asker: Asker,
  { name, token, own, writable }: { name: string; token: string; own: ReadonlyMap<string, string>; writable: boolean },
): Properties =>
  propertiesOf(
    {
      'D:resourcetype': always(collection('<CR:addressbook/>')),
      'D:displayname': () => own.get('D:displayname') ?? escapeXml(name),
      'CR:supported-address-data': always(
        '<CR:address-data-type content-type="text/vcard" version="3.0"/><CR:address-data-type content-type="text/vcard" version="4.0"/>',
      ),
      'CR:supported-collation-set': always(collationSet('CR')),
      'CR:max-resource-size': always('1000000'),
      'CS:getctag': always(token),
      'D:sync-token': always(token),
      ...common(asker, writable ? rights.bookRights : rights.readRights, null, bookReports),
    },
    own,
  )

export const ofCard = (asker: Asker, card: Pick<Card, 'etag' | 'changedAt'>, writable: boolean): Properties =>
  propertiesOf({
    'D:resourcetype': always(''),
    'D:getetag': () => escapeXml(card.etag),
    'D:getcontenttype': always(cardType),
    'D:getlastmodified': () => stamp(card.changedAt),
    ...common(asker, writable ? rights.bookRights : rights.readRights, null, otherReports),
  })

/** Which of them nobody sets (RFC 4918, 15): told of a refusal by its precondition. */
export const isProtected = (key: string): boolean =>
  (key.startsWith('D:') && key !== 'D:displayname') ||
  (/^(?:C|CR):/.test(key) &&
    ![
      'C:calendar-description',
      'C:calendar-timezone',
      'C:calendar-timezone-id',
      'C:schedule-calendar-transp',
      'C:schedule-default-calendar-URL',
      'C:calendar-free-busy-set',
      'CR:addressbook-description',
    ].includes(key)) ||
  key === 'CS:getctag'

export { attribute, bookName, inboxName, keptColour, outboxName }
