import type { InputOf, OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  createInvoice,
  getInvoice,
  getInvoicing,
  getQuote,
  listDue,
  listInvoices,
  listOwing,
  listQuotes,
  previewPaper,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type InvoiceKeys = keyof typeof en
export type InvoiceDetail = OutputOf<typeof getInvoice>
export type InvoiceLine = OutputOf<typeof listInvoices>['rows'][number]
export type QuoteDetail = OutputOf<typeof getQuote>
export type QuoteLine = OutputOf<typeof listQuotes>['rows'][number]
export type DueRow = OutputOf<typeof listDue>['rows'][number]
export type OwingRow = OutputOf<typeof listOwing>['rows'][number]
export type Invoicing = OutputOf<typeof getInvoicing>
export type PaperShown = OutputOf<typeof previewPaper>
export type ContentGiven = Omit<InputOf<typeof createInvoice>, 'customerId'> & { validUntil?: string | null }
export type LineGiven = NonNullable<ContentGiven['lines']>[number]

export const invoiceStates = [
  'draft',
  'issued',
  'sent',
  'partly-paid',
  'overdue',
  'paid',
  'credited',
  'written-off',
] as const
export const invoiceGlyphs: Readonly<Record<InvoiceLine['state'], Glyph>> = {
  draft: 'draft',
  discarded: 'ended',
  issued: 'open',
  sent: 'waits',
  'partly-paid': 'half',
  overdue: 'late',
  paid: 'done',
  credited: 'settled',
  'written-off': 'ended',
}
export const quoteStates = ['draft', 'sent', 'expired', 'accepted', 'declined', 'invoiced'] as const
export const quoteGlyphs: Readonly<Record<QuoteLine['state'], Glyph>> = {
  draft: 'draft',
  discarded: 'ended',
  sent: 'waits',
  expired: 'late',
  accepted: 'half',
  declined: 'ended',
  invoiced: 'done',
}

export const unitNames = [
  'piece',
  'hour',
  'day',
  'month',
  'km',
  'kg',
  'metre',
  'square-metre',
  'litre',
  'package',
  'flat',
] as const

/** The page of a customer, who is a firm or a person. */
export const partyHref = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  kind === 'person' ? `/people/${id}` : `/organisations/${id}`
