import { decodeEntities } from './html.ts'
import { ReadingProblem } from './problem.ts'

export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/**
 * Walks XML in one pass, in time linear in its length, for its text alone. Entities of a document type are never expanded
 * (a document that declares some is refused), nothing outside the bytes is looked up, and damage is passed over.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open !== at) {
      yield { kind: 'text', text: decodeEntities(xml.slice(at, open === -1 ? undefined : open)) }
      if (open === -1) return
    }
    const next = markup(xml, open)
    if (next.token !== null) yield next.token
    at = next.end
  }
}

function markup(xml: string, open: number): { token: XmlToken | null; end: number } {
  if (xml.startsWith('<!--', open)) return { token: null, end: after(xml, '-->', open + 4) }
  if (xml.startsWith('<![CDATA[', open)) {
    const end = after(xml, ']]>', open + 9)
    return { token: { kind: 'text', text: xml.slice(open + 9, end - 3) }, end }
  }
  if (xml.startsWith('<?', open)) return { token: null, end: after(xml, '?>', open + 2) }
  if (xml.startsWith('<!', open)) return { token: null, end: afterDoctype(xml, open) }
  const end = tagEnd(xml, open + 1)
  const inside = xml.slice(open + 1, end - 1)
  if (inside.startsWith('/')) return { token: { kind: 'close', name: inside.slice(1).trim() }, end }
  const empty = inside.endsWith('/')
  const name = /^[^\s/>]*/.exec(inside)?.[0] ?? ''
  return { token: { kind: 'open', name, attributes: inside.slice(name.length), empty }, end }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found === -1 ? xml.length : found + mark.length
}

/** The end of a document type; one that declares entities is refused, since only attacks on us need them. */
function afterDoctype(xml: string, open: number): number {
  const plain = after(xml, '>', open)
  const bracket = xml.slice(open, plain).indexOf('[')
  if (bracket === -1) return plain
  const end = after(xml, ']', open + bracket)
  if (xml.slice(open + bracket, end).includes('<!ENTITY')) throw new ReadingProblem('xml-entities-refused')
  return after(xml, '>', end)
}

/** Past the `>` that ends a tag; one inside an attribute's quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at + 1
  }
  return xml.length
}

/** An attribute's value out of the text between a tag's name and its end. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '')
}

/** XML bytes as a string, by byte order mark or declared encoding (UTF-8 where none is, or where it is unknown). */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
