import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { adviseByItself, forgetAdvices } from '../advice/acts.ts'
import { bookPayments, inLots, noWishes, type Wishes, withdrawnOf } from '../booking.ts'
import * as c from '../contract.ts'
import {
  endPayments,
  followPayments,
  paymentIn,
  paymentItems,
  type PaymentRow,
  paymentsOf,
  requireRunState,
  settlePayments,
} from '../run-row.ts'
import { officeWords } from '../words.ts'
import { setKeys } from './run-file.ts'
import { loadRun } from './runs.ts'

/** By hand: what no statement has shown yet is settled and booked as paid on that day. */
export const confirmRunBody = implementCommand(c.confirmRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paidOn, reason }, { row, account }) {
    requireRunState(act, row, 'handed-out')
    const { title, version: time } = act.locked(id)
    const payments = (await paymentsOf(act, id)).filter(one => one.state === 'planned')
    const { wishes, keys, taken } = await bookPayments(act, payments, {
      on: paidOn,
      against: 'bank',
      account,
      time: String(time),
    })
    await settlePayments(act, [...keys.keys()], paidOn, null)
    await setKeys(act, 'confirmed_key', keys)
    await adviseByItself(act, [...keys.keys()])
    await notePaid(act, taken)
    await followPayments(act, id, paidOn)
    await sql`
      update banking.run set confirmed_because = ${reason} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    for (const lot of inLots(wishes)) act.emit(c.runConfirmed, { id, title, on: paidOn, reason, ...lot }, [id])
    return {
      output: { id, version },
      undo: { command: 'banking.take-back-confirmation', input: { id, expectedVersion: version } },
    }
  },
})

/** What payments in another currency took from the account, as it was booked: the bank's line may differ. */
async function notePaid(act: Act, taken: ReadonlyMap<string, bigint>): Promise<void> {
  if (taken.size === 0) return
  await sql`
    update banking.payment p set paid_minor = x.minor from unnest(${[...taken.keys()]}::uuid[], ${[...taken.values()].map(String)}::bigint[]) x(id, minor)
    where p.organisation_id = ${act.office.id} and p.id = x.id`.execute(act.db())
}

export const takeBackConfirmationBody = implementCommand(c.takeBackConfirmation, {
  constraints: { payment_item_live_once: c.itemInRun },
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  async run(act, { id }) {
    const { title } = act.locked(id)
    const confirmed = (await paymentsOf(act, id)).filter(
      one => one.confirmed_key && !one.line_id && one.state === 'settled',
    )
    if (confirmed.length === 0) act.refuse(c.runStateWrong, { title })
    const items = await paymentItems(
      act,
      confirmed.map(one => one.id),
    )
    const wishes = noWishes()
    for (const one of confirmed) {
      wishes.bookReversed.push({
        key: one.confirmed_key!,
        on: one.settled_on!,
        text: officeWords(act, 'banking.entry.taken-back', { name: one.party_name }).slice(0, 300),
      })
      if (!one.handed_key)
        wishes.settlementsWithdrawn.push(
          ...withdrawnOf(
            items.filter(item => item.payment_id === one.id),
            one.confirmed_key!,
          ),
        )
    }
    await revivePayments(
      act,
      confirmed.map(one => one.id),
    )
    await sql`
      update banking.run set state = 'handed-out', settled_on = null, confirmed_because = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    for (const lot of inLots(wishes)) act.emit(c.confirmationTakenBack, { id, title, ...lot }, [id])
    return { output: { id, version } }
  },
})

/** Payments that were settled are planned again, and hold their items. */
export async function revivePayments(act: Act, ids: readonly string[]): Promise<void> {
  await forgetAdvices(act, ids)
  await sql`
    update banking.payment set state = 'planned', settled_on = null, line_id = null, confirmed_key = null, paid_minor = null
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
  await sql`
    update banking.payment_item set live = true
    where organisation_id = ${act.office.id} and payment_id = any(${[...ids]}::uuid[])`.execute(act.db())
}

/** What the bank turned down: its items are open again, what was booked of it is reversed, and somebody sees to it. */
export async function rejectPayments(
  act: Act,
  row: { readonly id: string; readonly proposed_by_id: string },
  rejections: readonly { readonly payment: PaymentRow; readonly reason: string }[],
): Promise<void> {
  const { title } = act.locked(row.id)
  const items = await paymentItems(
    act,
    rejections.map(({ payment }) => payment.id),
  )
  for (const { payment, reason } of rejections) {
    const wishes: Wishes = noWishes()
    const own = items.filter(one => one.payment_id === payment.id)
    if (payment.handed_key) {
      const text = officeWords(act, 'banking.entry.rejected', { name: payment.party_name }).slice(0, 300)
      wishes.bookReversed.push({ key: payment.handed_key, on: act.today, text })
      wishes.settlementsWithdrawn.push(...withdrawnOf(own, payment.handed_key))
    }
    const task = {
      key: `banking.rejected:${payment.id}`,
      title: officeWords(act, 'banking.task.rejected', { name: payment.party_name }).slice(0, 300),
      note: reason,
      sourceId: row.id,
      ownerId: row.proposed_by_id,
      dueOn: act.today,
      ifLate: 'costs-money' as const,
    }
    await endPayments(act, [payment.id], { state: 'rejected', reason })
    const records = [row.id, ...new Set(own.map(one => one.record_id))]
    for (const [index, lot] of inLots(wishes).entries())
      act.emit(
        c.paymentRejected,
        { id: row.id, title, name: payment.party_name, reason, ...lot, ...(index === 0 ? { work: [task] } : {}) },
        records,
      )
  }
  await followPayments(act, row.id, act.today)
}

export const rejectPaymentBody = implementCommand(c.rejectPayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paymentId, reason }, { row }) {
    requireRunState(act, row, 'handed-out')
    const payment = await paymentIn(act, id, paymentId)
    if (payment.state !== 'planned') act.refuse(c.paymentNotLive, { name: payment.party_name })
    await rejectPayments(act, row, [{ payment, reason }])
    const version = await act.changeRecord(id)
    return { output: { id, version } }
  },
})
