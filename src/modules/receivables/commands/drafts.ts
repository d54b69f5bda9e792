/** Drafts of invoices: written, changed, thrown away and brought back; the draft of a credit note. */
import { implementCommand } from '../../../kernel/implement.ts'
import { changedContent, contentGiven } from '../content.ts'
import * as c from '../contract.ts'
import { requireCustomer } from '../customers.ts'
import {
  contentOf,
  insertInvoice,
  invoiceOf,
  makePaper,
  numberOf,
  requireInvoice,
  searchOf,
  sumsOf,
  titleOf,
  updateInvoice,
} from '../invoice-row.ts'
import { turnTask } from '../recurring-row.ts'

export const createInvoiceBody = implementCommand(c.createInvoice, {
  async run(act, input) {
    await requireCustomer(act, input.customerId)
    const { id, title } = await insertInvoice(act, { content: contentGiven(input), customerId: input.customerId })
    act.emit(c.invoiceCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: 'receivables.discard-invoice', input: { id } } }
  },
})

export const changeInvoiceBody = implementCommand(c.changeInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, input, row) {
    requireInvoice(act, row, ['draft'])
    const { id } = input
    if (input.customerId) await requireCustomer(act, input.customerId)
    const customerId = input.customerId ?? row.customer_id
    const before = contentOf(row)
    const content = changedContent(before, contentGiven(input))
    const made = await makePaper(act, content, customerId, row.type, act.today)
    await updateInvoice(act, id, { customer_id: customerId, content: JSON.stringify(content), ...sumsOf(made) })
    const title = titleOf(made.customer, content)
    const version = await act.changeRecord(id, { title, search: searchOf(made.customer, content) })
    act.emit(c.invoiceChanged, { id, title }, [id])
    const undo = { id, expectedVersion: version, customerId: row.customer_id, ...takenBack(before, content) }
    return { output: { id, version }, undo: { command: 'receivables.change-invoice', input: undo } }
  },
})

const empty: Readonly<Record<string, unknown>> = { intro: '', closing: '', lines: [] }

/** What was there before; what was not there goes back to nothing. */
export function takenBack(before: object, after: object): Record<string, unknown> {
  const was = before as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(after)
      .filter(key => key !== 'currency' || was[key] !== undefined)
      .map(key => [key, was[key] ?? empty[key] ?? null]),
  )
}

export const discardInvoiceBody = implementCommand(c.discardInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id }, row) {
    requireInvoice(act, row, ['draft'])
    await updateInvoice(act, id, { state: 'discarded' })
    const version = await act.changeRecord(id)
    act.emit(c.invoiceDiscarded, { id, title: act.locked(id).title, ...(await turnTask(act, id)) }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.restore-invoice', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreInvoiceBody = implementCommand(c.restoreInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id }, row) {
    requireInvoice(act, row, ['discarded'])
    await updateInvoice(act, id, { state: 'draft' })
    const version = await act.changeRecord(id)
    act.emit(c.invoiceRestored, { id, title: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.discard-invoice', input: { id, expectedVersion: version } },
    }
  },
})

export const creditInvoiceBody = implementCommand(c.creditInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id, reason }, row) {
    requireInvoice(act, row, ['open', 'paid', 'credited', 'written-off'])
    if (row.type !== 'invoice') act.refuse(c.invoiceStateWrong, { title: act.locked(id).title })
    const { issuedOn: _on, dueOn: _due, ...content } = contentOf(row)
    const lines = (content.lines ?? []).map(({ interest: _, ...line }) => line)
    const { id: creditNoteId, title } = await insertInvoice(act, {
      content: { ...content, lines, subject: reason ?? `${numberOf(row)}` },
      customerId: row.customer_id,
      source: id,
      facts: { type: 'credit-note', credits_id: id },
    })
    const version = await act.changeRecord(id)
    await act.link(creditNoteId, id, 'credits')
    act.emit(c.invoiceCreated, { id: creditNoteId, title }, [creditNoteId, id])
    return { output: { id, version, creditNoteId } }
  },
})
