import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { money } from '../../../kernel/schema.ts'
import { accountOf, type AccountRow, requireOpen, settingsOf, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'
import { itemsByIds } from '../open-items.ts'
import { payDay, type Plan, planRun } from '../plan.ts'
import {
  addPayments,
  endPayments,
  fileName,
  lockProposing,
  paymentIn,
  paymentItems,
  paymentsOf,
  requireRunState,
  requireUnmoved,
  runOf,
  type RunRow,
  sumOf,
} from '../run-row.ts'
import { officeWords } from '../words.ts'

const constraints = { payment_item_live_once: c.itemInRun }

/** What was asked for by name must be payable, every one of it. */
function requirePayable(act: Act, plan: Plan, wanted: readonly string[]): void {
  const planned = new Set(plan.payments.flatMap(({ items }) => items.map(({ item }) => item.item_id)))
  const left = wanted.find(id => !planned.has(id))
  if (!left) return
  const out = plan.leftOut.find(({ item }) => item.item_id === left)
  if (out?.reason === 'in-run') act.refuse(c.itemInRun, { name: out.item.party_name })
  act.refuse(c.itemUnpayable, { name: out?.item.party_name ?? '–' })
}

export const proposeRunBody = implementCommand(c.proposeRun, {
  constraints,
  locks: ({ accountId }) => [{ kind: 'bank-account', id: accountId }],
  load: (act, { accountId }) => accountOf(act, accountId),
  async run(act, input, account) {
    requireOpen(act, account)
    if (input.payOn && Temporal.PlainDate.compare(input.payOn, act.today) < 0) act.refuse(c.dayPassed)
    await lockProposing(act)
    const plan = await planRun(act, account, input)
    if (input.itemIds) requirePayable(act, plan, input.itemIds)
    if (plan.payments.length === 0) act.refuse(c.runEmpty)
    const year = act.today.year
    const serial = await act.nextNumber(`banking.run:${year}`)
    const title = officeWords(act, 'banking.title.run', { number: `${year}-${String(serial).padStart(3, '0')}` })
    const names = [...new Set(plan.payments.map(({ partyName }) => partyName))].join(' ')
    const id = await act.createRecord({
      kind: 'payment-run',
      title,
      class: act.locked(account.id).class,
      source: account.id,
      search: { body: names.slice(0, 20_000) },
    })
    await sql`
      insert into banking.run (organisation_id, id, account_id, year, serial, method, state, currency, message_id, proposed_by_id, proposed_on)
      values (${act.office.id}, ${id}, ${account.id}, ${year}, ${serial}, ${input.method ?? 'file'}, 'proposed', ${plan.currency},
        ${fileName('K', id)}, ${act.principal.id}, ${act.today})`.execute(act.db())
    await addPayments(act, { id, currency: plan.currency }, plan.payments)
    const amount = sumOf(plan.payments, plan.currency)
    act.emit(c.runProposed, { id, title, count: plan.payments.length, amount }, [id])
    return {
      output: { id, version: 1, count: plan.payments.length, amount, leftOut: plan.leftOut.length },
      undo: { command: 'banking.withdraw-run', input: { id, expectedVersion: 1 } },
    }
  },
})

interface LoadedRun {
  readonly row: RunRow
  readonly account: AccountRow
}
export async function loadRun(act: Act, id: string): Promise<LoadedRun> {
  const row = await runOf(act, id)
  return { row, account: await accountOf(act, row.account_id) }
}

export const addToRunBody = implementCommand(c.addToRun, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, itemIds }, { row, account }) {
    requireRunState(act, row, 'proposed')
    await lockProposing(act)
    const plan = await planRun(act, account, { itemIds, currency: row.currency, method: row.method })
    requirePayable(act, plan, itemIds)
    await addPayments(act, row, plan.payments)
    const version = await act.changeRecord(id)
    act.emit(c.runChanged, { id, title: act.locked(id).title }, [id])
    return { output: { id, version, count: plan.payments.length } }
  },
})

export const leaveOutBody = implementCommand(c.leaveOut, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paymentId }, { row }) {
    requireRunState(act, row, 'proposed')
    const payment = await paymentIn(act, id, paymentId)
    await sql`delete from banking.payment where organisation_id = ${act.office.id} and id = ${paymentId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.paymentLeftOut, { id, title: act.locked(id).title, name: payment.party_name }, [id])
    return { output: { id, version } }
  },
})

export const changePaymentBody = implementCommand(c.changePayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, { id, paymentId, payOn, amount }, { row }) {
    requireRunState(act, row, 'proposed')
    const before = await paymentIn(act, id, paymentId)
    if (payOn && Temporal.PlainDate.compare(payOn, act.today) < 0) act.refuse(c.dayPassed)
    const day = payOn ? payDay(payOn, act.today, act.office.country) : before.pay_on
    if (amount) await setPart(act, before, amount)
    await sql`update banking.payment set pay_on = ${day} where organisation_id = ${act.office.id} and id = ${paymentId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.runChanged, { id, title: act.locked(id).title }, [id])
    const was = { minor: before.amount_minor, currency: before.currency }
    const undo = {
      id,
      expectedVersion: version,
      paymentId,
      ...(payOn ? { payOn: String(before.pay_on) } : {}),
      ...(amount ? { amount: money().encode(was) } : {}),
    }
    return { output: { id, version }, undo: { command: 'banking.change-payment', input: undo } }
  },
})

/** Pays only a part of the one item of a payment; a discount is for who pays all. */
async function setPart(
  act: Act,
  payment: { readonly id: string; readonly currency: string; readonly party_name: string },
  amount: { readonly minor: bigint; readonly currency: string },
): Promise<void> {
  const items = await paymentItems(act, [payment.id])
  const [item] = await itemsByIds(act, [items[0]!.item_id])
  const most = item?.remaining_minor ?? 0n
  if (items.length !== 1 || amount.currency !== payment.currency || amount.minor <= 0n || amount.minor > most)
    act.refuse(c.amountTooHigh, {
      name: payment.party_name,
      most: wordedAmount({ minor: most, currency: payment.currency }),
    })
  const whole = item!.discount_minor && amount.minor === most - item!.discount_minor && items[0]!.discount_minor > 0n
  const paid = whole ? most : amount.minor
  await sql`
    update banking.payment_item set amount_minor = ${paid}, discount_minor = ${whole ? item!.discount_minor : 0n}
    where organisation_id = ${act.office.id} and payment_id = ${payment.id}`.execute(act.db())
  await sql`
    update banking.payment set amount_minor = ${amount.minor} where organisation_id = ${act.office.id} and id = ${payment.id}`.execute(
    act.db(),
  )
}

export const withdrawRunBody = implementCommand(c.withdrawRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id }, { row }) {
    requireRunState(act, row, 'proposed', 'approved')
    const { title } = act.locked(id)
    const payments = await paymentsOf(act, id)
    // what somebody has entered at the bank by hand is on its way
    if (payments.some(one => one.ticked_at)) act.refuse(c.runStateWrong, { title })
    await endPayments(
      act,
      payments.map(one => one.id),
      { state: 'dropped' },
    )
    await sql`update banking.run set state = 'withdrawn' where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.runWithdrawn, { id, title, workDone: [{ key: sendKey(id) }] }, [id])
    return { output: { id, version } }
  },
})

export const sendKey = (id: string): string => `banking.send:${id}`

export const approveRunBody = implementCommand(c.approveRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: async (act, input) => ({
    ...(await loadRun(act, input.id)),
    payments: await paymentsOf(act, input.id),
    settings: await settingsOf(act),
  }),
  weigh: (_, { row, payments, settings }, act) => ({
    amount: sumOf(payments, row.currency),
    ...(settings.fourEyes && row.proposed_by_id === act.principal.id ? { fourEyes: true } : {}),
  }),
  basis: (_, { row, payments }) => ({
    title: row.message_id,
    shown: payments.map(one => [
      one.party_name,
      one.pay_to,
      String(one.amount_minor),
      one.currency,
      String(one.pay_on),
    ]),
  }),
  async run(act, { id }, { row, account, payments }) {
    requireRunState(act, row, 'proposed')
    requireOpen(act, account)
    if (payments.length === 0) act.refuse(c.runEmpty)
    if (payments.some(one => Temporal.PlainDate.compare(one.pay_on, act.today) < 0)) act.refuse(c.dayPassed)
    await requireUnmoved(act, payments)
    await sql`
      update banking.run set state = 'approved', approved_by_id = ${act.principal.id}, approved_at = ${act.at}, problem = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    if (row.method === 'file') act.enqueue(c.writeFileJob, { runId: id }, { singletonKey: id })
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    const first = payments[0]!.pay_on
    const message = row.method === 'file' ? 'banking.task.send-file' : 'banking.task.pay-by-hand'
    const task = {
      key: sendKey(id),
      title: officeWords(act, message, { title }).slice(0, 300),
      sourceId: id,
      ownerId: row.proposed_by_id,
      dueOn: first,
      ifLate: 'costs-money' as const,
    }
    act.emit(
      c.runApproved,
      { id, title, count: payments.length, amount: sumOf(payments, row.currency), work: [task] },
      [id],
    )
    return { output: { id, version } }
  },
})
