import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { TaskWish } from '../../work/contract.ts'
import { changedContent, contentGiven } from '../content.ts'
import * as c from '../contract.ts'
import { requireCustomer } from '../customers.ts'
import {
  contentOf,
  insertInvoice,
  makePaper,
  numberOf,
  paperOfRow,
  type QuoteRow,
  quoteOf,
  requireQuote,
  searchOf,
  titleOf,
  updateQuote,
} from '../invoice-row.ts'
import type { Made } from '../paper-of.ts'
import type { ReceivablesTables } from '../tables.ts'
import { officeWords } from '../words.ts'
import { takenBack } from './drafts.ts'

const sums = ({ paper }: Made) => ({
  currency: paper.currency,
  net_minor: paper.net.minor,
  total_minor: paper.payable.minor,
  valid_until: paper.validUntil,
})

const answerKey = (id: string): string => `receivables.quote:${id}`

export const createQuoteBody = implementCommand(c.createQuote, {
  async run(act, input) {
    await requireCustomer(act, input.customerId)
    const content = contentGiven(input)
    const made = await makePaper(act, content, input.customerId, 'quote', act.today)
    const title = titleOf(made.customer, content)
    const id = await act.createRecord({
      kind: 'quote',
      title,
      source: input.customerId,
      search: searchOf(made.customer, content),
    })
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.quote')
      .values({
        organisation_id: act.office.id,
        id,
        state: 'draft',
        customer_id: input.customerId,
        year: null,
        serial: null,
        content: JSON.stringify(content),
        paper: null,
        sent_on: null,
        mail_to: null,
        mail_text: null,
        mail_error: null,
        ...sums(made),
      })
      .execute()
    act.emit(c.quoteCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: 'receivables.discard-quote', input: { id } } }
  },
})

export const changeQuoteBody = implementCommand(c.changeQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, input, row) {
    requireQuote(act, row, ['draft'])
    const { id } = input
    if (input.customerId) await requireCustomer(act, input.customerId)
    const customerId = input.customerId ?? row.customer_id
    const before = contentOf(row)
    const content = changedContent(before, contentGiven(input))
    const made = await makePaper(act, content, customerId, 'quote', act.today)
    await updateQuote(act, id, { customer_id: customerId, content: JSON.stringify(content), ...sums(made) })
    const title = titleOf(made.customer, content)
    const version = await act.changeRecord(id, { title, search: searchOf(made.customer, content) })
    act.emit(c.quoteChanged, { id, title }, [id])
    const undo = { id, expectedVersion: version, customerId: row.customer_id, ...takenBack(before, content) }
    return { output: { id, version }, undo: { command: 'receivables.change-quote', input: undo } }
  },
})

export const sendQuoteBody = implementCommand(c.sendQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id, sendBy: by, message }, row) {
    requireQuote(act, row, ['draft', 'sent'])
    const content = contentOf(row)
    const made = await makePaper(act, content, row.customer_id, 'quote', act.today)
    if (made.paper.lines.length === 0) act.refuse(c.invoiceEmpty)
    const address = by === 'mail' ? made.paper.buyer.email : null
    if (by === 'mail' && !address) act.refuse(c.mailUnknown, { title: made.customer.name })
    const { year } = act.today
    const serial = row.serial ?? (await act.nextNumber(`receivables.quote.${year}`))
    const number = `Q${numberOf({ year: row.year ?? year, serial })}`
    const paper = row.paper ? paperOfRow(row) : { ...made.paper, number }
    await updateQuote(act, id, {
      state: 'sent',
      year: row.year ?? year,
      serial,
      sent_on: act.today,
      paper: JSON.stringify(c.paper.encode(paper)),
      valid_until: paper.validUntil,
      ...(by === 'mail' ? { mail: 'sending' as const, mail_to: address, mail_text: message ?? null } : {}),
    })
    const title = titleOf(made.customer, content, number)
    const version = await act.changeRecord(id, { title, search: searchOf(made.customer, content, [number]) })
    act.emit(c.quoteSent, { id, title, number, work: [askAgain(act, { ...row, id }, title, paper.validUntil)] }, [id])
    if (by === 'mail') act.enqueue(c.sendMail, { id })
    return { output: { id, version, number } }
  },
})

/** Somebody asks what came of it, a few days before it ends. */
function askAgain(act: Act, row: QuoteRow, title: string, until: Temporal.PlainDate | null): TaskWish {
  const on = (until ?? act.today.add({ days: 30 })).subtract({ days: 5 })
  return {
    key: answerKey(row.id),
    title: officeWords(act, 'task.quote-answer', { title }).slice(0, 300),
    sourceId: row.id,
    ownerId: act.principal.id,
    forId: row.customer_id,
    dueOn: Temporal.PlainDate.compare(on, act.today) < 0 ? act.today : on,
  }
}

const done = (id: string) => ({ workDone: [{ key: answerKey(id) }] })

export const acceptQuoteBody = implementCommand(c.acceptQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id }, row) {
    requireQuote(act, row, ['sent'])
    await updateQuote(act, id, { state: 'accepted' })
    const version = await act.changeRecord(id)
    act.emit(c.quoteAccepted, { id, title: act.locked(id).title, ...done(id) }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.reopen-quote', input: { id, expectedVersion: version } },
    }
  },
})

export const declineQuoteBody = implementCommand(c.declineQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id, reason }, row) {
    requireQuote(act, row, ['sent'])
    await updateQuote(act, id, { state: 'declined', reason: reason ?? '' })
    const version = await act.changeRecord(id)
    act.emit(c.quoteDeclined, { id, title: act.locked(id).title, ...done(id) }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.reopen-quote', input: { id, expectedVersion: version } },
    }
  },
})

export const reopenQuoteBody = implementCommand(c.reopenQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id }, row) {
    requireQuote(act, row, ['accepted', 'declined', 'discarded'])
    await updateQuote(act, id, { state: row.state === 'discarded' ? 'draft' : 'sent', reason: '' })
    const version = await act.changeRecord(id)
    act.emit(c.quoteReopened, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})

export const discardQuoteBody = implementCommand(c.discardQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id }, row) {
    requireQuote(act, row, ['draft'])
    await updateQuote(act, id, { state: 'discarded' })
    const version = await act.changeRecord(id)
    act.emit(c.quoteDiscarded, { id, title: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.reopen-quote', input: { id, expectedVersion: version } },
    }
  },
})

export const invoiceQuoteBody = implementCommand(c.invoiceQuote, {
  locks: ({ id, expectedVersion }) => [{ kind: 'quote', id, expectedVersion }],
  load: (act, { id }) => quoteOf(act, id),
  async run(act, { id }, row) {
    requireQuote(act, row, ['sent', 'accepted'])
    const { validUntil: _until, ...content } = contentOf(row)
    const { id: invoiceId, title } = await insertInvoice(act, {
      content,
      customerId: row.customer_id,
      source: id,
      facts: { quote_id: id },
    })
    await updateQuote(act, id, { state: 'invoiced' })
    const version = await act.changeRecord(id)
    await act.link(invoiceId, id, 'quote')
    act.emit(c.quoteInvoiced, { id, title: act.locked(id).title, ...done(id) }, [id])
    act.emit(c.invoiceCreated, { id: invoiceId, title }, [invoiceId])
    return { output: { id, version, invoiceId } }
  },
})
