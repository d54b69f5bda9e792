/** Issuing: the number, the frozen paper, the entry and the open item, in one transaction. */
import { sql } from 'kysely'
import { creditorReferenceOf } from '../../../formats/references/international.ts'
import { kidOf } from '../../../formats/references/norway.ts'
import { ocrOf } from '../../../formats/references/sweden.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { SettleWish } from '../../ledger/contract.ts'
import { invoiceEntry, invoiceItem, itemKey } from '../booking.ts'
import type { Content } from '../content.ts'
import * as c from '../contract.ts'
import type { Customer } from '../customers.ts'
import {
  contentOf,
  creditedMinor,
  type InvoiceRow,
  invoiceOf,
  makePaper,
  numberOf,
  paperOfRow,
  requireInvoice,
  searchOf,
  sumsOf,
  titleOf,
  updateInvoice,
} from '../invoice-row.ts'
import type { Made } from '../paper-of.ts'
import { turnTask } from '../recurring-row.ts'
import { settingOf } from '../setting.ts'

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0

/** Decreto-Lei 28/2019 and Portaria 363/2010: in Portugal only certified programs may issue invoices. */
const certifiedOnly = new Set(['PT'])

/** The reference that a payment of this invoice carries. */
export function referenceOf(way: 'none' | 'ocr' | 'kid' | 'rf', number: string): c.Paper['reference'] {
  const digits = number.replaceAll('-', '')
  switch (way) {
    case 'ocr':
      return { scheme: 'ocr', value: ocrOf(digits) }
    case 'kid':
      return { scheme: 'kid', value: kidOf(digits) }
    case 'rf':
      return { scheme: 'rf', value: creditorReferenceOf(digits) }
    default:
      return null
  }
}

function requireComplete(act: Act, { paper, totals }: Made, customer: Customer): void {
  const { seller, buyer } = paper
  if (paper.lines.length === 0) act.refuse(c.invoiceEmpty)
  if (!seller.town || !(seller.companyNumber || seller.vatNumber)) act.refuse(c.sellerIncomplete)
  if (!(seller.iban || seller.bankgiro || seller.plusgiro || seller.account)) act.refuse(c.sellerIncomplete)
  if (!buyer.town) act.refuse(c.customerIncomplete, { title: customer.name })
  const categories = new Set(paper.groups.map(group => group.category))
  if (categories.has('O') && categories.size > 1) act.refuse(c.vatMixed)
  if ((categories.has('AE') || categories.has('K')) && !buyer.vatNumber)
    act.refuse(c.customerVatMissing, { title: customer.name })
  if (paper.currency !== act.office.currency && !paper.rate) act.refuse(c.rateMissing, { currency: paper.currency })
  if (totals.payable <= 0n) act.refuse(c.totalNegative)
}

/** The day it bears lies neither ahead nor before that of the invoice before it. */
async function requireDay(act: Act, on: Temporal.PlainDate): Promise<void> {
  if (before(act.today, on)) act.refuse(c.daysReversed, { on: String(on) })
  const { rows } = await sql<{ last: Temporal.PlainDate | null }>`
    select max(issued_on) as last from receivables.invoice
    where organisation_id = ${act.office.id} and year = ${on.year}`.execute(act.db())
  const last = rows[0]?.last
  if (last && before(on, last)) act.refuse(c.dayTooEarly, { on: String(last) })
}

/** Interest that the lines charge: not what was charged before, and from now on charged. */
async function chargeInterest(act: Act, content: Content): Promise<void> {
  for (const { interest } of content.lines ?? []) {
    if (!interest) continue
    const { rows } = await sql<{ item_id: string }>`
      insert into receivables.care as c (organisation_id, item_id, record_id, charged_until)
      select organisation_id, item_id, record_id, ${interest.until}::date from ledger.item_fact
      where organisation_id = ${act.office.id} and item_id = ${interest.itemId}
      on conflict (organisation_id, item_id) do update set charged_until = excluded.charged_until
        where c.charged_until is null or c.charged_until < excluded.charged_until
      returning item_id`.execute(act.db())
    if (rows.length === 0) act.refuse(c.interestCharged)
  }
}

/** A credit note and its invoice settle each other, as far as either is open. */
async function offset(act: Act, row: InvoiceRow, payable: bigint, on: Temporal.PlainDate): Promise<SettleWish[]> {
  // two credit notes of one invoice wait for one another
  await sql`select from receivables.invoice where organisation_id = ${act.office.id} and id = ${row.credits_id} for update`.execute(
    act.db(),
  )
  const invoice = await invoiceOf(act, row.credits_id!)
  if ((await creditedMinor(act, invoice.id)) + payable > invoice.total_minor)
    act.refuse(c.creditTooMuch, { number: numberOf(invoice) })
  const amount = invoice.state === 'open' && invoice.remaining_minor < payable ? invoice.remaining_minor : payable
  if (invoice.state !== 'open' || amount === 0n) return []
  const { currency } = row
  const common = { on, byId: row.id, how: 'credit' as const }
  return [
    {
      key: `receivables.credit:${row.id}:invoice`,
      itemKey: itemKey(invoice.id),
      amount: { minor: amount, currency },
      ...common,
    },
    {
      key: `receivables.credit:${row.id}:note`,
      itemKey: itemKey(row.id),
      amount: { minor: -amount, currency },
      ...common,
    },
  ]
}

interface Ready extends Made {
  readonly customer: Customer
  readonly row: InvoiceRow
}

export const issueInvoiceBody = implementCommand(c.issueInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  async load(act, { id, on }): Promise<Ready> {
    const row = await invoiceOf(act, id)
    requireInvoice(act, row, ['draft'])
    if (certifiedOnly.has(act.office.country)) act.refuse(c.issueForbidden)
    const content = contentOf(row)
    const day = on ?? (content.issuedOn ? Temporal.PlainDate.from(content.issuedOn) : act.today)
    return { row, ...(await makePaper(act, content, row.customer_id, row.type, day)) }
  },
  weigh: (_, { paper }) => ({ amount: paper.payable }),
  basis: ({ id }, { paper, customer }) => ({
    title: titleOf(customer, { subject: paper.subject }),
    shown: { id, customer: customer.name, amount: c.paper.encode(paper).payable, lines: paper.lines.length },
  }),
  async run(act, { id }, made) {
    const { row, paper: draft, totals, customer } = made
    requireComplete(act, made, customer)
    if (draft.dueOn && before(draft.dueOn, draft.issuedOn)) act.refuse(c.daysReversed, { on: String(draft.dueOn) })
    // the counter's row is held from here on: whoever comes next waits, and sees this one's day
    const { year } = draft.issuedOn
    const serial = await act.nextNumber(`receivables.invoice.${year}`)
    await requireDay(act, draft.issuedOn)
    const number = numberOf({ year, serial })
    const content = contentOf(row)
    await chargeInterest(act, content)
    const credited = row.credits_id ? await invoiceOf(act, row.credits_id) : null
    const paper: c.Paper = {
      ...draft,
      number,
      reference: row.type === 'invoice' ? referenceOf((await settingOf(act)).referenceWay, number) : null,
      credits: credited && { number: numberOf(credited), issuedOn: paperOfRow(credited).issuedOn },
    }
    const settled = row.credits_id ? await offset(act, row, totals.payable, paper.issuedOn) : []
    await updateInvoice(act, id, {
      state: 'open',
      year,
      serial,
      issued_on: paper.issuedOn,
      due_on: paper.dueOn,
      issued_at: act.at,
      paper: JSON.stringify(c.paper.encode(paper)),
      ...sumsOf({ paper, totals }),
    })
    const title = titleOf(customer, content, number)
    const version = await act.changeRecord(id, {
      title,
      search: searchOf(customer, content, [number, paper.reference?.value ?? null]),
    })
    const about = { id, customerId: row.customer_id, title }
    const done = row.type === 'invoice' ? await turnTask(act, id) : {}
    act.emit(
      row.type === 'invoice' ? c.invoiceIssued : c.creditNoteIssued,
      {
        id,
        title,
        number,
        amount: paper.payable,
        book: [invoiceEntry(about, paper, totals)],
        items: [invoiceItem(about, paper)],
        ...(settled.length > 0 ? { settled } : {}),
        ...done,
      },
      row.credits_id ? [id, row.credits_id] : [id],
    )
    act.enqueue(c.drawPaper, { id })
    return { output: { id, version, number, amount: paper.payable } }
  },
})
