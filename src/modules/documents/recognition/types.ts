import type { Box } from '../reading/types.ts'

/** The names under which fields are known everywhere: `kontor read`, the confirm view, the database. */
export const fieldNames = [
  'kind',
  'senderName',
  'senderVatNumber',
  'senderOrganisationNumber',
  'addressee',
  'number',
  'issuedOn',
  'dueOn',
  'periodFrom',
  'periodTo',
  'validUntil',
  'currency',
  'net',
  'vat',
  'total',
  'payable',
  'iban',
  'account',
  'bic',
  'reference',
  'orderNumber',
  'subject',
] as const
export type FieldName = (typeof fieldNames)[number]

export const documentKinds = [
  'bill',
  'credit-note',
  'reminder',
  'receipt',
  'contract',
  'application',
  'permit',
  'letter',
  'delivery-note',
  'order',
  'quote',
  'statement',
  'certificate',
  'report',
  'minutes',
  'mail',
  'advertising',
  'form',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface Alternative {
  readonly value: string
  readonly confidence: number
  readonly page: number | null
  readonly box: Box | null
}

/** One thing recognised: amounts are decimal strings, dates YYYY-MM-DD. */
export interface Field {
  readonly name: FieldName
  readonly value: string
  /** Where it was read; null when it came from an embedded e-invoice or a mail header. */
  readonly page: number | null
  readonly box: Box | null
  /** 0 to 1, calibrated: of the fields said 0.9, nine in ten are right. */
  readonly confidence: number
  /** Safe to confirm in a pile without looking: right in at least 99 of 100. */
  readonly sure: boolean
  /** Why it is believed or doubted, e.g. `check-digits-right`, `net-plus-vat-is-total`, `only-candidate`. */
  readonly reasons: readonly string[]
  readonly alternatives: readonly Alternative[]
}

export interface Recognition {
  readonly kind: DocumentKind
  readonly fields: readonly Field[]
  /** The sender known to the office that this one was matched with, or null. */
  readonly knownSender: string | null
}

/** Somebody the office already knows, to match the sender with. */
export interface KnownSender {
  readonly id: string
  readonly name: string
  readonly vatNumber?: string | null
  readonly organisationNumber?: string | null
  readonly ibans?: readonly string[]
  /** National accounts: Bankgiro, Plusgiro, Norwegian account numbers. */
  readonly accounts?: readonly string[]
}

export interface RecogniseOptions {
  /** Leaves out what stands in embedded XML: only what a person could read counts. */
  readonly visibleOnly?: boolean
  /** BCP 47; overrides the language found in the text. */
  readonly language?: string
  readonly knownSenders?: readonly KnownSender[]
  /** Dates far from it are doubted. */
  readonly today?: Temporal.PlainDate
  /** Settled before, by what a person said of papers that look like this one. */
  readonly kind?: DocumentKind
  /** ISO 3166-1 alpha-2 of the office: how ambiguous dates and bare register numbers are read. */
  readonly country?: string
}
