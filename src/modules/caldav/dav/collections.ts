/** Calendars themselves: made, named, coloured and taken away by programs (RFC 4791, 5.3.1; RFC 5689; RFC 4918, 9.2). */
import {
  childNamed,
  dav,
  document,
  emptyOf,
  escapeXml,
  hrefNode,
  isDav,
  keyOf,
  node,
  statusNode,
  textOfElement,
  type XmlElement,
} from '../../../formats/dav/xml.ts'
import { type DavAnswer, plain, xmlAnswer } from '../../../kernel/dav/door.ts'
import { changeCalendar, createCalendar, retireCalendar } from '../../calendar/contract.ts'
import { keepProperties, nameCalendar } from '../contract.ts'
import { DavFault } from '../reading/fault.ts'
import { multistatus } from './answers.ts'
import { type Call, xmlOf } from './call.ts'
import { calendarsOf } from './calendars.ts'
import { nearestColour } from './colours.ts'
import { dayCalendarAt, isDaySlug, mayNotWrite } from './days.ts'
import { forgetName } from './objects.ts'
import { hrefOfPlace } from './place.ts'
import { calendarAt } from './propfind.ts'
import { isProtected, keptColour } from './properties.ts'
import { readXml } from './wanted.ts'

interface Setting {
  readonly element: XmlElement
  readonly key: string
  readonly remove: boolean
}

/** What an update sets and removes, in its order. */
function settingsIn(body: XmlElement): Setting[] {
  return body.children
    .filter(one => isDav(one, 'set') || isDav(one, 'remove'))
    .flatMap(one =>
      (childNamed(one, 'D', 'prop')?.children ?? []).map(element => ({
        element,
        key: keyOf(element),
        remove: one.name === 'remove',
      })),
    )
}

const innerOf = (element: XmlElement): string =>
  escapeXml(element.text.trim()) + element.children.map(textOfElement).join('')

/** What is kept for the person alone: everything but what the calendar itself is called and looks like. */
async function keep(call: Call, target: string, settings: readonly Setting[]): Promise<void> {
  await call.act(keepProperties, {
    target,
    set: settings.filter(({ remove }) => !remove).map(({ element, key }) => ({ name: key, value: innerOf(element) })),
    remove: settings.filter(({ remove }) => remove).map(({ key }) => key),
  })
}

interface Facts {
  title?: string
  colour?: NonNullable<ReturnType<typeof nearestColour>>
}

/** Name and colour, where they are the calendar's own. */
function factsIn(settings: readonly Setting[]): Facts {
  const facts: Facts = {}
  for (const { element, key, remove } of settings) {
    if (remove) continue
    const text = element.text.trim()
    if (key === 'D:displayname' && text) facts.title = text.slice(0, 200)
    const colour = key === keptColour ? nearestColour(text) : null
    if (colour) facts.colour = colour
  }
  return facts
}

export async function proppatch(call: Call): Promise<DavAnswer> {
  const body = readXml(await xmlOf(call))
  if (!isDav(body, 'propertyupdate')) throw new DavFault(400)
  const settings = settingsIn(body)
  const { place } = call
  const day = place.kind === 'calendar' ? await dayCalendarAt(call, place.id) : null
  const target = await call.viewing(async view => {
    if (day) return { kept: day.slug, calendar: day }
    if (place.kind === 'home') return { kept: 'home', calendar: null }
    if (place.kind === 'book') return { kept: 'book', calendar: null }
    if (place.kind !== 'calendar') throw new DavFault(403)
    const calendar = await calendarAt(view, place.id)
    return { kept: calendar.id, calendar }
  })
  const wrong = settings.filter(({ key }) => isProtected(key) || key.length > 300)
  const propstat = (some: readonly Setting[], code: number, words: string, inner = '') =>
    some.length > 0
      ? dav('propstat', dav('prop', ...some.map(({ element }) => emptyOf(element))), statusNode(code, words), inner)
      : ''
  const respond = (...parts: string[]) => multistatus([dav('response', hrefNode(hrefOfPlace(place)), ...parts)])
  if (wrong.length > 0)
    return respond(
      propstat(wrong, 403, 'Forbidden', dav('error', node('D:cannot-modify-protected-property'))),
      propstat(
        settings.filter(one => !wrong.includes(one)),
        424,
        'Failed Dependency',
      ),
    )
  const { calendar } = target
  const facts = calendar?.degree === 'manage' ? factsIn(settings) : {}
  if (calendar && (facts.title !== undefined || facts.colour !== undefined))
    await call.act(changeCalendar, { id: calendar.id, ...facts })
  // Of the calendar's own name nothing else is kept, so that it is the same everywhere; a colour is kept to the shade.
  const kept = settings.filter(({ key }) => !(key === 'D:displayname' && calendar?.degree === 'manage'))
  if (kept.length > 0) await keep(call, target.kept, kept)
  return respond(propstat(settings, 200, 'OK'))
}

/** A body that is no XML, and says so itself, is of a kind that is not understood (RFC 4918, 9.3.1). */
function bodyIn(text: string, type: string | undefined): XmlElement {
  try {
    return readXml(text)
  } catch (error) {
    if (type === undefined || /\bxml\b/i.test(type)) throw error
    throw new DavFault(415)
  }
}

/** MKCALENDAR, and MKCOL of a calendar. */
export async function makeCalendar(call: Call): Promise<DavAnswer> {
  const { place, request } = call
  const text = await xmlOf(call)
  const body = text.trim() ? bodyIn(text, request.headers['content-type']) : null
  const extended = request.method === 'MKCOL'
  if (body && !(extended ? isDav(body, 'mkcol') : keyOf(body) === 'C:mkcalendar')) throw new DavFault(400)
  const settings = body ? settingsIn(body) : []
  // MKCOL without a word makes what a home holds: a calendar (RFC 5689, 3; RFC 4791, 5.3.1).
  if (extended && body) {
    const type = settings.find(({ key }) => key === 'D:resourcetype')?.element
    if (!type || !childNamed(type, 'C', 'calendar')) throw new DavFault(403, 'D:valid-resourcetype')
  }
  if (place.kind === 'object' || place.kind === 'card') throw new DavFault(403, 'C:calendar-collection-location-ok')
  if (place.kind !== 'calendar')
    throw new DavFault(
      place.kind === 'book' ? 405 : 403,
      place.kind === 'book' ? null : 'C:calendar-collection-location-ok',
    )
  const components = settings.find(({ key }) => key === 'C:supported-calendar-component-set')?.element
  if (
    components &&
    !components.children.some(one =>
      one.attributes.some(({ name, value }) => name === 'name' && value.toUpperCase() === 'VEVENT'),
    )
  )
    throw new DavFault(403, 'C:supported-calendar-component')
  if (isDaySlug(place.id))
    throw (await dayCalendarAt(call, place.id).catch(() => null))
      ? new DavFault(405, 'D:resource-must-be-null')
      : new DavFault(403, 'C:calendar-collection-location-ok')
  const there = await call.viewing(view => calendarsOf(view, place.id))
  if (there.length > 0) throw new DavFault(405, 'D:resource-must-be-null')
  const facts = factsIn(settings)
  const { id } = await call.act(createCalendar, {
    title: facts.title ?? place.id.slice(0, 200),
    type: 'own',
    ...(facts.colour ? { colour: facts.colour } : {}),
  })
  await call.act(nameCalendar, { calendarId: id, slug: place.id })
  forgetName(call, place.id)
  const kept = settings.filter(({ key }) => key !== 'D:displayname' && !isProtected(key))
  if (kept.length > 0) await keep(call, id, kept)
  if (!extended || settings.length === 0) return plain(201, { 'cache-control': 'no-cache' })
  return xmlAnswer(
    201,
    document(
      dav(
        'mkcol-response',
        dav('propstat', dav('prop', ...settings.map(({ element }) => emptyOf(element))), statusNode(200, 'OK')),
      ),
    ),
  )
}

/** A calendar that a program takes away is out of use; what lies in it stays, and whoever looks after it brings it back. */
export async function removeCalendar(call: Call): Promise<DavAnswer> {
  const { place } = call
  if (place.kind !== 'calendar') throw new DavFault(403)
  if (isDaySlug(place.id)) throw mayNotWrite(call)
  const calendar = await call.viewing(view => calendarAt(view, place.id))
  await call.act(retireCalendar, { id: calendar.id })
  forgetName(call, place.id)
  return plain(204)
}
