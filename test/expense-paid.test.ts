/** An expense report from its approval to the bank's confirmation: three modules that know nothing of each other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from './office.ts'
import { newBankAccount } from './scenes-banking.ts'

const office = await openOffice()

test('what a colleague is owed is paid by a run; the books come to nothing, the report is paid', async () => {
  const { act, see, make, superuser } = office
  const accountId = await newBankAccount(office, 'Bank')
  await act('banking.change-settings', { fourEyes: false })
  const personId = await make.principal()
  await act('expenses.set-pay-account', { personId, scheme: 'iban', number: 'SE35 5000 0000 0549 1000 0003' })
  const { id } = await act('expenses.create-report', { purpose: 'Paint', personId })
  const total = { amount: '486.25', currency: 'SEK' }
  const on = Temporal.Now.plainDateISO('Europe/Stockholm').toString()
  await act('expenses.add-expense', { id, category: 'supplies', on, text: 'Paint', total })
  await act('expenses.hand-in', { id })
  await act('expenses.verify-report', { id, anyway: true })
  await act('expenses.approve-report', { id })
  const { rows: items } = await superuser.query<{ id: string }>('select id from ledger.item where record_id = $1', [id])
  const { id: run } = await act('banking.propose-run', { accountId, itemIds: [items[0]!.id], method: 'file' })
  await act('banking.approve-run', { id: run })
  await office.runJobs()
  await act('banking.hand-out-run', { id: run })
  assert.equal((await see('expenses.get-report', { id })).record.state, 'approved', 'handed to the bank is not paid')
  await act('banking.confirm-run', { id: run, paidOn: on, reason: 'Seen at the bank' })
  assert.equal((await see('expenses.get-report', { id })).record.state, 'paid')
  const { rows: left } = await superuser.query<{ account: string; sum: string }>(
    `select l.account, sum(l.amount_minor)::text as sum from ledger.posting l group by l.account having sum(l.amount_minor) <> 0 order by 1`,
  )
  assert.deepEqual(
    left.map(({ sum }) => sum),
    ['-48625', '48625'],
    'bank and cost are left',
  )
  const refused = await office.try('expenses.unapprove-report', { id })
  assert.equal(refused.status === 'refused' && refused.refusal.name, 'report-being-paid')
  await act('banking.take-back-confirmation', { id: run })
  assert.equal((await see('expenses.get-report', { id })).record.state, 'approved')
})
