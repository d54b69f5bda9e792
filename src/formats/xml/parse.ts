import { decodeXml } from './encoding.ts'
import type { XmlElement } from './element.ts'
import { XmlRefused } from './refused.ts'
import { Scanner } from './scan.ts'

export interface XmlLimits {
  /** Size of the file. */
  readonly bytes: number
  /** Elements inside one another. */
  readonly depth: number
  /** Elements and attributes together. */
  readonly nodes: number
}

/** Enough for a year of an office's books; a statement of 10,000 lines has 400,000 nodes. */
export const xmlLimits: XmlLimits = { bytes: 128_000_000, depth: 200, nodes: 8_000_000 }

/**
 * Reads a file of XML 1.0 with namespaces into a light tree. A document type declaration, an entity other than the five of
 * XML, anything from outside the file, and whatever exceeds the limits is refused by name (`XmlRefused`), before it costs:
 * nothing is ever expanded or fetched.
 */
export function parseXml(source: Uint8Array | string, limits: Partial<XmlLimits> = {}): XmlElement {
  const bounds = { ...xmlLimits, ...limits }
  if (source.length > bounds.bytes) throw new XmlRefused('xml-too-large', 0)
  const text = typeof source === 'string' ? source : decodeXml(source)
  return new Scanner(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, bounds).document()
}

/** As `parseXml`; null where the file is no XML that is read. */
export function parseXmlOrNull(source: Uint8Array | string, limits: Partial<XmlLimits> = {}): XmlElement | null {
  try {
    return parseXml(source, limits)
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return null
    throw thrown
  }
}
