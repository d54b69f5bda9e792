/** The properties of what lies at an address (RFC 4918, 15), and the answers that carry them. */
import { principalHref } from '../../../kernel/dav/door.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Editing } from '../folders/locks.ts'
import { hrefOf } from '../../../formats/dav/path.ts'
import { isFolder, type Node } from './tree.ts'
import { dav, emptyOf, escapeXml, hrefNode, isDav, type XmlElement } from '../../../formats/dav/xml.ts'

/** Which properties were asked for; null: all. */
export type Wanted =
  | { readonly what: 'all' | 'names' }
  | { readonly what: 'these'; readonly names: readonly XmlElement[] }

/** Half the digest tells bytes apart as well, and some programs have little room for it in their headers. */
export const etagOfDigest = (digest: Buffer): string => `"${digest.toString('hex').slice(0, 32)}"`

export const etagOf = (node: Node): string | null =>
  node.kind === 'document' || node.kind === 'laid-down' ? etagOfDigest(node.file.digest) : null

const httpDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString()

/** The editing of an address as a program is told it (RFC 4918, 15.8). */
export function activeLock(lock: Editing, root: string, at: Temporal.Instant): string {
  const seconds = Math.max(0, Math.round(lock.until_at.since(at).total('seconds')))
  return dav(
    'activelock',
    dav('locktype', dav('write')),
    dav('lockscope', dav(lock.shared ? 'shared' : 'exclusive')),
    dav('depth', lock.whole ? 'infinity' : '0'),
    ...(lock.owner ? [dav('owner', lock.owner)] : []),
    dav('timeout', `Second-${seconds}`),
    dav('locktoken', dav('href', `opaquelocktoken:${lock.token}`)),
    dav('lockroot', dav('href', escapeXml(root))),
  )
}

const lockEntries = ['exclusive', 'shared']
  .map(scope => dav('lockentry', dav('lockscope', dav(scope)), dav('locktype', dav('write'))))
  .join('')

/** Every property there is here, by its name in DAV:. */
export function propertiesOf(
  node: Node,
  prefix: string,
  at: Temporal.Instant,
  principalId: string,
): ReadonlyMap<string, string> {
  const href = hrefOf(prefix, node.parts, isFolder(node))
  const all = new Map<string, string>([
    ['displayname', escapeXml(node.parts.at(-1) ?? 'Kontor')],
    ['resourcetype', isFolder(node) ? dav('collection') : ''],
    ['supportedlock', node.kind === 'class' || node.kind === 'root' ? '' : lockEntries],
    ['lockdiscovery', node.locks.map(lock => activeLock(lock, href, at)).join('')],
  ])
  if (node.kind === 'root') {
    all.set('current-user-principal', hrefNode(principalHref(principalId)))
    all.set('principal-collection-set', hrefNode('/dav/principals/'))
  }
  if (node.kind === 'document' || node.kind === 'laid-down') {
    all.set('getcontentlength', String(node.file.size))
    all.set('getcontenttype', escapeXml(node.file.mediaType))
    all.set('getetag', escapeXml(etagOf(node)!))
    all.set('getlastmodified', httpDate(node.file.changedAt))
    all.set('creationdate', new Date(node.file.createdAt.epochMilliseconds).toISOString())
  }
  return all
}

const status = (code: number, words: string): string => dav('status', `HTTP/1.1 ${code} ${words}`)

/** One resource of a 207: what is there with 200, what is not with 404. */
export function responseOf(
  node: Node,
  wanted: Wanted,
  prefix: string,
  { at, principal }: Pick<View, 'at' | 'principal'>,
): string {
  const all = propertiesOf(node, prefix, at, principal.id)
  const known = (element: XmlElement) => isDav(element, element.name) && all.has(element.name)
  const given =
    wanted.what === 'these'
      ? wanted.names.filter(known).map(({ name }) => dav(name, all.get(name)!))
      : [...all].map(([name, value]) => (wanted.what === 'names' ? dav(name) : dav(name, value)))
  const missing = wanted.what === 'these' ? wanted.names.filter(name => !known(name)).map(emptyOf) : []
  return dav(
    'response',
    dav('href', escapeXml(hrefOf(prefix, node.parts, isFolder(node)))),
    ...(given.length > 0 || missing.length === 0 ? [dav('propstat', dav('prop', ...given), status(200, 'OK'))] : []),
    ...(missing.length > 0 ? [dav('propstat', dav('prop', ...missing), status(404, 'Not Found'))] : []),
  )
}

/** The times of its own that Windows writes beside a file: taken note of and not kept, since it gives up a copy otherwise. */
const windowsTimes = 'urn:schemas-microsoft-com:'

/** The answer to PROPPATCH: nothing that a program says of a file is kept beside it; all or nothing (RFC 4918, 9.2). */
export function patchedOf(href: string, update: XmlElement): string {
  const properties = update.children
    .filter(child => isDav(child, 'set') || isDav(child, 'remove'))
    .flatMap(({ children }) => children.filter(child => isDav(child, 'prop')).flatMap(prop => prop.children))
  const refused = properties.filter(({ namespace }) => namespace !== windowsTimes)
  const letGo = properties.filter(({ namespace }) => namespace === windowsTimes)
  const group = (elements: readonly XmlElement[], code: number, words: string) =>
    elements.length > 0 ? [dav('propstat', dav('prop', ...elements.map(emptyOf)), status(code, words))] : []
  return dav(
    'response',
    dav('href', escapeXml(href)),
    ...group(refused, 403, 'Forbidden'),
    ...(refused.length > 0 ? group(letGo, 424, 'Failed Dependency') : group(letGo, 200, 'OK')),
  )
}
