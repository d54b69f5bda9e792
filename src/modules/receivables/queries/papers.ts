/** Invoices and quotes as they are listed and opened. */
import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { itemKey } from '../booking.ts'
import type { Content } from '../content.ts'
import * as c from '../contract.ts'
import { eInvoiceOf } from '../e-invoice.ts'
import { interestOf, nextReminder, openDues } from '../dues.ts'
import { contentOf, type InvoiceRow, makePaper, numberOf, paperOfRow, type QuoteRow } from '../invoice-row.ts'
import { listedPrices, turnContent } from '../recurring-row.ts'
import { settingOf } from '../setting.ts'
import { deliverySeen, networkRow } from './network.ts'
import { monthsOf, pricedOn } from '../turn.ts'

type Seen<Row> = Row & { readonly title: string; readonly class: number; readonly version: number }
type SeenInvoice = Seen<InvoiceRow> & { readonly shown: c.ShownState; readonly sort_on: Temporal.PlainDate }
type SeenQuote = Seen<QuoteRow> & { readonly shown: c.ShownQuoteState; readonly sort_on: Temporal.PlainDate }

const shownInvoice = (view: View) => sql`case
  when i.state <> 'open' then i.state
  when i.type = 'invoice' and i.due_on < ${view.today}::date then 'overdue'
  when i.remaining_minor < i.total_minor then 'partly-paid'
  when i.sent_on is not null then 'sent' else 'issued' end`
const shownQuote = (view: View) => sql`case
  when i.state = 'sent' and i.valid_until < ${view.today}::date then 'expired' else i.state end`

/** The newest first, in an order that rises. */
const newest = (on: RawBuilder<unknown>) =>
  sql`(date '2999-12-31' - (coalesce(${on}, date '2999-12-30') - date '2000-01-01'))`
const byDue = sql`coalesce(i.due_on, date '2999-12-31')`

export const listInvoicesBody = implementQuery(c.listInvoices, async (view, input) => {
  const sort = input.sort === 'due' ? byDue : input.sort === '-due' ? newest(sql`i.due_on`) : newest(sql`i.issued_on`)
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`l0.shown = any(${input.states}::text[])` : sql`l0.state <> 'discarded'`,
  ]
  if (input.customerId) conditions.push(sql`l0.customer_id = ${input.customerId}`)
  if (input.text) conditions.push(sql`l0.title ilike ${liked(input.text)}`)
  const lines = sql`(select * from (
      select i.*, r.title, r.class, r.version, ${shownInvoice(view)} as shown, ${sort} as sort_on
      from ${visibleRecords(view, 'invoice').selectAll()} r
      join receivables.invoice i on i.organisation_id = ${view.office.id} and i.id = r.id
    ) l0 where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<SeenInvoice>(view, lines, 'sort_on', 'date', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.customer_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      number: numberOf(row) || null,
      title: row.title,
      subject: contentOf(row).subject ?? null,
      type: row.type,
      customer: name(row.customer_id),
      state: row.shown,
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      total: signed(row, row.total_minor),
      remaining: row.serial === null ? { minor: 0n, currency: row.currency } : signed(row, row.remaining_minor),
      mail: row.mail,
    })),
    ...slice,
  }
})

/** A credit note counts against what is owed. */
const signed = ({ type, currency }: Pick<InvoiceRow, 'type' | 'currency'>, minor: bigint) => ({
  minor: type === 'credit-note' ? -minor : minor,
  currency,
})

async function seenInvoice(view: View, id: string): Promise<SeenInvoice> {
  const { rows } = await sql<SeenInvoice>`
    select i.*, r.title, r.class, r.version, ${shownInvoice(view)} as shown
    from ${visibleRecords(view, 'invoice').selectAll()} r
    join receivables.invoice i on i.organisation_id = ${view.office.id} and i.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'invoice', id })
}

async function seenQuote(view: View, id: string): Promise<SeenQuote> {
  const { rows } = await sql<SeenQuote>`
    select i.*, r.title, r.class, r.version, ${shownQuote(view)} as shown
    from ${visibleRecords(view, 'quote').selectAll()} r
    join receivables.quote i on i.organisation_id = ${view.office.id} and i.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'quote', id })
}

const contentShape = c.getInvoice.output as unknown as { shape: { content: { decode(wire: Content): never } } }
const decoded = (content: Content) => contentShape.shape.content.decode(content)

async function settlementsOf(view: View, id: string) {
  const { rows } = await sql<{
    settled_on: Temporal.PlainDate
    how: string
    amount_minor: bigint
    currency: string
    key: string
  }>`
    select s.settled_on, s.how, s.amount_minor, i.currency, s.key from ledger.settlement_fact s
    join ledger.item_fact i on i.organisation_id = s.organisation_id and i.item_id = s.item_id
    where i.organisation_id = ${view.office.id} and i.key = ${itemKey(id)} order by s.settled_on, s.settlement_id`.execute(
    view.db(),
  )
  return rows.map(row => ({
    on: row.settled_on,
    how: row.how,
    amount: { minor: row.amount_minor < 0n ? -row.amount_minor : row.amount_minor, currency: row.currency },
    paymentId: /^receivables\.payment:([0-9a-f-]{36})$/.exec(row.key)?.[1] ?? null,
  }))
}

async function remindersOf(view: View, id: string) {
  const { rows } = await sql<{
    reminder_id: string
    item_id: string
    step: number
    reminded_on: Temporal.PlainDate
    sent_by: c.Delivery
    mail: c.MailState
    fee_minor: bigint
    currency: string
    fee_waived_at: Temporal.Instant | null
  }>`
    select l.reminder_id, l.item_id, l.step, m.reminded_on, m.sent_by, m.mail, l.fee_minor, l.currency, l.fee_waived_at
    from receivables.reminder_line l
    join receivables.reminder m on m.organisation_id = l.organisation_id and m.id = l.reminder_id
    where l.organisation_id = ${view.office.id} and l.record_id = ${id} order by m.reminded_on, l.reminder_id`.execute(
    view.db(),
  )
  return rows.map(row => ({
    id: row.reminder_id,
    itemId: row.item_id,
    step: row.step,
    on: row.reminded_on,
    by: row.sent_by,
    mail: row.mail,
    fee: row.fee_minor > 0n ? { minor: row.fee_minor, currency: row.currency } : null,
    feeWaived: row.fee_waived_at !== null,
  }))
}

async function idsWhere(view: View, condition: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from receivables.invoice i
    where i.organisation_id = ${view.office.id} and i.state <> 'discarded' and ${condition} order by i.id`.execute(
    view.db(),
  )
  return rows.map(row => row.id)
}

/** What comes again and made this invoice. */
async function turnOf(view: View, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select recurring_id as id from receivables.recurring_turn
    where organisation_id = ${view.office.id} and invoice_id = ${id}`.execute(view.db())
  return rows[0]?.id ?? null
}

export const getInvoiceBody = implementQuery(c.getInvoice, async (view, { id }) => {
  const row = await seenInvoice(view, id)
  const setting = await settingOf(view)
  const creditNotes = await idsWhere(view, sql`i.credits_id = ${id}`)
  const recurringId = await turnOf(view, id)
  const delivery = row.serial === null ? null : await deliverySeen(view, id)
  const mayHandOver = !delivery || ['rejected', 'failed', 'unsure'].includes(delivery.state)
  const byNetwork = mayHandOver && row.serial !== null && (await networkRow(view)) !== undefined
  const name = naming(await namesOf(view, [row.customer_id, row.credits_id, row.quote_id, recurringId, ...creditNotes]))
  const [due] = await openDues(view, sql`i.key = ${itemKey(id)}`)
  const interest =
    due && due.remaining_minor > 0n ? await interestOf(view, [due], setting.interestRates, view.today) : null
  const sum = interest?.get(due!.item_id) ?? 0n
  return {
    record: { id, kind: 'invoice', title: row.title, class: row.class, version: row.version, state: row.shown },
    type: row.type,
    number: numberOf(row) || null,
    customer: name(row.customer_id),
    content: decoded(contentOf(row)),
    paper: row.paper === null ? await draftPaper(view, row) : paperOfRow(row),
    total: { minor: row.total_minor, currency: row.currency },
    remaining: { minor: row.serial === null ? 0n : row.remaining_minor, currency: row.currency },
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    sentOn: row.sent_on,
    sentBy: row.sent_by,
    delivery,
    mail: row.mail,
    mailTo: row.mail_to,
    mailError: row.mail_error,
    drawn: row.file_id !== null,
    credits: name(row.credits_id),
    recurring: name(recurringId),
    creditNotes: creditNotes.flatMap(note => name(note) ?? []),
    quote: name(row.quote_id),
    settlements: row.serial === null ? [] : await settlementsOf(view, id),
    reason: row.reason,
    itemId: due?.item_id ?? null,
    reminders: row.serial === null ? [] : await remindersOf(view, id),
    paused: due?.pause_reason ? { because: due.pause_reason, until: due.pause_until, note: due.pause_note } : null,
    nextReminderOn: due ? nextReminder(due, setting, view.today) : null,
    interest: sum > 0n ? { minor: sum, currency: row.currency } : null,
    can: offers(view, row, { itemId: due?.item_id, byNetwork }),
  }
})

/** The paper of a draft as it would be today; none while its codes are not the ledger's any more. */
async function draftPaper(view: View, row: InvoiceRow): Promise<c.Paper | null> {
  const quiet = {
    ...view,
    refuse: (): never => {
      throw new RangeError('no paper')
    },
  }
  try {
    return (await makePaper(quiet, contentOf(row), row.customer_id, row.type, view.today)).paper
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

interface Ground {
  readonly itemId: string | undefined
  /** Whether it can be handed over to the network. */
  readonly byNetwork: boolean
}

function offers(view: View, row: SeenInvoice, { itemId, byNetwork }: Ground): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  if (row.state === 'discarded') return [...can(view, c.restoreInvoice, input), ...comment]
  if (row.state === 'draft')
    return [...can(view, c.issueInvoice, input, { primary: true }), ...can(view, c.discardInvoice, input), ...comment]
  const send = [
    ...(byNetwork ? can(view, c.sendByNetwork, input, row.sent_on ? {} : { primary: true }) : []),
    ...can(view, c.sendInvoice, { ...input, sendBy: 'mail' }, row.sent_on || byNetwork ? {} : { primary: true }),
  ]
  if (row.type === 'credit-note') return [...send, ...comment]
  const credit = can(view, c.creditInvoice, input)
  if (row.state !== 'open')
    return [
      ...send,
      ...credit,
      ...comment,
      ...(row.written_off_minor === null ? [] : can(view, c.takeBackWriteOff, input)),
    ]
  const amount = {
    amount: decimalOfMoney({ minor: row.remaining_minor, currency: row.currency }),
    currency: row.currency,
  }
  return [
    ...send,
    ...can(view, c.notePayment, { ...input, amount }, row.sent_on ? { primary: true } : {}),
    ...credit,
    ...comment,
    ...(itemId ? can(view, c.pauseReminders, { id: row.id, itemId }) : []),
    ...can(view, c.writeOffInvoice, input),
  ]
}

export const previewPaperBody = implementQuery(c.previewPaper, async (view, { type, customerId, content, turn }) => {
  const { rows } = await sql`
    select id from ${visibleRecords(view).selectAll()} r where r.id = ${customerId} and r.kind in ('organisation', 'person')`.execute(
    view.db(),
  )
  if (rows.length === 0) view.refuse(kernelRefusals.notFound, { kind: 'organisation', id: customerId })
  const wire = JSON.parse(JSON.stringify(content)) as Content
  if (!turn) return (await makePaper(view, wire, customerId, type, view.today)).paper
  const { customer } = await makePaper(view, {}, customerId, type, view.today)
  const prices = await listedPrices(view, [wire])
  const priced = pricedOn(wire, turn.on, { currency: wire.currency ?? view.office.currency, raises: [], prices })
  const about = { period: turn.period, next_on: turn.on, every_months: monthsOf[turn.rhythm] }
  return (await makePaper(view, turnContent(view, about, priced, customer), customerId, type, turn.on)).paper
})

export const listQuotesBody = implementQuery(c.listQuotes, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`l0.shown = any(${input.states}::text[])` : sql`l0.state <> 'discarded'`,
  ]
  if (input.customerId) conditions.push(sql`l0.customer_id = ${input.customerId}`)
  if (input.text) conditions.push(sql`l0.title ilike ${liked(input.text)}`)
  const lines = sql`(select * from (
      select i.*, r.title, r.class, r.version, ${shownQuote(view)} as shown, ${newest(sql`i.sent_on`)} as sort_on
      from ${visibleRecords(view, 'quote').selectAll()} r
      join receivables.quote i on i.organisation_id = ${view.office.id} and i.id = r.id
    ) l0 where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<SeenQuote>(view, lines, 'sort_on', 'date', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.customer_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      number: quoteNumber(row),
      title: row.title,
      subject: contentOf(row).subject ?? null,
      customer: name(row.customer_id),
      state: row.shown,
      sentOn: row.sent_on,
      validUntil: row.valid_until,
      net: { minor: row.net_minor, currency: row.currency },
      total: { minor: row.total_minor, currency: row.currency },
    })),
    ...slice,
  }
})

const quoteNumber = (row: QuoteRow): string | null => (row.serial === null ? null : `Q${numberOf(row)}`)

export const getQuoteBody = implementQuery(c.getQuote, async (view, { id }) => {
  const row = await seenQuote(view, id)
  const invoices = await idsWhere(view, sql`i.quote_id = ${id}`)
  const name = naming(await namesOf(view, [row.customer_id, ...invoices]))
  const paper = row.paper
    ? paperOfRow(row)
    : (await makePaper(view, contentOf(row), row.customer_id, 'quote', view.today)).paper
  return {
    record: { id, kind: 'quote', title: row.title, class: row.class, version: row.version, state: row.shown },
    number: quoteNumber(row),
    customer: name(row.customer_id),
    content: decoded(contentOf(row)),
    paper,
    sentOn: row.sent_on,
    validUntil: row.valid_until,
    mail: row.mail,
    mailTo: row.mail_to,
    mailError: row.mail_error,
    reason: row.reason,
    invoices: invoices.flatMap(one => name(one) ?? []),
    can: quoteOffers(view, row),
  }
})

function quoteOffers(view: View, row: SeenQuote): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'draft':
      return [...can(view, c.sendQuote, input, { primary: true }), ...comment, ...can(view, c.discardQuote, input)]
    case 'sent':
      return [
        ...can(view, c.acceptQuote, input, { primary: true }),
        ...can(view, c.declineQuote, input),
        ...can(view, c.invoiceQuote, input),
        ...can(view, c.sendQuote, input),
        ...comment,
      ]
    case 'accepted':
      return [...can(view, c.invoiceQuote, input, { primary: true }), ...can(view, c.reopenQuote, input), ...comment]
    case 'declined':
    case 'discarded':
      return [...can(view, c.reopenQuote, input), ...comment]
    default:
      return comment
  }
}

export const getPaperBody = implementQuery(c.getPaper, async (view, { id }) => {
  const { rows } = await sql<{ kind: string }>`
    select kind from ${visibleRecords(view).selectAll()} r where r.id = ${id} and r.kind in ('invoice', 'quote')`.execute(
    view.db(),
  )
  if (rows.length === 0) return view.refuse(kernelRefusals.notFound, { kind: 'invoice', id })
  const row = rows[0]!.kind === 'quote' ? await seenQuote(view, id) : await seenInvoice(view, id)
  const type = 'type' in row ? row.type : 'quote'
  const fileId = 'file_id' in row ? row.file_id : null
  const paper = row.paper
    ? paperOfRow(row)
    : (await makePaper(view, contentOf(row), row.customer_id, type, view.today)).paper
  return {
    paper,
    draft: row.paper === null,
    fileId,
    digest: fileId ? await digestOf(view, fileId) : null,
    mail: row.mail,
    mailTo: row.mail_to,
    mailText: row.mail_text,
    country: view.office.country,
  }
})

async function digestOf(view: View, fileId: string): Promise<string | null> {
  const { rows } = await sql<{ digest: string }>`
    select encode(digest, 'hex') as digest from kernel.file
    where organisation_id = ${view.office.id} and id = ${fileId}`.execute(view.db())
  return rows[0]?.digest ?? null
}

export const checkEInvoiceBody = implementQuery(c.checkEInvoice, async (view, { id }) => {
  const row = await seenInvoice(view, id)
  if (row.paper === null) return { profile: null, findings: [] }
  const { check } = eInvoiceOf(paperOfRow(row), 'ubl')
  return { profile: check.profile, findings: check.findings.map(one => ({ ...one, params: { ...one.params } })) }
})
