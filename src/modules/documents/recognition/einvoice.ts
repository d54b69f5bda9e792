import { type XmlElement, XmlDocument, ParseOption } from 'libxml2-wasm'
import type { Reading } from '../reading/types.ts'
import { isoDate } from './date.ts'
import { normalDecimal } from './decimal.ts'
import { cii } from './einvoice-cii.ts'
import { ubl } from './einvoice-ubl.ts'
import type { DocumentKind, Field, FieldName } from './types.ts'

/** Where each fact stands in one syntax: alternatives in order, steps by local name, `@` attributes. */
export interface Syntax {
  readonly roots: readonly string[]
  readonly typeCode: readonly string[]
  readonly fields: Readonly<Partial<Record<FieldName, readonly string[]>>>
}

/** What an embedded e-invoice states; exact, so confidence is 1. */
export interface EInvoice {
  readonly kind: DocumentKind
  readonly fields: readonly Field[]
}

const mostBytes = 20_000_000

/** The first UBL or CII invoice among the parts of a reading, or null. */
export function readEInvoice(reading: Reading): EInvoice | null {
  for (const part of reading.parts) {
    const xml = /xml/i.test(part.mediaType) || /\.xml$/i.test(part.name)
    if (!xml || part.bytes.length > mostBytes) continue
    const found = parseEInvoice(part.bytes)
    if (found) return found
  }
  return null
}

/** Reads one XML file as an e-invoice; null when it is none. Documents with a DTD are not parsed: no syntax has one. */
export function parseEInvoice(bytes: Uint8Array): EInvoice | null {
  if (Buffer.from(bytes.subarray(0, 65_536)).includes('<!DOCTYPE')) return null
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE })
  } catch {
    return null
  }
  try {
    if (document.dtd !== null) return null
    const root = document.root
    const syntax = [ubl, cii].find(one => one.roots.includes(root.name))
    return syntax ? extract(root, syntax) : null
  } catch {
    return null
  } finally {
    document.dispose()
  }
}

/** Steps and predicates by local names: `A/B[C/D='x']` → `*[local-name()='A']/…`. */
function xpathOf(path: string): string {
  return path.replace(/(^|[/[])([A-Z][A-Za-z]*)/g, "$1*[local-name()='$2']")
}

function textAt(root: XmlElement, paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = root.get(xpathOf(path))?.content.trim().replace(/\s+/g, ' ')
    if (text) return text.slice(0, 500)
  }
  return null
}

const dateFields = new Set<FieldName>(['issuedOn', 'dueOn', 'periodFrom', 'periodTo'])
const amountFields = new Set<FieldName>(['net', 'vat', 'total', 'payable'])
const compactFields = new Set<FieldName>(['iban', 'bic', 'senderVatNumber'])

function extract(root: XmlElement, syntax: Syntax): EInvoice | null {
  const type = textAt(root, syntax.typeCode) ?? (root.name === 'CreditNote' ? '381' : '380')
  const kind: DocumentKind = root.name === 'CreditNote' || creditTypes.has(type) ? 'credit-note' : 'bill'
  const fields: Field[] = [exact('kind', kind)]
  for (const [name, paths] of Object.entries(syntax.fields) as [FieldName, readonly string[]][]) {
    const value = normal(name, textAt(root, paths))
    if (value !== null) fields.push(exact(nameFor(name, value), value))
  }
  return fields.some(field => field.name === 'number' || field.name === 'total') ? { kind, fields } : null
}

/** National accounts travel in the place of the IBAN: Bankgiro, Norwegian account numbers. */
function nameFor(name: FieldName, value: string): FieldName {
  return name === 'iban' && !/^[A-Z]{2}\d{2}/.test(value) ? 'account' : name
}

/** UNTDID 1001: credit notes and corrected invoices that credit. */
const creditTypes = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'])

function normal(name: FieldName, text: string | null): string | null {
  if (text === null) return null
  if (amountFields.has(name)) return normalDecimal(text)
  if (name === 'bic' && !/^[A-Za-z]{6}[A-Za-z0-9]{2,5}$/.test(text)) return null
  if (compactFields.has(name)) return text.replace(/\s/g, '').toUpperCase()
  if (!dateFields.has(name)) return text
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text)
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function exact(name: FieldName, value: string): Field {
  return { name, value, page: null, box: null, confidence: 1, sure: true, reasons: ['e-invoice'], alternatives: [] }
}
