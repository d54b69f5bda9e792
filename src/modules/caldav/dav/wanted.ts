/** Which properties a request asks for (RFC 4918, 9.1), and the answer that tells those there are. */
import {
  childNamed,
  dav,
  emptyOf,
  hrefNode,
  isDav,
  keyOf,
  parseXml,
  statusNode,
  wrapped,
  type XmlElement,
  XmlRefused,
} from '../../../formats/dav/xml.ts'
import { DavFault } from '../reading/fault.ts'

export type Wanted =
  | { readonly what: 'all'; readonly also: readonly XmlElement[] }
  | { readonly what: 'names' }
  | { readonly what: 'these'; readonly names: readonly XmlElement[] }

export function readXml(text: string): XmlElement {
  try {
    // A multiget names thousands of addresses.
    return parseXml(text, { nodes: 40_000 })
  } catch (error) {
    if (error instanceof XmlRefused) throw new DavFault(400, null, { words: error.message })
    throw error
  }
}

/** Out of the element around prop, allprop or propname. */
export function wantedIn(element: XmlElement): Wanted {
  const has = (name: string) => childNamed(element, 'D', name)
  const prop = has('prop')
  if (prop) return { what: 'these', names: prop.children }
  if (has('propname')) return { what: 'names' }
  return { what: 'all', also: has('include')?.children ?? [] }
}

export function wantedOf(text: string): Wanted {
  if (!text.trim()) return { what: 'all', also: [] }
  const body = readXml(text)
  if (!isDav(body, 'propfind')) throw new DavFault(400)
  const kinds = body.children.filter(one => one.namespace === 'DAV:' && /^(?:prop|allprop|propname)$/.test(one.name))
  if (kinds.length !== 1) throw new DavFault(400)
  return wantedIn(body)
}

/** The inner XML of a property; null where it is not known here, undefined where it may not be told. */
export type Value = string | null

/** What a resource has: names that `allprop` gives, names that must be asked for, and their values. */
export interface Properties {
  readonly plain: readonly string[]
  readonly others: readonly string[]
  value(key: string, element: XmlElement | null): Value
}

const elementOf = (key: string): { namespace: string; name: string } | null => {
  const found = /^\{(.*)\}(.*)$/s.exec(key)
  return found ? { namespace: found[1]!, name: found[2]! } : null
}

const tagged = (key: string, inner: string): string => {
  const own = elementOf(key)
  if (own) return wrapped(own, inner)
  return inner ? `<${key}>${inner}</${key}>` : `<${key}/>`
}

/** One resource of a 207: what is there with 200, what is not with 404 (unless a program wants little: RFC 8144). */
export function responseOf(href: string, wanted: Wanted, properties: Properties, minimal = false): string {
  const found: string[] = []
  const missing: string[] = []
  if (wanted.what === 'names')
    for (const key of [...properties.plain, ...properties.others]) found.push(tagged(key, ''))
  else {
    if (wanted.what === 'all')
      for (const key of properties.plain) {
        const value = properties.value(key, null)
        if (value !== null) found.push(tagged(key, value))
      }
    for (const element of wanted.what === 'these' ? wanted.names : wanted.also) {
      const value = properties.value(keyOf(element), element)
      if (value === null) missing.push(emptyOf(element))
      else found.push(wrapped(element, value))
    }
  }
  const showMissing = missing.length > 0 && !minimal
  return `<D:response>${hrefNode(href)}${
    found.length > 0 || !showMissing ? dav('propstat', dav('prop', ...found), statusNode(200, 'OK')) : ''
  }${showMissing ? dav('propstat', dav('prop', ...missing), statusNode(404, 'Not Found')) : ''}</D:response>`
}
