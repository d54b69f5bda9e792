/** The XML of one file's answers, and what its requests say of time. */
import type { Hold } from '../../kernel/dav/opening.ts'
import { dav, emptyOf, escapeXml, isDav, statusNode, type XmlElement } from '../../formats/dav/xml.ts'

const longest = 3600
const usual = 600

/** One resource of a 207: what is there with 200, what is not with 404; null asks for all. */
export function responseOf(
  href: string,
  known: ReadonlyMap<string, string>,
  wanted: readonly XmlElement[] | null,
): string {
  const isKnown = (one: XmlElement) => isDav(one, one.name) && known.has(one.name)
  const names = wanted ? wanted.filter(isKnown).map(({ name }) => name) : [...known.keys()]
  const missing = (wanted ?? []).filter(one => !isKnown(one))
  return dav(
    'response',
    dav('href', escapeXml(href)),
    dav('propstat', dav('prop', ...names.map(name => dav(name, known.get(name)!))), statusNode(200, 'OK')),
    ...(missing.length > 0
      ? [dav('propstat', dav('prop', ...missing.map(emptyOf)), statusNode(404, 'Not Found'))]
      : []),
  )
}

/** The hold on a file as a program is told it (RFC 4918, 15.8). */
export function activeLock(lock: Hold, href: string, at: Temporal.Instant, owner: string): string {
  const seconds = Math.max(1, Math.round(lock.until.since(at).total('seconds')))
  return dav(
    'activelock',
    dav('locktype', dav('write')),
    dav('lockscope', dav('exclusive')),
    dav('depth', '0'),
    ...(owner ? [dav('owner', owner)] : []),
    dav('timeout', `Second-${seconds}`),
    dav('locktoken', dav('href', `opaquelocktoken:${lock.token}`)),
    dav('lockroot', dav('href', escapeXml(href))),
  )
}

/** How long is asked for (RFC 4918, 10.7), an hour at most. */
export function secondsOf(header: string | undefined): number {
  const first = header?.split(',')[0]?.trim() ?? ''
  if (/^infinite$/i.test(first)) return longest
  return Math.max(1, Math.min(longest, Number(/^Second-(\d{1,10})$/i.exec(first)?.[1] ?? usual)))
}
