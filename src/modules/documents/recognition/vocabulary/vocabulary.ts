import type { DocumentKind } from '../types.ts'

/** What a label on a paper announces. Labels that announce something else of the same shape are named too: they win a value away. */
export const concepts = [
  // numbers
  'number',
  'looseNumber',
  'orderNumber',
  'reference',
  'yourReference',
  'customerNumber',
  'otherNumber',
  // dates
  'issued',
  'looseDate',
  'due',
  'validUntil',
  'period',
  'otherDate',
  'discountUntil',
  // amounts
  'net',
  'vat',
  'vatTotal',
  'total',
  'sum',
  'subtotal',
  'payable',
  'prepaid',
  'rounding',
  'otherAmount',
  'lineAmount',
  'tendered',
  'change',
  'excludingVat',
  'includingVat',
  'vatRate',
  // accounts and registers
  'iban',
  'bic',
  'account',
  'bankgiro',
  'plusgiro',
  'entity',
  'vatNumber',
  'organisationNumber',
  // parties and the rest
  'seller',
  'buyer',
  'deliveryAddress',
  'name',
  'subject',
  'currency',
  'yours',
] as const
export type Concept = (typeof concepts)[number]

/** Words of one kind of paper: `titles` head it, `hints` occur in it. */
export interface KindWords {
  readonly titles: readonly string[]
  readonly hints: readonly string[]
}

/** The words of one language, as data. Accents, case, spaces and punctuation do not matter when they are compared. */
export interface Vocabulary {
  readonly language: string
  /** Twelve months, each with its full name first, then abbreviations and inflected forms. */
  readonly months: readonly (readonly string[])[]
  readonly labels: Readonly<Partial<Record<Concept, readonly string[]>>>
  readonly kinds: Readonly<Partial<Record<DocumentKind, KindWords>>>
  /** Words for `number` that follow a title: Faktura *nr* 12. */
  readonly numberWords: readonly string[]
  /** Words for days in terms of payment: 30 *dagar* netto. */
  readonly dayWords: readonly string[]
  /** Words that stand near the days when they are terms of payment, not of delivery or discount. */
  readonly termWords: readonly string[]
  /** Between two dates of a period: 1/1 *till* 31/1. */
  readonly untilWords: readonly string[]
  /** Endings of company names. */
  readonly legalForms: readonly string[]
}
