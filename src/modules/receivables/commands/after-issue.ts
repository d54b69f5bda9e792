/** What happens to an invoice once it is out: sent, paid, written off. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { invoiceOfKey, itemKey, paymentEntry, writeOffEntry } from '../booking.ts'
import * as c from '../contract.ts'
import { customerOf } from '../customers.ts'
import { type InvoiceRow, invoiceOf, numberOf, paperOfRow, requireInvoice, updateInvoice } from '../invoice-row.ts'
import { turnTask } from '../recurring-row.ts'
import type { ReceivablesTables } from '../tables.ts'

const issued = ['open', 'paid', 'credited', 'written-off'] as const

export const sendInvoiceBody = implementCommand(c.sendInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id, sendBy: by, mailTo, message }, row) {
    requireInvoice(act, row, issued)
    const { title } = act.locked(id)
    const address = by === 'mail' ? (mailTo ?? paperOfRow(row).buyer.email ?? (await mailOf(act, row))) : null
    if (by === 'mail' && !address) act.refuse(c.mailUnknown, { title: paperOfRow(row).buyer.name })
    await updateInvoice(act, id, {
      sent_on: act.today,
      sent_by: by,
      ...(by === 'mail'
        ? { mail: 'sending' as const, mail_to: address, mail_text: message ?? null, mail_error: null }
        : {}),
    })
    const version = await act.changeRecord(id)
    act.emit(c.invoiceSent, { id, title, ...(await turnTask(act, id)) }, [id])
    // before the paper is drawn there is nothing to attach: it is sent when it is
    if (by === 'mail' && row.file_id) act.enqueue(c.sendMail, { id })
    return { output: { id, version } }
  },
})

async function mailOf(act: Act, row: InvoiceRow): Promise<string | null> {
  const { terms, email } = await customerOf(act, row.customer_id)
  return terms.mail_to ?? email
}

export const recordMailBody = implementCommand(c.recordMail, {
  locks: ({ id }) => [{ kind: ['invoice', 'quote'], id }],
  async run(act, { id, mail, error }) {
    const { kind, title } = act.locked(id)
    await act
      .db<ReceivablesTables>()
      .updateTable(kind === 'quote' ? 'receivables.quote' : 'receivables.invoice')
      .set({ mail, mail_error: error })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    act.emit(c.mailRecorded, { id, title }, [id])
    return { output: {} }
  },
})

export const keepPaperBody = implementCommand(c.keepPaper, {
  locks: ({ id }) => [{ kind: 'invoice', id }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id, fileId }, row) {
    if (row.file_id || row.serial === null) return { output: { kept: false } }
    await updateInvoice(act, id, { file_id: fileId })
    act.emit(c.paperKept, { id, title: act.locked(id).title }, [id])
    if (row.mail === 'sending') act.enqueue(c.sendMail, { id })
    return { output: { kept: true } }
  },
})

/** What settled it last decides what it is called: given up, set off, else paid. */
async function settledAs(act: Act, itemId: string): Promise<'paid' | 'credited' | 'written-off'> {
  const { rows } = await sql<{ how: string }>`
    select distinct how from ledger.settlement_fact
    where organisation_id = ${act.office.id} and item_id = ${itemId}`.execute(act.db())
  const hows = rows.map(row => row.how)
  if (hows.includes('write-off')) return 'written-off'
  return hows.length > 0 && hows.every(how => how === 'credit') ? 'credited' : 'paid'
}

export const noteMovedBody = implementCommand(c.noteMoved, {
  async run(act, { items }) {
    for (const { itemId, key, remaining, state } of items) {
      const id = invoiceOfKey(key)
      if (!id) continue
      const minor = remaining.minor < 0n ? -remaining.minor : remaining.minor
      const now = minor === 0n && state === 'settled' ? await settledAs(act, itemId) : ('open' as const)
      await updateInvoice(act, id, { remaining_minor: minor, state: now })
      const { rows } = await sql<{ title: string }>`
        select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
      act.emit(c.invoiceMoved, { id, title: rows[0]!.title, remaining: { ...remaining, minor } }, [id])
      if (minor === 0n) await endPause(act, itemId)
    }
    return { output: {} }
  },
})

/** What is settled is neither disputed nor promised any more. */
async function endPause(act: Act, itemId: string): Promise<void> {
  await sql`
    update receivables.care set pause_reason = null, pause_until = null, pause_note = ''
    where organisation_id = ${act.office.id} and item_id = ${itemId} and pause_reason is not null`.execute(act.db())
}

export const notePaymentBody = implementCommand(c.notePayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  weigh: ({ amount }) => ({ amount }),
  async run(act, { id, amount, on, paidInto: into }, row) {
    requireInvoice(act, row, ['open'])
    const { title } = act.locked(id)
    const day = on ?? act.today
    if (Temporal.PlainDate.compare(act.today, day) < 0) act.refuse(c.daysReversed, { on: String(day) })
    if (
      row.type !== 'invoice' ||
      amount.currency !== row.currency ||
      amount.minor <= 0n ||
      amount.minor > row.remaining_minor
    )
      act.refuse(c.paymentTooMuch, { number: numberOf(row) })
    const paymentId = act.newId()
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.payment')
      .values({
        organisation_id: act.office.id,
        invoice_id: id,
        id: paymentId,
        paid_on: day,
        amount_minor: amount.minor,
        paid_into: into,
        withdrawn_at: null,
      })
      .execute()
    const version = await act.changeRecord(id)
    const key = `receivables.payment:${paymentId}`
    act.emit(
      c.paymentNoted,
      {
        id,
        title,
        number: numberOf(row),
        amount,
        book: [paymentEntry({ id, key, customerId: row.customer_id, title }, into, amount, day)],
        settled: [{ key, itemKey: itemKey(id), amount, on: day, byId: null, how: 'payment' }],
      },
      [id],
    )
    return {
      output: { id, version, paymentId, remaining: { ...amount, minor: row.remaining_minor - amount.minor } },
      undo: { command: 'receivables.withdraw-payment', input: { id, paymentId } },
    }
  },
})

export const withdrawPaymentBody = implementCommand(c.withdrawPayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id, paymentId }, row) {
    const payment = await act
      .db<ReceivablesTables>()
      .updateTable('receivables.payment')
      .set({ withdrawn_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('invoice_id', '=', id)
      .where('id', '=', paymentId)
      .where('withdrawn_at', 'is', null)
      .returning('amount_minor')
      .executeTakeFirst()
    if (!payment) return act.refuse(c.paymentUnknown)
    const version = await act.changeRecord(id)
    const key = `receivables.payment:${paymentId}`
    const { title } = act.locked(id)
    act.emit(
      c.paymentWithdrawn,
      {
        id,
        title,
        number: numberOf(row),
        amount: { minor: payment.amount_minor, currency: row.currency },
        bookReversed: [{ key, on: act.today, text: title }],
        settlementsWithdrawn: [{ key }],
      },
      [id],
    )
    return { output: { id, version } }
  },
})

const writeOffKey = (id: string, count: number): string => `receivables.write-off:${id}:${count}`

export const writeOffInvoiceBody = implementCommand(c.writeOffInvoice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  weigh: (_, row) => ({ amount: { minor: row.remaining_minor, currency: row.currency } }),
  async run(act, { id, reason }, row) {
    requireInvoice(act, row, ['open'])
    const { title } = act.locked(id)
    if (row.type !== 'invoice') act.refuse(c.invoiceStateWrong, { title })
    const amount = { minor: row.remaining_minor, currency: row.currency }
    const count = row.written_off_count + 1
    const key = writeOffKey(id, count)
    await updateInvoice(act, id, {
      written_off_minor: amount.minor,
      written_off_on: act.today,
      written_off_count: count,
      reason,
    })
    const version = await act.changeRecord(id)
    const about = { id, key, customerId: row.customer_id, title }
    act.emit(
      c.invoiceWrittenOff,
      {
        id,
        title,
        number: numberOf(row),
        amount,
        book: [writeOffEntry(about, paperOfRow(row), amount.minor, act.today)],
        settled: [{ key, itemKey: itemKey(id), amount, on: act.today, byId: null, how: 'write-off' }],
      },
      [id],
    )
    return { output: { id, version, amount }, undo: { command: 'receivables.take-back-write-off', input: { id } } }
  },
})

export const takeBackWriteOffBody = implementCommand(c.takeBackWriteOff, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.written_off_minor === null) return act.refuse(c.invoiceStateWrong, { title })
    await updateInvoice(act, id, { written_off_minor: null, written_off_on: null, reason: null })
    const version = await act.changeRecord(id)
    const key = writeOffKey(id, row.written_off_count)
    act.emit(
      c.writeOffTakenBack,
      {
        id,
        title,
        number: numberOf(row),
        amount: { minor: row.written_off_minor, currency: row.currency },
        bookReversed: [{ key, on: act.today, text: title }],
        settlementsWithdrawn: [{ key }],
      },
      [id],
    )
    return { output: { id, version } }
  },
})
