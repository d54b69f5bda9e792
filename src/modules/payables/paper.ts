/** What a confirmed paper says becomes a bill's columns. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { type FactColumns, payeeName } from './facts.ts'
import { accountFrom, numberKey, referenceFrom } from './pay-to.ts'

export interface Paper {
  readonly document_id: string
  readonly kind: 'bill' | 'credit-note' | 'reminder'
  readonly sender_id: string | null
  readonly sender_name: string | null
  readonly number: string | null
  readonly issued_on: Temporal.PlainDate | null
  readonly due_on: Temporal.PlainDate | null
  readonly period_from: Temporal.PlainDate | null
  readonly period_to: Temporal.PlainDate | null
  readonly currency: string | null
  readonly vat_minor: bigint | null
  readonly total_minor: bigint | null
  readonly iban: string | null
  readonly account: string | null
  readonly reference: string | null
  /** The entity beside a Multibanco reference. */
  readonly payment_entity: string | null
  readonly order_number: string | null
  readonly received_at: Temporal.Instant
  readonly name: string
}

export async function paperOf(act: Act, id: string): Promise<Paper | null> {
  const { rows } = await sql<Paper>`
    select document_id, kind, sender_id, sender_name, number, issued_on, due_on, period_from, period_to, currency, vat_minor, total_minor,
      iban, account, reference, payment_entity, order_number, received_at, name
    from documents.payable_fact where organisation_id = ${act.office.id} and document_id = ${id}`.execute(act.db())
  return rows[0] ?? null
}

/** A reference with the entity that it is paid with, where the paper has both. */
const referenceOf = ({ reference, payment_entity }: Paper): string =>
  payment_entity && /^\d{9}$/.test(reference!) ? `${payment_entity}${reference}` : reference!.slice(0, 140)

/** Days to pay in where the paper names none. */
const usualDays = 30

export async function columnsOf(act: Act, paper: Paper): Promise<FactColumns> {
  const { country, zone, currency } = act.office
  const received = paper.received_at.toZonedDateTimeISO(zone).toPlainDate()
  const issued = paper.issued_on ?? received
  const written = paper.account ?? paper.iban
  const account = written ? accountFrom(written, country) : null
  const reference = paper.reference ? referenceFrom(referenceOf(paper), account, country) : null
  const total = paper.total_minor !== null && paper.total_minor > 0n ? paper.total_minor : -(paper.total_minor ?? 0n)
  const vat = paper.vat_minor !== null && paper.vat_minor < 0n ? -paper.vat_minor : paper.vat_minor
  const inOrder =
    paper.period_from && paper.period_to && Temporal.PlainDate.compare(paper.period_from, paper.period_to) <= 0
  const name = (paper.sender_id && (await payeeName(act, paper.sender_id))) || paper.sender_name || paper.name
  return {
    supplier_id: paper.sender_id,
    supplier_name: name.slice(0, 200),
    number: paper.number?.slice(0, 100) || null,
    number_key: numberKey(paper.number),
    issued_on: issued,
    due_on: paper.due_on ?? issued.add({ days: usualDays }),
    book_on: issued,
    currency: paper.currency ?? currency,
    total_minor: total,
    vat_minor: vat !== null && vat <= total ? vat : null,
    period_from: inOrder ? paper.period_from : null,
    period_to: inOrder ? paper.period_to : null,
    reference_scheme: reference?.scheme ?? null,
    reference: reference?.value ?? null,
    pay_scheme: account?.scheme ?? null,
    pay_number: account?.number.slice(0, 40) ?? null,
    pay_bic: null,
    order_number: paper.order_number?.slice(0, 100) || null,
    method: reference?.scheme === 'multibanco' && account === null ? 'multibanco' : 'transfer',
    discount_on: null,
    discount_minor: null,
    note: '',
  }
}
