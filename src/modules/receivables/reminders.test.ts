import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import { createOrganisation } from '../directory/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as r from './contract.ts'
import { hours, refusalOf, sek, sellingOffice, type SellingOffice } from './testing.ts'

let it: SellingOffice
before(async () => {
  it = await sellingOffice()
})
after(() => it.office.close())

const due = async () => {
  const answer = await it.office.query(r.listDue, {}, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}

test('in steps, one letter for each customer, with a fee that can be waived; never while it rests', async () => {
  const { office, elin, system } = it
  it.goTo('2026-09-01')
  const one = await it.draft()
  const two = await it.draft([{ ...hours, quantity: '1' }])
  const other = await it.firm('Other AB')
  const third = await it.draft([hours], { customerId: other })
  for (const id of [one, two, third]) await office.done(r.issueInvoice, { id }, elin)
  it.goTo('2026-10-05')
  assert.deepEqual(await due(), [], 'due on 1 October, five days of patience')
  it.goTo('2026-10-06')
  assert.deepEqual(
    (await due()).map(row => [row.customer?.title, row.step, row.remaining.amount, row.fee?.amount, row.items.length]),
    [
      ['Lindholmens Papper AB', 1, '6250.00', '60.00', 2],
      ['Other AB', 1, '5000.00', '60.00', 1],
    ],
  )
  const raised = await office.done(r.raiseReminders, {}, system)
  assert.equal(raised.customers, 2)
  await office.done(r.raiseReminders, {}, system)
  const tasks = await office.query(listTasks, { text: 'overdue' }, elin)
  assert.ok(tasks.status === 'done' && tasks.output.rows.length === 1, 'one task a week')
  const { itemId } = await it.see(two)
  const paused = await office.dispatch(r.pauseReminders, { id: two, itemId: itemId!, pauseReason: 'dispute' }, elin)
  assert.ok(paused.status === 'done')
  assert.equal((await due())[0]!.remaining.amount, '5000.00')

  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  const customerIds = [it.customer, other]
  const told = await office.done(r.sendReminders, { customerIds }, elin)
  assert.deepEqual(told, { sent: 2, withoutAddress: 0 })
  await office.runJobs()
  setMailDoor(null)
  assert.equal(sent.filter(mail => mail.attachments?.[0]?.name === 'Friendly reminder.pdf').length, 2)
  assert.match(sent.at(-1)!.text, /5,060\.00/)
  assert.equal(
    refusalOf(await office.dispatch(r.sendReminders, { customerIds }, elin)),
    'item-not-overdue',
    'not twice',
  )
  const seen = await it.see(one)
  assert.deepEqual(
    [seen.reminders.length, seen.reminders[0]!.fee, seen.nextReminderOn],
    [1, sek('60.00'), '2026-10-20'],
  )
  const before = await it.balances()
  assert.equal(before['1510'], 625000n + 500000n + 12000n)
  await office.done(r.waiveFee, { id: one, itemId: seen.itemId!, reminderId: seen.reminders[0]!.id }, elin)
  assert.equal((await it.balances())['1510'], 625000n + 500000n + 6000n)
  assert.equal(
    refusalOf(
      await office.dispatch(r.waiveFee, { id: one, itemId: seen.itemId!, reminderId: seen.reminders[0]!.id }, elin),
    ),
    'reminder-fee-not-found',
  )
  it.goTo('2026-10-20')
  await office.done(r.resumeReminders, { id: two, itemId: itemId! }, elin)
  const next = await due()
  assert.deepEqual(
    next.map(row => [row.customer?.title, row.step]),
    [
      ['Lindholmens Papper AB', 2],
      ['Other AB', 2],
    ],
  )
})

test('a promise rests it until its day; what is paid is reminded of no more', async () => {
  const { office, elin } = it
  it.goTo('2026-10-21')
  const rows = await office.query(r.listInvoices, { customerId: it.customer }, elin)
  assert.ok(rows.status === 'done')
  for (const row of rows.output.rows) {
    const { itemId } = await it.see(row.id)
    await office.done(
      r.pauseReminders,
      { id: row.id, itemId: itemId!, pauseReason: 'promise', until: '2026-10-30' },
      elin,
    )
  }
  assert.deepEqual(
    (await due()).map(row => row.customer?.title),
    ['Other AB'],
  )
  it.goTo('2026-10-31')
  assert.equal((await due()).length, 2)
  for (const row of rows.output.rows) await office.done(r.notePayment, { id: row.id, amount: row.remaining }, elin)
  assert.deepEqual(
    (await due()).map(row => row.customer?.title),
    ['Other AB'],
  )
  const owing = await office.query(r.listOwing, {}, elin)
  assert.ok(owing.status === 'done')
  assert.deepEqual(
    owing.output.rows.map(row => [row.name, row.to30.amount]),
    [['Other AB', '5060.00']],
    'and the fee of its reminder',
  )
})

test('interest is charged to the day and never twice; the statement adds up', async () => {
  const { office, elin } = it
  it.goTo('2026-10-31')
  // 5,000.00 and 1,250.00 due on 1 October, paid on the 31st: 30 days but the last at 10 %
  const { invoiceId } = await office.done(r.chargeInterest, { id: it.customer }, elin)
  const twin = await office.done(r.chargeInterest, { id: it.customer }, elin)
  const draft = await it.see(invoiceId)
  assert.equal(draft.total.amount, String(((625000 * 0.1 * 29) / 365 / 100).toFixed(2)))
  await office.done(r.issueInvoice, { id: invoiceId }, elin)
  assert.equal(
    refusalOf(await office.dispatch(r.issueInvoice, { id: twin.invoiceId }, elin)),
    'interest-already-charged',
  )
  assert.equal(refusalOf(await office.dispatch(r.chargeInterest, { id: it.customer }, elin)), 'item-not-overdue')
  const answer = await office.query(r.statement, { id: it.customer }, elin)
  assert.ok(answer.status === 'done')
  const [account] = answer.output.accounts
  assert.deepEqual(
    [account!.opening.amount, account!.closing.amount, account!.rows.length],
    ['0.00', draft.total.amount, 5],
  )
  const later = await office.query(r.statement, { id: it.customer, from: '2026-10-01' }, elin)
  assert.ok(later.status === 'done' && later.output.accounts[0]!.opening.amount === '6250.00')
})

test('where only certified programs may, nothing is issued; quotes are', async () => {
  const { office } = it
  const lisbon = office.principal(await office.openOrganisation('pt', 'PT'))
  const answer = await office.query(r.getInvoicing, {}, lisbon)
  assert.ok(answer.status === 'done' && !answer.output.mayIssue)
  const { id: customerId } = await office.done(createOrganisation, { name: 'Livraria Ler Devagar' }, lisbon)
  const lines = [{ text: 'Horas', price: '50' }]
  const { id } = await office.done(r.createInvoice, { customerId, lines }, lisbon)
  assert.equal(refusalOf(await office.dispatch(r.issueInvoice, { id }, lisbon)), 'invoicing-not-certified')
  const quote = await office.done(r.createQuote, { customerId, lines }, lisbon)
  assert.equal((await office.done(r.sendQuote, { id: quote.id }, lisbon)).number.slice(0, 1), 'Q')
})

test('a fee that no currency can have is not set, and what is set is undone to what was usual', async () => {
  const { office, elin } = it
  const wrong = { reminderFee: { amount: '1.234', currency: 'SEK' } }
  assert.equal(refusalOf(await office.dispatch(r.setInvoicing, wrong, elin)), 'invoice-figure-not-possible')
  const set = await office.dispatch(r.setInvoicing, { paymentDays: 10, phone: '1', reminderFee: null }, elin)
  assert.ok(set.status === 'done')
  await office.done(r.setInvoicing, set.undo!.input as never, elin)
  const back = await office.query(r.getInvoicing, {}, elin)
  assert.ok(back.status === 'done')
  assert.deepEqual([back.output.paymentDays, back.output.phone], [30, null])
})
