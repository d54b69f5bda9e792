/** XML of WebDAV (RFC 4918, 14): bodies of requests by names in their namespaces, answers through a writer that escapes. */
import type { XmlElement } from '../xml/element.ts'
import { parseXml as parse } from '../xml/parse.ts'
import { XmlRefused } from '../xml/refused.ts'

export { type XmlElement, XmlRefused }

export const namespaces = {
  D: 'DAV:',
  C: 'urn:ietf:params:xml:ns:caldav',
  CR: 'urn:ietf:params:xml:ns:carddav',
  CS: 'http://calendarserver.org/ns/',
  A: 'http://apple.com/ns/ical/',
} as const
type Prefix = keyof typeof namespaces

/** Larger than any such request needs: a multiget names some thousand addresses. */
const limits = { bytes: 4_000_000, depth: 24, nodes: 2000 }

/** Reads one whole element; document types, damage and what is too deep or too much are refused (`XmlRefused`). */
export function parseXml(body: string, most: Partial<typeof limits> = {}): XmlElement {
  // A prefix of nothing (Namespaces in XML 1.0, 2.2).
  if (/\sxmlns:[\w.-]+\s*=\s*(?:""|'')/.test(body))
    throw new XmlRefused('xml-not-well-formed', 0, 'a prefix of nothing')
  return parse(body, { ...limits, ...most })
}

export type Named = Pick<XmlElement, 'namespace' | 'name'>

export const isDav = (element: Named, name: string): boolean => element.namespace === 'DAV:' && element.name === name

export const davChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(child => isDav(child, name))

/** The first child of that name in the namespace that answers call `prefix`. */
export const childNamed = (element: XmlElement, prefix: Prefix, name: string): XmlElement | undefined =>
  element.children.find(child => child.name === name && child.namespace === namespaces[prefix])

const prefixes = new Map<string, string>(Object.entries(namespaces).map(([prefix, space]) => [space, prefix]))

/** `C:calendar-data`, as answers write it; `{urn:of-others}name` for names of namespaces that are not ours. */
export const keyOf = ({ namespace, name }: Named): string => {
  const prefix = prefixes.get(namespace)
  return prefix ? `${prefix}:${name}` : `{${namespace}}${name}`
}

/** Text as it may stand in XML 1.0: signs that mean something are escaped, those that may not stand there are left out. */
export function escapeXml(text: string): string {
  // Most texts hold nothing of the kind, and answers hold thousands of them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
  if (!/[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/\r/g, '&#13;')
  )
}

/** An element of ours, its prefix one of `namespaces`: around what is XML already. */
export const node = (name: `${Prefix}:${string}`, ...inner: readonly string[]): string =>
  inner.length === 0 ? `<${name}/>` : `<${name}>${inner.join('')}</${name}>`

/** An element of DAV: around what is XML already. */
export const dav = (name: string, ...inner: readonly string[]): string => node(`D:${name}`, ...inner)

/** An address as an element. */
export const hrefNode = (href: string): string => `<D:href>${escapeXml(href)}</D:href>`

/** An element of any namespace, as it was asked for, around what is XML already. */
export function wrapped(element: Named, inner = ''): string {
  const { namespace, name } = element
  const prefix = prefixes.get(namespace)
  const [open, close] = prefix
    ? [`${prefix}:${name}`, `${prefix}:${name}`]
    : [`${name} xmlns="${escapeXml(namespace)}"`, name]
  return inner ? `<${open}>${inner}</${close}>` : `<${open}/>`
}

/** An empty element of any namespace, as it was asked for. */
export const emptyOf = (element: Named): string => wrapped(element)

const declarations = Object.entries(namespaces)
  .map(([prefix, space]) => ` xmlns:${prefix}="${space}"`)
  .join('')

/** A whole answer: every namespace of ours is declared on its root. */
export const document = (inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${inner.replace(/^<(\w+:[\w-]+)/, `<$1${declarations}`)}`

export const statusNode = (code: number, words: string): string => `<D:status>HTTP/1.1 ${code} ${words}</D:status>`

/** An element again as text, whatever is in it: what a program keeps with us comes back as it was. */
export function textOfElement(element: XmlElement): string {
  const attributes = element.attributes.map(({ name, namespace, value }, at) =>
    namespace === ''
      ? ` ${name}="${escapeXml(value)}"`
      : namespace === 'http://www.w3.org/XML/1998/namespace'
        ? ` xml:${name}="${escapeXml(value)}"`
        : ` xmlns:n${at}="${escapeXml(namespace)}" n${at}:${name}="${escapeXml(value)}"`,
  )
  const inner = escapeXml(element.text) + element.children.map(textOfElement).join('')
  const open = `<${element.name} xmlns="${escapeXml(element.namespace)}"${attributes.join('')}`
  return inner ? `${open}>${inner}</${element.name}>` : `${open}/>`
}
