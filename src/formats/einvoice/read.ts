import { type XmlElement, child } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { readCii } from './read-cii.ts'
import { readUbl } from './read-ubl.ts'
import { type ReadInvoice, type Syntax, indexOf } from './reading.ts'

/** The syntax of a root element, or null where it is no invoice that is known. */
export function syntaxOf(root: XmlElement): Syntax | null {
  if (root.name === 'Invoice' || root.name === 'CreditNote') return isUbl(root) ? 'ubl' : null
  return root.name === 'CrossIndustryInvoice' || root.name === 'CrossIndustryDocument' ? 'cii' : null
}

/** Other formats have a root `Invoice` too; UBL's is in its namespace. */
function isUbl(root: XmlElement): boolean {
  return /^urn:oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2$/.test(root.namespace)
}

/** Reads one parsed file as an e-invoice; null when it is none. */
export function readInvoice(root: XmlElement): ReadInvoice | null {
  const syntax = syntaxOf(root)
  if (!syntax) return null
  return { syntax, root, invoice: syntax === 'ubl' ? readUbl(root) : readCii(root), named: indexOf(root) }
}

/** Reads the bytes of one XML file; null when it is no e-invoice. Throws `XmlRefused` for what is not read as XML. */
export function readInvoiceFile(bytes: Uint8Array | string): ReadInvoice | null {
  return readInvoice(parseXml(bytes))
}

/** Whether a file is a ZUGFeRD 1 invoice: read, but not of EN 16931, so not checked by its rules. */
export function isZugferd1(root: XmlElement): boolean {
  return root.name === 'CrossIndustryDocument' || child(root, 'HeaderExchangedDocument') !== null
}
