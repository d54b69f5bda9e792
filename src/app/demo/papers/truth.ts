import type { Bill } from './bill.ts'
import { decimal } from './formats.ts'
import type { Drawn } from './sheet.ts'
import type { Printed, Truth } from './types.ts'

export const emptyTruth: Truth = {
  kind: 'other',
  language: 'en',
  senderName: null,
  organisationNumber: null,
  vatNumber: null,
  addressee: null,
  number: null,
  issuedOn: null,
  dueOn: null,
  validUntil: null,
  periodFrom: null,
  periodTo: null,
  currency: null,
  net: null,
  vat: null,
  total: null,
  iban: null,
  bic: null,
  account: null,
  reference: null,
  orderNumber: null,
  subject: null,
  confidential: false,
  text: '',
  printed: [],
  repeats: null,
  belongsTo: null,
  inside: [],
  note: null,
}

/** Facts count only where they stand on the paper: what was not printed cannot be asked of a reader. */
const onlyPrinted = (truth: Truth, printed: readonly Printed[]): Truth => {
  const fields = new Set(printed.map(({ field }) => field))
  const kept = { ...truth } as Record<string, unknown>
  for (const field of printable) if (!fields.has(field)) kept[field] = null
  return kept as unknown as Truth
}

/** The fields of truth that are printed as literal text. */
export const printable = [
  'senderName',
  'organisationNumber',
  'vatNumber',
  'addressee',
  'number',
  'issuedOn',
  'dueOn',
  'validUntil',
  'currency',
  'net',
  'vat',
  'total',
  'iban',
  'bic',
  'account',
  'reference',
  'orderNumber',
  'subject',
] as const satisfies readonly (keyof Truth)[]

/** What a drawn paper states: the given facts, so far as they were printed, with text and places. */
export const truthOf = (drawn: Drawn, given: Partial<Truth>): Truth => ({
  ...onlyPrinted({ ...emptyTruth, ...given }, drawn.printed),
  text: drawn.text,
  printed: drawn.printed,
})

/** The facts of a bill and its kin; credit notes are stated as printed, without a minus sign. */
export const factsOf = (bill: Bill): Partial<Truth> => ({
  kind: bill.kind,
  language: bill.seller.language,
  senderName: bill.seller.name,
  organisationNumber: bill.seller.organisation.replace(/\s/g, ''),
  vatNumber: bill.seller.vat,
  addressee: bill.buyer.name,
  number: bill.number,
  issuedOn: bill.issuedOn,
  dueOn: bill.kind === 'quote' ? null : bill.dueOn,
  validUntil: bill.kind === 'quote' ? bill.dueOn : null,
  periodFrom: bill.period?.[0] ?? null,
  periodTo: bill.period?.[1] ?? null,
  currency: bill.currency,
  net: decimal(bill.totals.net_minor),
  vat: decimal(bill.totals.vat_minor),
  total: decimal(bill.totals.total_minor),
  iban: bill.bank.iban,
  bic: bill.bank.bic,
  account: bill.bank.account,
  reference: bill.reference,
  orderNumber: bill.orderNumber,
  belongsTo: bill.about?.number ?? null,
})
