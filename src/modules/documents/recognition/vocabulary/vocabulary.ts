import type { DocumentKind } from '../types.ts'

/** What a label on a paper announces. Labels that announce something else of the same shape are named too: they win a value away. */
export const concepts = [
  // numbers
  ...([
    'number',
    'looseNumber',
    'orderNumber',
    'yourOrder',
    'reference',
    'yourReference',
    'ourReference',
    'customerNumber',
    'otherNumber',
  ] as const),
  // dates
  ...(['issued', 'looseDate', 'due', 'validUntil', 'period', 'otherDate', 'discountUntil'] as const),
  // amounts
  ...(['net', 'vat', 'vatTotal', 'total', 'sum', 'subtotal', 'payable', 'prepaid', 'rounding', 'otherAmount'] as const),
  ...(['lineAmount', 'tendered', 'change', 'excludingVat', 'includingVat', 'vatRate'] as const),
  // accounts and registers
  ...([
    'iban',
    'bic',
    'account',
    'bankgiro',
    'plusgiro',
    'sortCode',
    'entity',
    'vatNumber',
    'organisationNumber',
  ] as const),
  // parties and the rest
  ...(['seller', 'buyer', 'deliveryAddress', 'name', 'subject', 'currency', 'yours'] as const),
] as const
export type Concept = (typeof concepts)[number]

/** Phrases parted by `|`. Accents, case, spaces and punctuation do not matter when they are compared. */
export type Phrases = string

/** Words of one kind of paper: `titles` head it, `hints` occur in it. */
export interface KindWords {
  readonly titles: Phrases
  readonly hints: Phrases
}

/** The words of one language, as data. */
export interface Vocabulary {
  readonly language: string
  /** Twelve months, each with its full name first, then abbreviations and inflected forms. */
  readonly months: readonly Phrases[]
  readonly labels: Readonly<Partial<Record<Concept, Phrases>>>
  readonly kinds: Readonly<Partial<Record<DocumentKind, KindWords>>>
  /** Words for `number` that follow a title: Faktura *nr* 12. */
  readonly numberWords: Phrases
  /** Words for days in terms of payment: 30 *dagar* netto. */
  readonly dayWords: Phrases
  /** Words that stand near the days when they are terms of payment, not of delivery or discount. */
  readonly termWords: Phrases
  /** Between two dates of a period: 1/1 *till* 31/1. */
  readonly untilWords: Phrases
  /** Endings of company names. */
  readonly legalForms: Phrases
}

/** The phrases one by one. */
export function phrasesOf(phrases: Phrases): string[] {
  return phrases
    .split('|')
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')
}
