/** XML of WebDAV (RFC 4918, 14): bodies of requests by names in their namespaces, answers through a writer that escapes. */
import { attribute, xmlTokens } from '../reading/xml-tokens.ts'

/** `{DAV:}prop`: a name with its namespace. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** What a program sent is not XML, or more than such a request can need. */
export class XmlRefused extends Error {}

const deepest = 20
const mostElements = 2000

interface Open {
  readonly element: { namespace: string; name: string; children: XmlElement[]; text: string }
  readonly raw: string
  readonly spaces: ReadonlyMap<string, string>
}

/** The namespaces declared on a tag, over those around it (Namespaces in XML 1.0). */
function spacesOf(attributes: string, around: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const spaces = new Map(around)
  for (const [, prefix = ''] of attributes.matchAll(/(?:^|\s)xmlns(?::([\w.-]+))?\s*=/g)) {
    const value = attribute(attributes, prefix ? `xmlns:${prefix}` : 'xmlns') ?? ''
    if (prefix && !value) throw new XmlRefused('a prefix of nothing')
    spaces.set(prefix, value)
  }
  return spaces
}

function named(raw: string, spaces: ReadonlyMap<string, string>): { namespace: string; name: string } {
  const [prefix, name] = raw.includes(':') ? (raw.split(':', 2) as [string, string]) : ['', raw]
  const namespace = spaces.get(prefix)
  if (!name || (prefix && namespace === undefined)) throw new XmlRefused('a name without its namespace')
  return { namespace: namespace ?? '', name }
}

/** Reads one whole element; document types, damage and what is too deep or too much are refused. */
export function parseXml(body: string): XmlElement {
  if (/<!DOCTYPE/i.test(body)) throw new XmlRefused('a document type')
  const stack: Open[] = []
  let root: XmlElement | null = null
  let count = 0
  for (const token of xmlTokens(body)) {
    const top = stack.at(-1)
    if (token.kind === 'text') {
      if (top) top.element.text += token.text
      else if (token.text.replace(/^\ufeff/, '').trim()) throw new XmlRefused('text outside')
      continue
    }
    if (token.kind === 'close') {
      if (top?.raw !== token.name) throw new XmlRefused('not closed as it was opened')
      stack.pop()
      continue
    }
    if ((root && !top) || ++count > mostElements || stack.length >= deepest) throw new XmlRefused('more than one asks')
    const attributes = token.empty ? token.attributes.replace(/\/$/, '') : token.attributes
    const spaces = spacesOf(attributes, top?.spaces ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))
    const element = { ...named(token.name, spaces), children: [], text: '' }
    top?.element.children.push(element)
    root ??= element
    if (!token.empty) stack.push({ element, raw: token.name, spaces })
  }
  if (!root || stack.length > 0) throw new XmlRefused('nothing, or not whole')
  return root
}

export const isDav = (element: XmlElement, name: string): boolean =>
  element.namespace === 'DAV:' && element.name === name

export const davChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(child => isDav(child, name))

/** Text as it may stand in XML 1.0: signs that mean something are escaped, those that may not stand there are left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}

/** An element of DAV: around what is XML already. */
export const dav = (name: string, ...inner: readonly string[]): string =>
  inner.length === 0 ? `<D:${name}/>` : `<D:${name}>${inner.join('')}</D:${name}>`

/** An empty element of any namespace, as it was asked for. */
export const emptyOf = ({ namespace, name }: Pick<XmlElement, 'namespace' | 'name'>): string =>
  namespace === 'DAV:' ? dav(name) : namespace ? `<${name} xmlns="${escapeXml(namespace)}"/>` : `<${name} xmlns=""/>`

export const document = (inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${inner.replace(/^<D:([\w-]+)/, '<D:$1 xmlns:D="DAV:"')}`
