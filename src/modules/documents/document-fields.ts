/** The fields of a document as one set, and what follows from them: its columns, its title, and whether it is sure. */
import { askedFields, moneyKinds } from './asked-fields.ts'
import type { DocumentKind, FieldName } from './contract/words.ts'
import { amountOf, dayOf } from './field-value.ts'

export interface KnownField {
  readonly value: string
  readonly sure: boolean
}

export type FieldSet = ReadonlyMap<FieldName, KnownField>

/** What the fields say, in the types of the document's columns. */
export function columnsOf(fields: FieldSet) {
  const text = (name: FieldName) => fields.get(name)?.value ?? null
  const day = (name: FieldName) => dayOf(fields.get(name)?.value)
  const currency = text('currency')
  const minor = (name: FieldName) => amountOf(fields.get(name)?.value, currency)?.minor ?? null
  return {
    sender_name: text('senderName'),
    addressee: text('addressee'),
    number: text('number'),
    subject: text('subject'),
    issued_on: day('issuedOn'),
    due_on: day('dueOn'),
    period_from: day('periodFrom'),
    period_to: day('periodTo'),
    valid_until: day('validUntil'),
    currency,
    net_minor: minor('net'),
    vat_minor: minor('vat'),
    total_minor: minor('total'),
    iban: text('iban'),
    account: text('account'),
    reference: text('reference'),
    order_number: text('orderNumber'),
  }
}

export interface Circumstances {
  readonly kind: DocumentKind
  readonly senderKnown: boolean
  /** Flagged as a duplicate, and nobody has settled it. */
  readonly duplicateOpen: boolean
  /** Accounts that its known sender was never paid to. */
  readonly changedAccounts: readonly FieldName[]
  /** It could not be read, or not all of it. */
  readonly incomplete: boolean
}

export interface Sureness {
  readonly sure: boolean
  /** Fields that were read but are doubtful, with a sender or an account that nobody knows where money is asked for. */
  readonly doubts: readonly FieldName[]
  /** Needed fields that were not found. */
  readonly missing: readonly FieldName[]
}

/** Where a mistake costs nobody anything: read for search, not looked at before a pile is confirmed. */
const harmless: ReadonlySet<FieldName> = new Set(['addressee', 'orderNumber', 'subject', 'periodFrom', 'periodTo'])

/** Whether everything that its kind needs is there and sure, so that it may be confirmed in a pile without looking. */
export function surenessOf(
  fields: FieldSet,
  { kind, senderKnown, changedAccounts, duplicateOpen, incomplete }: Circumstances,
): Sureness {
  const { needed, also } = askedFields(kind)
  const missing = needed.filter(name => !fields.has(name))
  const asked: FieldName[] = ['kind', ...needed, ...also]
  const doubts = new Set(
    asked.filter(name => fields.get(name)?.sure === false && (needed.includes(name) || !harmless.has(name))),
  )
  if (moneyKinds.has(kind) && !senderKnown && fields.has('senderName')) doubts.add('senderName')
  for (const name of changedAccounts) doubts.add(name)
  const currency = fields.get('currency')?.value ?? null
  for (const name of ['net', 'vat', 'total'] as const) {
    const field = fields.get(name)
    if (field && asked.includes(name) && amountOf(field.value, currency) === null) doubts.add(name)
  }
  // What would rather be thrown away is a person's to say, however sure it is what it is.
  const worthKeeping = kind !== 'advertising'
  const sure =
    worthKeeping && doubts.size === 0 && missing.length === 0 && fields.has('kind') && !duplicateOpen && !incomplete
  return { sure, doubts: [...doubts], missing }
}

/** Who it is from and which one it is; the file's name where nothing is known. */
export function titleOf(fields: FieldSet, fileName: string): string {
  const sender = fields.get('senderName')?.value
  const which = fields.get('number')?.value ?? fields.get('subject')?.value
  return [sender, which].filter(Boolean).join(' · ').slice(0, 300) || fileName
}
