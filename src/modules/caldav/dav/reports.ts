/** REPORT on calendars (RFC 4791, 7.8 to 7.10): what fits a filter, what was named, when one is busy. */
import { parseIcal } from '../../../formats/ical/component.ts'
import { RecurrenceTooCostly } from '../../../formats/ical/recur.ts'
import { childNamed, escapeXml, hrefNode, keyOf, namespaces, type XmlElement } from '../../../formats/dav/xml.ts'
import { partsOfAddress } from '../../../formats/dav/path.ts'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import { shut } from '../../../kernel/files/stream.ts'
import { dataOf, type DataWish, type LaidOut, wishOf } from '../reading/calendar-data.ts'
import { DavFault } from '../reading/fault.ts'
import { filterOf, matches, plainRange, widestRange } from '../reading/filter.ts'
import { freeBusyText } from '../reading/free-busy.ts'
import { rangeOf } from '../reading/range.ts'
import { gone, multistatus, worded } from './answers.ts'
import type { Call } from './call.ts'
import { busyOf, type CalendarObject, calendarsOf, objectsOf, type SeenCalendar } from './calendars.ts'
import { type DayCalendar, dayCalendarAt, foundIn, isDaySlug } from './days.ts'
import { calendarAt, mayRead } from './propfind.ts'
import { hrefOfPlace, roots } from './place.ts'
import { type Asker, ofObject } from './properties.ts'
import { responseOf, type Wanted, wantedIn } from './wanted.ts'

const dataKey = 'C:calendar-data'

interface Asked {
  readonly wanted: Wanted
  /** Null where no text was asked for. */
  readonly data: DataWish | null
}

function askedIn(body: XmlElement): Asked {
  const wanted = wantedIn(body)
  const element = wanted.what === 'these' ? wanted.names.find(name => keyOf(name) === dataKey) : undefined
  return { wanted, data: element ? wishOf(element) : null }
}

const isPlain = ({ wanted }: Asked): boolean =>
  wanted.what === 'these' &&
  wanted.names.every(name => [dataKey, 'D:getetag', 'D:getcontenttype'].includes(keyOf(name)))

const laidOutOf = ({ instances }: CalendarObject): LaidOut | null =>
  instances?.split(' ').map(one => one.split('/') as [string, string]) ?? null

/** How an object is told of: by what is asked of every client's usual question, without looking through tables of properties. */
function wording(
  asker: Asker,
  calendar: SeenCalendar,
  asked: Asked,
  minimal: boolean,
): (object: CalendarObject) => string {
  const place = { kind: 'object', of: asker.id, id: calendar.slug } as const
  const { data } = asked
  const textOf = (object: CalendarObject) =>
    escapeXml(data ? dataOf(object.ics, data, calendar.zone, laidOutOf(object)) : '')
  if (isPlain(asked) && asked.wanted.what === 'these') {
    const keys = asked.wanted.names.map(keyOf)
    return object => {
      const told = keys.map(key =>
        key === dataKey
          ? `<C:calendar-data>${textOf(object)}</C:calendar-data>`
          : key === 'D:getetag'
            ? `<D:getetag>${escapeXml(object.etag)}</D:getetag>`
            : '<D:getcontenttype>text/calendar; charset=utf-8; component=VEVENT</D:getcontenttype>',
      )
      return `<D:response>${hrefNode(hrefOfPlace({ ...place, name: object.href }))}<D:propstat><D:prop>${told.join('')}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
    }
  }
  return object => {
    const told = ofObject(asker, calendar, object)
    return responseOf(
      hrefOfPlace({ ...place, name: object.href }),
      asked.wanted,
      { ...told, value: (key, element) => (key === dataKey && data ? textOf(object) : told.value(key, element)) },
      minimal,
    )
  }
}

/** Whether an object fits; what costs too much to reckon is told of, rather than passed over in silence. */
function fits(object: CalendarObject, test: (text: string) => boolean): boolean {
  try {
    return test(object.ics)
  } catch (error) {
    if (error instanceof RecurrenceTooCostly) return true
    throw error
  }
}

export async function calendarQuery(call: Call, body: XmlElement): Promise<DavAnswer> {
  const { place } = call
  const asked = askedIn(body)
  const filter = filterOf(childNamed(body, 'C', 'filter'))
  if (place.kind === 'inbox') return multistatus([])
  if (place.kind !== 'calendar' && place.kind !== 'object') throw new DavFault(403, 'D:supported-report')
  const plain = plainRange(filter)
  if (plain === 'nothing') return multistatus([])
  const day = await dayCalendarAt(call, place.id)
  return call.viewing(async (view, asker) => {
    const calendar = day ?? (await calendarAt(view, place.id))
    if (!mayRead(calendar)) throw new DavFault(403, 'D:need-privileges')
    const zone = childNamed(body, 'C', 'timezone-id')?.text.trim() || calendar.zone
    const range = plain ? plain.range : widestRange(filter)
    const hrefs = place.kind === 'object' ? [place.name] : undefined
    const objects = day
      ? foundIn(day, hrefs)
      : await objectsOf(view, calendar.id, {
          hrefs,
          range,
          withText: asked.data !== null || plain === null,
          expanding: asked.data?.expanded ?? undefined,
        })
    // What is not laid out that far is looked at by itself; so is all that the database does not know of.
    const found = objects.filter(
      object => (plain !== null && !object.ahead) || fits(object, text => matches(parseIcal(text)[0]!, filter, zone)),
    )
    return multistatus(worded(found, wording(asker, { ...calendar, zone }, asked, call.minimal)))
  })
}

const missing = (error: unknown): null => {
  if (error instanceof DavFault && error.status === 404) return null
  throw error
}

export async function calendarMultiget(call: Call, body: XmlElement): Promise<DavAnswer> {
  const { place, request } = call
  if (place.kind !== 'calendar' && place.kind !== 'home' && place.kind !== 'object')
    throw new DavFault(403, 'D:supported-report')
  const asked = askedIn(body)
  const hrefs = body.children
    .filter(one => one.namespace === namespaces.D && one.name === 'href')
    .map(one => one.text.trim())
  if (hrefs.length === 0) throw new DavFault(400)
  const named = hrefs.map(href => {
    const parts = partsOfAddress(href, request.host, roots.calendars)
    return { href, parts: parts?.length === 3 && parts[0] === call.bearer.principalId ? parts : null }
  })
  const slugs = [...new Set(named.flatMap(({ parts }) => parts?.[1] ?? []))]
  const days = new Map<string, DayCalendar>()
  for (const slug of slugs.filter(isDaySlug)) {
    const day = await dayCalendarAt(call, slug).catch(missing)
    if (day) days.set(slug, day)
  }
  return call.viewing(async (view, asker) => {
    const all = slugs.length === 1 ? await calendarsOf(view, slugs[0]!) : await calendarsOf(view)
    const byHref = new Map<string, string>()
    for (const slug of slugs) {
      const day = days.get(slug)
      const calendar = day ?? all.find(one => one.slug === slug || one.id === slug)
      if (!calendar || !mayRead(calendar)) continue
      const names = named.flatMap(({ parts }) => (parts?.[1] === slug ? [parts[2]!] : []))
      const word = wording(asker, { ...calendar, slug }, asked, call.minimal)
      const objects = day
        ? foundIn(day, names)
        : await objectsOf(view, calendar.id, { hrefs: names, withText: asked.data !== null })
      for (const object of objects) byHref.set(`${slug}/${object.href}`, word(object))
    }
    return multistatus(
      worded(named, ({ href, parts }) => (parts && byHref.get(`${parts[1]}/${parts[2]}`)) ?? gone(href)),
    )
  })
}

/** When a calendar is busy: an answer in iCalendar, not a multistatus (7.10). */
export async function freeBusyQuery(call: Call, body: XmlElement): Promise<DavAnswer> {
  const { place } = call
  if (place.kind !== 'calendar' && place.kind !== 'home') throw new DavFault(403, 'D:supported-report')
  const element = childNamed(body, 'C', 'time-range')
  if (!element) throw new DavFault(400, 'C:valid-filter')
  const range = rangeOf(element, true)
  const day = place.kind === 'calendar' ? await dayCalendarAt(call, place.id) : null
  const busy = await call.viewing(async view => {
    // A day that is marked keeps nobody busy.
    if (day) return []
    const calendars =
      place.kind === 'calendar'
        ? [await calendarAt(view, place.id)]
        : (await calendarsOf(view)).filter(({ mine, type }) => mine && type !== 'feed')
    return busyOf(
      view,
      calendars.map(({ id }) => id),
      range,
    )
  })
  const text = Buffer.from(freeBusyText({ range, busy, at: Date.now() }))
  return {
    status: 200,
    headers: {
      ...shut,
      'content-type': 'text/calendar; charset=utf-8; component=VFREEBUSY',
      'content-length': String(text.length),
      'cache-control': 'no-store',
    },
    body: text,
  }
}
