import type { Fact } from '../../../formats/einvoice/fact.ts'
import type { Invoice } from '../../../formats/einvoice/model.ts'
import { creditTypes } from '../../../formats/einvoice/credit-types.ts'
import { readInvoice } from '../../../formats/einvoice/read.ts'
import { type ReadInvoice, fact } from '../../../formats/einvoice/reading.ts'
import { parseXmlOrNull } from '../../../formats/xml/parse.ts'
import type { Reading } from '../reading/types.ts'
import { isoDate } from './date.ts'
import { normalDecimal } from './decimal.ts'
import type { DocumentKind, Field, FieldName } from './types.ts'

/** What an embedded e-invoice states; exact, so confidence is 1. */
export interface EInvoice {
  readonly kind: DocumentKind
  readonly fields: readonly Field[]
}

const mostBytes = 20_000_000

/** The first UBL or CII invoice among the parts of a reading, or null. What is attached to a mail is a paper of its own, not what the mail says. */
export function readEInvoice(reading: Reading): EInvoice | null {
  if (reading.mediaKind === 'mail') return null
  for (const part of reading.parts) {
    const xml = /xml/i.test(part.mediaType) || /\.xml$/i.test(part.name)
    if (!xml || part.bytes.length > mostBytes) continue
    const found = parseEInvoice(part.bytes)
    if (found) return found
  }
  return null
}

/** Reads one XML file as an e-invoice; null when it is none, or hostile. */
export function parseEInvoice(bytes: Uint8Array): EInvoice | null {
  const root = parseXmlOrNull(bytes, { bytes: mostBytes })
  const read = root && readInvoice(root)
  return read && extract(read)
}

/** What the semantic model says for each field of a paper; alternatives in order. */
function stated(read: ReadInvoice): Readonly<Partial<Record<FieldName, readonly (Fact | null | undefined)[]>>> {
  const { invoice, root, syntax } = read
  const { seller, buyer, totals, period, payments } = invoice
  const account = payments.find(one => one.account)?.account
  const byTrade = syntax === 'ubl'
  return {
    senderName: byTrade ? [seller?.tradingName, seller?.name] : [seller?.name],
    senderVatNumber: [seller?.vatId],
    senderOrganisationNumber: [seller?.legalId?.id, byTrade ? seller?.identifiers[0]?.id : seller?.taxId],
    addressee: byTrade ? [buyer?.tradingName, buyer?.name] : [buyer?.name],
    number: [invoice.number],
    issuedOn: [invoice.issuedOn],
    dueOn: [invoice.dueOn, fact(root, 'PaymentTerms/PaymentDueDate')],
    periodFrom: [period?.from],
    periodTo: [period?.to],
    currency: [invoice.currency],
    net: [totals?.net],
    vat: [vatOf(invoice), ...invoice.taxTotals.map(one => one.amount)],
    total: [totals?.gross, totals?.due],
    payable: [totals?.due],
    iban: [account?.id],
    bic: [account?.provider],
    reference: payments.map(one => one.reference),
    orderNumber: [invoice.order],
  }
}

/** The VAT in the currency of the invoice, where another in that of the books stands beside it. */
function vatOf(invoice: Invoice<Fact>): Fact | null {
  return invoice.taxTotals.find(one => one.amount && one.currency?.text === invoice.currency?.text)?.amount ?? null
}

const dateFields = new Set<FieldName>(['issuedOn', 'dueOn', 'periodFrom', 'periodTo'])
const amountFields = new Set<FieldName>(['net', 'vat', 'total', 'payable'])
const compactFields = new Set<FieldName>(['iban', 'bic', 'senderVatNumber'])

function extract(read: ReadInvoice): EInvoice | null {
  const credits = read.invoice.document === 'credit-note' || creditTypes.has(read.invoice.typeCode?.text ?? '')
  const kind: DocumentKind = credits ? 'credit-note' : 'bill'
  const fields: Field[] = [exact('kind', kind)]
  for (const [name, facts] of Object.entries(stated(read)) as [FieldName, readonly (Fact | null | undefined)[]][]) {
    const said = facts.find(one => one?.text)?.text.slice(0, 500) ?? null
    const value = normal(name, said)
    if (value !== null) fields.push(exact(nameFor(name, value), value))
  }
  return fields.some(field => field.name === 'number' || field.name === 'total') ? { kind, fields } : null
}

/** National accounts travel in the place of the IBAN: Bankgiro, Norwegian account numbers. */
function nameFor(name: FieldName, value: string): FieldName {
  return name === 'iban' && !/^[A-Z]{2}\d{2}/.test(value) ? 'account' : name
}

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
