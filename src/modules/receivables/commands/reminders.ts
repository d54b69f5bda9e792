import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { BookWish, ItemWish } from '../../ledger/contract.ts'
import { contentGiven } from '../content.ts'
import * as c from '../contract.ts'
import { type Customer, customersOf, languageOf, requireCustomer } from '../customers.ts'
import { type Due, interestOf, isDue, isFee, openDues } from '../dues.ts'
import { insertInvoice, makePaper } from '../invoice-row.ts'
import { type Letter, letter } from '../letter.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { type Setting, settingOf } from '../setting.ts'
import type { ReceivablesTables } from '../tables.ts'
import { officeWords } from '../words.ts'

/** An open item of a customer's, of the record that is named. */
async function itemOf(act: Act, id: string, itemId: string): Promise<Due> {
  const [due] = await openDues(act, sql`i.item_id = ${itemId} and i.record_id = ${id}`)
  return due ?? act.refuse(c.nothingOverdue)
}

async function care(act: Act, due: Pick<Due, 'item_id' | 'record_id'>, change: object): Promise<void> {
  const row = change as Record<string, never>
  await act
    .db<ReceivablesTables>()
    .insertInto('receivables.care')
    .values({
      organisation_id: act.office.id,
      item_id: due.item_id,
      record_id: due.record_id,
      reminded_on: null,
      pause_reason: null,
      pause_until: null,
      charged_until: null,
      ...row,
    })
    .onConflict(conflict => conflict.columns(['organisation_id', 'item_id']).doUpdateSet(row))
    .execute()
}

/** Whatever the item stands for: an invoice of ours, or an entry by which it was taken over. */
const anyKind = ['invoice', 'ledger-entry'] as const

export const pauseRemindersBody = implementCommand(c.pauseReminders, {
  locks: ({ id }) => [{ kind: anyKind, id }],
  async run(act, { id, itemId, pauseReason: because, until, note }) {
    const due = await itemOf(act, id, itemId)
    await care(act, due, { pause_reason: because, pause_until: until ?? null, pause_note: note ?? '' })
    act.emit(c.remindersPaused, { id, title: act.locked(id).title, until: until ?? null }, [id])
    return { output: { id }, undo: { command: 'receivables.resume-reminders', input: { id, itemId } } }
  },
})

export const resumeRemindersBody = implementCommand(c.resumeReminders, {
  locks: ({ id }) => [{ kind: anyKind, id }],
  async run(act, { id, itemId }) {
    const due = await itemOf(act, id, itemId)
    await care(act, due, { pause_reason: null, pause_until: null, pause_note: '' })
    act.emit(c.remindersResumed, { id, title: act.locked(id).title }, [id])
    return { output: { id } }
  },
})

export interface Reminding {
  readonly customer: Customer
  readonly due: readonly Due[]
  readonly fees: readonly Due[]
}

/** Whom to remind of what today, by customer and currency; the oldest first. */
export async function pile(act: Parameters<typeof openDues>[0], only?: readonly string[]): Promise<Reminding[]> {
  const setting = await settingOf(act)
  const dues = await openDues(act, only ? sql`i.party_id = any(${[...only]}::uuid[])` : sql`i.party_id is not null`)
  const late = dues.filter(due => isDue(due, setting, act.today))
  const customers = await customersOf(
    act,
    late.map(due => due.party_id!),
  )
  const piles = new Map<string, { customer: Customer; due: Due[]; fees: Due[] }>()
  for (const due of late) {
    const customer = customers.get(due.party_id!)
    if (!customer) continue
    const key = `${due.party_id} ${due.currency}`
    const one = piles.get(key) ?? { customer, due: [], fees: [] }
    if (!piles.has(key)) piles.set(key, one)
    one.due.push(due)
  }
  for (const fee of dues.filter(isFee)) piles.get(`${fee.party_id} ${fee.currency}`)?.fees.push(fee)
  return [...piles.values()]
}

/** How many days a reminder gives. */
const daysToPay = 10

async function letterOf(act: Act, setting: Setting, one: Reminding, withFee: boolean): Promise<Letter> {
  const { customer, due } = one
  const currency = due[0]!.currency
  const step = Math.max(...due.map(each => each.step)) + 1
  const interest = await interestOf(act, due, setting.interestRates, act.today)
  const references = await referencesOf(act, due)
  const { paper } = await makePaper(act, { currency }, customer.party_id, 'quote', act.today)
  const money = (minor: bigint) => ({ minor, currency })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n)
  const { reminderFee } = setting
  const fee =
    withFee && reminderFee && reminderFee.currency === currency && step >= setting.feeFromStep ? reminderFee.minor : 0n
  const remaining = sum(due.map(each => each.remaining_minor))
  const earlier = sum(one.fees.map(each => each.remaining_minor))
  return {
    step,
    on: act.today,
    language: languageOf(act.office, customer),
    seller: paper.seller,
    buyer: paper.buyer,
    foot: setting.foot,
    currency,
    payBy: act.today.add({ days: daysToPay }),
    lines: due.map(each => ({
      number: each.number ?? each.title,
      issuedOn: each.issued_on,
      dueOn: each.due_on,
      amount: money(each.amount_minor),
      remaining: money(each.remaining_minor),
      interest: money(interest.get(each.item_id) ?? 0n),
      reference: references.get(each.item_id) ?? null,
      daysLate: each.due_on.until(act.today).days,
    })),
    fee: money(fee),
    earlierFees: money(earlier),
    remaining: money(remaining),
    interest: money(sum([...interest.values()])),
    total: money(remaining + fee + earlier),
    interestPercent: paper.interestPercent,
  }
}

async function referencesOf(act: Act, due: readonly Due[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ item_id: string; reference: string }>`
    select item_id, reference from ledger.item_fact
    where organisation_id = ${act.office.id} and item_id = any(${due.map(one => one.item_id)}::uuid[])
      and reference is not null`.execute(act.db())
  return new Map(rows.map(row => [row.item_id, row.reference]))
}

export const sendRemindersBody = implementCommand(c.sendReminders, {
  async run(act, { customerIds, sendBy: by, withFee }) {
    for (const id of new Set(customerIds)) await requireCustomer(act, id)
    const piles = await pile(act, customerIds)
    if (piles.length === 0) act.refuse(c.nothingOverdue)
    const setting = await settingOf(act)
    let withoutAddress = 0
    for (const one of piles) {
      const text = await letterOf(act, setting, one, withFee)
      const { terms, email } = one.customer
      const address = terms.mail_to ?? email
      const way = by ?? terms.delivery
      if (way === 'mail' && !address) withoutAddress++
      await remind(act, one, text, way === 'mail' && address ? { by: 'mail', to: address } : { by: 'print', to: null })
    }
    return { output: { sent: piles.length, withoutAddress } }
  },
})

async function remind(
  act: Act,
  { customer, due }: Reminding,
  text: Letter,
  way: { by: 'mail' | 'print'; to: string | null },
): Promise<void> {
  const reminderId = act.newId()
  const db = act.db<ReceivablesTables>()
  await db
    .insertInto('receivables.reminder')
    .values({
      organisation_id: act.office.id,
      id: reminderId,
      customer_id: customer.party_id,
      step: text.step,
      reminded_on: act.today,
      letter: JSON.stringify(letter.encode(text)),
      sent_by: way.by,
      mail: way.by === 'mail' ? 'sending' : 'none',
      mail_to: way.to,
      mail_error: null,
    })
    .execute()
  await db
    .insertInto('receivables.reminder_line')
    .values(
      due.map((each, at) => ({
        organisation_id: act.office.id,
        reminder_id: reminderId,
        item_id: each.item_id,
        record_id: each.record_id,
        step: each.step + 1,
        remaining_minor: each.remaining_minor,
        interest_minor: text.lines[at]!.interest.minor,
        fee_minor: at === 0 ? text.fee.minor : 0n,
        fee_waived_at: null,
        currency: each.currency,
      })),
    )
    .execute()
  for (const each of due) await care(act, each, { step: each.step + 1, reminded_on: act.today })
  const records = [...new Set(due.map(each => each.record_id))]
  act.emit(
    c.reminderSent,
    { customer: customer.name, count: due.length, ...feeOf(act, reminderId, customer, due[0]!, text) },
    [...records, customer.party_id],
  )
  if (way.by === 'mail') act.enqueue(c.sendReminderJob, { reminderId })
}

export const feeKey = (reminderId: string): string => `receivables.fee:${reminderId}`

/** The fee is booked, and owed beside the invoice that it is for. */
function feeOf(
  act: Act,
  reminderId: string,
  customer: Customer,
  due: Due,
  { fee }: Letter,
): { book?: BookWish[]; items?: ItemWish[] } {
  if (fee.minor === 0n) return {}
  const key = feeKey(reminderId)
  const text = officeWords(act, 'entry.reminder-fee', { customer: customer.name }).slice(0, 300)
  const entry: BookWish = {
    key,
    book: 'invoices',
    on: act.today,
    text,
    lines: [
      { role: 'receivables', amount: fee, partyId: customer.party_id },
      { role: 'reminder-fees', amount: { ...fee, minor: -fee.minor } },
    ],
    sourceId: due.record_id,
  }
  const item: ItemWish = {
    key,
    side: 'receivable',
    recordId: due.record_id,
    partyId: customer.party_id,
    partyName: customer.name.slice(0, 200),
    number: due.number,
    reference: null,
    issuedOn: act.today,
    dueOn: act.today.add({ days: daysToPay }),
    amount: fee,
    payTo: null,
    method: 'transfer',
    discount: null,
    ready: true,
    holdReason: null,
  }
  return { book: [entry], items: [item] }
}

export const recordReminderBody = implementCommand(c.recordReminder, {
  async run(act, { reminderId, mail, error }) {
    const row = await act
      .db<ReceivablesTables>()
      .updateTable('receivables.reminder')
      .set({ mail, mail_error: error })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', reminderId)
      .returning('customer_id')
      .executeTakeFirst()
    const name = row && (await customersOf(act, [row.customer_id])).get(row.customer_id)?.name
    if (name) act.emit(c.reminderRecorded, { customer: name }, [row.customer_id])
    return { output: {} }
  },
})

export const waiveFeeBody = implementCommand(c.waiveFee, {
  locks: ({ id }) => [{ kind: anyKind, id }],
  async run(act, { id, itemId, reminderId }) {
    const row = await act
      .db<ReceivablesTables>()
      .updateTable('receivables.reminder_line')
      .set({ fee_waived_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('reminder_id', '=', reminderId)
      .where('item_id', '=', itemId)
      .where('record_id', '=', id)
      .where('fee_minor', '>', 0n)
      .where('fee_waived_at', 'is', null)
      .returning(['fee_minor', 'currency'])
      .executeTakeFirst()
    if (!row) return act.refuse(c.feeUnknown)
    const { title } = act.locked(id)
    const key = feeKey(reminderId)
    act.emit(
      c.feeWaived,
      {
        id,
        title,
        number: title.slice(0, 100),
        amount: { minor: row.fee_minor, currency: row.currency },
        bookReversed: [{ key, on: act.today, text: title }],
        itemsWithdrawn: [{ key }],
      },
      [id],
    )
    return { output: { id } }
  },
})

/** Items of a customer that were paid late or are late now, with what was charged before. */
async function everLate(act: Act, customerId: string, until: Temporal.PlainDate) {
  const { rows } = await sql<{
    item_id: string
    amount_minor: bigint
    due_on: Temporal.PlainDate
    charged_until: Temporal.PlainDate | null
    number: string | null
    currency: string
  }>`
    select i.item_id, i.amount_minor, i.due_on, c.charged_until, i.number, i.currency from ledger.item_fact i
    join ${visibleRecords(act).selectAll()} r on r.id = i.record_id
    left join receivables.care c on c.organisation_id = i.organisation_id and c.item_id = i.item_id
    where i.organisation_id = ${act.office.id} and i.side = 'receivable' and i.state <> 'withdrawn'
      and i.party_id = ${customerId} and i.amount_minor > 0 and i.due_on < ${until}::date
      and i.currency = ${act.office.currency} and i.key not like 'receivables.fee:%'
    order by i.due_on, i.item_id limit 200`.execute(act.db())
  return rows
}

export const chargeInterestBody = implementCommand(c.chargeInterest, {
  locks: ({ id }) => [{ kind: ['organisation', 'person'], id }],
  async run(act, { id, until }) {
    const setting = await settingOf(act)
    const last = until && Temporal.PlainDate.compare(until, act.today) < 0 ? until : act.today
    if (setting.interestRates.length === 0) act.refuse(c.interestUnknown)
    const late = await everLate(act, id, last)
    const interest = await interestOf(act, late, setting.interestRates, last)
    const owed = late.filter(one => (interest.get(one.item_id) ?? 0n) > 0n)
    if (owed.length === 0) act.refuse(c.nothingOverdue)
    const lines = owed.map(one => ({
      text: officeWords(act, 'line.interest', {
        number: one.number ?? '',
        from: String((one.charged_until ?? one.due_on).add({ days: 1 })),
        until: String(last),
      }),
      price: decimalOfMoney({ minor: interest.get(one.item_id)!, currency: one.currency }),
      vatCode: null,
      interest: { itemId: one.item_id, until: String(last) },
    }))
    const content = contentGiven({ subject: officeWords(act, 'line.interest-subject', {}), lines })
    const { id: invoiceId, title } = await insertInvoice(act, { content, customerId: id })
    act.emit(c.invoiceCreated, { id: invoiceId, title }, [invoiceId])
    return { output: { id, invoiceId } }
  },
})

export const raiseRemindersBody = implementCommand(c.raiseReminders, {
  async run(act) {
    const customers = new Set((await pile(act)).map(one => one.customer.party_id)).size
    if (customers === 0) return { output: { customers } }
    const { year, week } = { year: act.today.yearOfWeek, week: act.today.weekOfYear }
    const title = officeWords(act, 'task.reminders', { count: customers }).slice(0, 300)
    act.emit(c.remindersDue, {
      count: customers,
      work: [{ key: `receivables.reminders:${year}-${week}`, title, role: 'bookkeeper', dueOn: act.today }],
    })
    return { output: { customers } }
  },
})
