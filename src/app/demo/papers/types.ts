import type { DocumentKind } from '../../../modules/documents/recognition/types.ts'

export type Language = 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
export const languages: readonly Language[] = ['en', 'sv', 'nb', 'nl', 'ro', 'pt']

export type Country = 'SE' | 'NO' | 'NL' | 'RO' | 'PT' | 'GB' | 'IE' | 'DE'
export type Currency = 'SEK' | 'NOK' | 'EUR' | 'RON' | 'GBP'

/** What is printed about a fact, and where: box as fractions of the page (left, top, width, height), null outside pages. */
export interface Printed {
  readonly field: string
  readonly text: string
  readonly page: number
  readonly box: readonly [number, number, number, number] | null
}

/** What the paper says, known because we wrote it. Amounts are decimal strings, days YYYY-MM-DD, numbers without blanks. */
export interface Truth {
  readonly kind: DocumentKind
  readonly language: Language | 'de'
  readonly senderName: string | null
  readonly organisationNumber: string | null
  readonly vatNumber: string | null
  readonly addressee: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  readonly dueOn: string | null
  readonly validUntil: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly currency: Currency | null
  readonly net: string | null
  readonly vat: string | null
  readonly total: string | null
  readonly iban: string | null
  readonly bic: string | null
  /** National account as printed: Bankgiro 5730-9122, kontonummer 1503 61 12345. */
  readonly account: string | null
  readonly reference: string | null
  readonly orderNumber: string | null
  readonly subject: string | null
  readonly confidential: boolean
  /** Pages, in reading order, lines parted by line feeds and pages by form feeds. */
  readonly text: string
  readonly printed: readonly Printed[]
  /** Name of the paper that this one repeats, or belongs to (a reminder, a credit note). */
  readonly repeats: string | null
  readonly belongsTo: string | null
  /** Papers inside: attachments of a mail, entries of a ZIP, receipts laid on one glass. */
  readonly inside: readonly { readonly name: string; readonly truth: Truth }[]
  /** For people who read truth.json: why this paper exists. */
  readonly note: string | null
}

export interface Paper {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly truth: Truth
  readonly arrivesBy: 'scan' | 'mail' | 'upload'
  /** RFC 3339 with the office's offset. */
  readonly arrivedAt: string
}

/** A paper drawn but not yet wrapped: what a mail, a scan or a ZIP is made of. */
export interface Sheaf {
  readonly name: string
  readonly pdf: Uint8Array
  readonly truth: Truth
}
