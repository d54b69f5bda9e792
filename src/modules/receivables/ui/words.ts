import type { InputOf, OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  createInvoice,
  getCustomer,
  getInvoice,
  getInvoicing,
  getQuote,
  getRecurring,
  listDue,
  listInvoices,
  listOwing,
  listRecurring,
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
export type RecurringDetail = OutputOf<typeof getRecurring>
export type RecurringLine = OutputOf<typeof listRecurring>['rows'][number]
export type CustomerDetail = OutputOf<typeof getCustomer>
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

export const recurringStates = ['running', 'paused', 'ended'] as const
export const recurringGlyphs: Readonly<Record<RecurringLine['state'], Glyph>> = {
  running: 'half',
  paused: 'waits',
  ended: 'ended',
}
export const rhythmNames = ['month', 'two-months', 'quarter', 'four-months', 'half-year', 'year'] as const
export const periodNames = ['none', 'past', 'current', 'following'] as const
export const wayNames = ['draft', 'issue', 'send'] as const

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

/** The page of a customer: what they owe and what is agreed. */
export const customerHref = ({ id }: { readonly id: string }): string => `/invoices/customers/${id}`

/** The page of a firm or a person in the directory. */
export const partyHref = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  kind === 'person' ? `/people/${id}` : `/organisations/${id}`
