/** Reading and writing quotes and invoices. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import type { Content } from './content.ts'
import { invoiceStateWrong, quoteStateWrong } from './contract/refusals.ts'
import {
  type InvoiceState,
  type Paper,
  paper as paperShape,
  type PaperWire,
  type QuoteState,
} from './contract/shapes.ts'
import { type Customer, customerOf } from './customers.ts'
import { type Made, paperOf } from './paper-of.ts'
import { settingOf } from './setting.ts'
import type { InvoiceTable, QuoteTable, ReceivablesTables } from './tables.ts'
import { saleCodesOn } from './vat-codes.ts'

export type InvoiceRow = Selectable<InvoiceTable>
export type QuoteRow = Selectable<QuoteTable>
type Reading = Pick<Standing, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<ReceivablesTables>()

export const invoiceOf = (at: Reading, id: string): Promise<InvoiceRow> =>
  dbOf(at)
    .selectFrom('receivables.invoice')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const quoteOf = (at: Reading, id: string): Promise<QuoteRow> =>
  dbOf(at)
    .selectFrom('receivables.quote')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateInvoice(act: Act, id: string, change: Updateable<InvoiceTable>): Promise<void> {
  await act
    .db<ReceivablesTables>()
    .updateTable('receivables.invoice')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export async function updateQuote(act: Act, id: string, change: Updateable<QuoteTable>): Promise<void> {
  await act
    .db<ReceivablesTables>()
    .updateTable('receivables.quote')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** 2026-0014: gapless within its year. */
export const numberOf = ({ year, serial }: { year: number | null; serial: bigint | string | null }): string =>
  serial === null ? '' : `${year}-${String(serial).padStart(4, '0')}`

export const paperOfRow = (row: { readonly paper: unknown }): Paper => paperShape.decode(row.paper as PaperWire)
export const contentOf = (row: { readonly content: unknown }): Content => row.content as Content

export function requireInvoice(act: Act, row: InvoiceRow, states: readonly InvoiceState[]): void {
  if (!states.includes(row.state)) act.refuse(invoiceStateWrong, { title: act.locked(row.id).title })
}

export function requireQuote(act: Act, row: QuoteRow, states: readonly QuoteState[]): void {
  if (!states.includes(row.state)) act.refuse(quoteStateWrong, { title: act.locked(row.id).title })
}

/** The paper of a draft as it would be on a day, with the customer it goes to. */
export async function makePaper(
  act: Standing & { db(): unknown },
  content: Content,
  customerId: string,
  type: Paper['type'],
  on: Temporal.PlainDate,
): Promise<Made & { customer: Customer }> {
  const customer = await customerOf(act, customerId)
  const setting = await settingOf(act)
  const codes = await saleCodesOn(act, on)
  const ground = { office: act.office, setting, customer, codes, type, issuedOn: on }
  return { ...paperOf(content, ground, (refusal, data) => act.refuse(refusal, data)), customer }
}

/** The sums of a draft, as its row keeps them. */
export const sumsOf = ({ paper }: Made) => ({
  currency: paper.currency,
  net_minor: paper.net.minor,
  vat_minor: paper.vat.minor,
  total_minor: paper.payable.minor,
  remaining_minor: paper.payable.minor,
})

export const titleOf = (customer: { name: string }, content: Content, number = ''): string =>
  [number, customer.name, content.subject].filter(Boolean).join(' · ').slice(0, 300)

export const searchOf = (customer: { name: string }, content: Content, more: readonly (string | null)[] = []) => ({
  body: [
    customer.name,
    content.subject,
    content.orderNumber,
    content.yourReference,
    content.intro,
    ...(content.lines ?? []).map(line => line.text),
    ...more,
  ]
    .filter(Boolean)
    .join('\n'),
})

const unset = {
  year: null,
  serial: null,
  issued_on: null,
  due_on: null,
  paper: null,
  issued_at: null,
  credits_id: null,
  quote_id: null,
  file_id: null,
  sent_on: null,
  sent_by: null,
  mail_to: null,
  mail_text: null,
  mail_error: null,
  written_off_minor: null,
  written_off_on: null,
  reason: null,
} as const

/** Makes the record and the row of a draft; gives its id. */
export async function insertInvoice(
  act: Act,
  make: {
    readonly content: Content
    readonly customerId: string
    readonly source?: string
    readonly facts?: Partial<Insertable<InvoiceTable>>
  },
): Promise<{ id: string; title: string }> {
  const type = make.facts?.type ?? 'invoice'
  const made = await makePaper(act, make.content, make.customerId, type, act.today)
  const title = titleOf(made.customer, make.content)
  const id = await act.createRecord({
    kind: 'invoice',
    title,
    source: make.source ? [make.customerId, make.source] : make.customerId,
    search: searchOf(made.customer, make.content),
  })
  await act
    .db<ReceivablesTables>()
    .insertInto('receivables.invoice')
    .values({
      ...unset,
      type,
      state: 'draft',
      ...make.facts,
      organisation_id: act.office.id,
      id,
      customer_id: make.customerId,
      content: JSON.stringify(make.content),
      ...sumsOf(made),
    })
    .execute()
  return { id, title }
}

/** How much of an invoice its other credit notes have taken. */
export async function creditedMinor(act: Act, invoiceId: string): Promise<bigint> {
  const { rows } = await sql<{ sum: string | null }>`
    select sum(total_minor)::text as sum from receivables.invoice
    where organisation_id = ${act.office.id} and credits_id = ${invoiceId} and serial is not null`.execute(act.db())
  return BigInt(rows[0]?.sum ?? 0)
}
