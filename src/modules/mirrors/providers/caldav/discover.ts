/** From what a person typed to the calendars behind it (RFC 6764, 6; RFC 5397; RFC 4791, 6.2.1). */
import { dav, document, node } from '../../../../formats/dav/xml.ts'
import { child, childrenOf } from '../../../../formats/xml/element.ts'
import { MirrorFault, type RemoteCalendar } from '../../provider.ts'
import type { Dav, DavResponse } from './dav.ts'

const asked = (...names: string[]): string => document(dav('propfind', dav('prop', ...names)))

const hrefIn = (response: DavResponse | undefined, name: string): string | null => {
  const value = response?.prop(name)
  const href = value && child(value, 'href')?.text.trim()
  return href ? new URL(href, response!.url).href : null
}

const isCalendar = (response: DavResponse): boolean => {
  const type = response.prop('resourcetype')
  return type !== null && child(type, 'calendar') !== null
}

const calendarProps = [
  dav('resourcetype'),
  dav('displayname'),
  dav('current-user-privilege-set'),
  node('C:supported-calendar-component-set'),
]

function calendarOf(response: DavResponse): RemoteCalendar | null {
  if (!isCalendar(response)) return null
  const components = response.prop('supported-calendar-component-set')
  const names = components ? childrenOf(components, 'comp').map(one => one.attributes[0]?.value.toUpperCase()) : []
  if (names.length > 0 && !names.includes('VEVENT')) return null
  const privileges = response.prop('current-user-privilege-set')
  const held = privileges
    ? childrenOf(privileges, 'privilege').flatMap(({ children }) => children.map(({ name }) => name))
    : null
  const last = decodeURIComponent(response.path.split('/').filter(Boolean).at(-1) ?? '')
  return {
    id: response.url,
    name: (response.prop('displayname')?.text.trim() || last).slice(0, 200),
    writable: held === null || held.some(name => /^(all|write|write-content|bind)$/.test(name)),
  }
}

/** What is at an address: a principal's, a home's or a calendar's own. */
async function look(to: Dav, url: string) {
  const props = asked(dav('current-user-principal'), node('C:calendar-home-set'), ...calendarProps)
  const answer = await to.multistatus('PROPFIND', url, '0', props)
  return 'responses' in answer ? answer.responses[0] : undefined
}

export async function findCalendars(to: Dav, address: string): Promise<RemoteCalendar[]> {
  const wellKnown = new URL('/.well-known/caldav', address).href
  for (const start of [address, wellKnown, new URL('/', address).href]) {
    let here: DavResponse | undefined
    try {
      here = await look(to, start)
    } catch (thrown) {
      if (start === address || !(thrown instanceof MirrorFault) || thrown.problem === 'sign-in-refused') throw thrown
    }
    if (!here) continue
    if (isCalendar(here)) return [calendarOf(here)].filter(one => one !== null)
    const principal = hrefIn(here, 'current-user-principal')
    const home =
      hrefIn(here, 'calendar-home-set') ?? (principal && hrefIn(await look(to, principal), 'calendar-home-set'))
    if (!home) continue
    const listed = await to.multistatus('PROPFIND', home, '1', asked(...calendarProps))
    if ('responses' in listed) return listed.responses.flatMap(one => calendarOf(one) ?? [])
  }
  throw new MirrorFault('calendar-missing')
}
