import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { type AccountRow, settingsOf } from '../account-row.ts'
import { bookPayments, inLots, noWishes, type Wishes } from '../booking.ts'
import * as c from '../contract.ts'
import {
  paymentIn,
  type PaymentRow,
  paymentsOf,
  requireRunState,
  requireUnmoved,
  type RunRow,
  sumOf,
} from '../run-row.ts'
import type { Keys } from '../messages/en.ts'
import { catalogues, officeWords } from '../words.ts'
import { loadRun, sendKey } from './runs.ts'

const problemKey = (name: string): Keys => {
  const key = `page.bank.pay-problem.${name}`
  return (key in catalogues.en ? key : 'page.bank.pay-problem.format-wrong') as Keys
}

/** The job says what came of writing; only an approved run waits for it. */
export const recordFileBody = implementCommand(c.recordFile, {
  locks: ({ id }) => [{ kind: 'payment-run', id }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, fileId, digest, name, groups, problems }, { row }) {
    if (row.state !== 'approved' || row.file_id) return { output: {} }
    const { title } = act.locked(id)
    await sql`
      update banking.run set file_id = ${fileId}, file_digest = decode(${digest}, 'hex'), file_name = ${name},
        problem = ${problems.length > 0 ? JSON.stringify(problems) : null}::jsonb
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await sql`
      update banking.payment p set payment_info_id = x."paymentInfoId"
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as x("paymentInfoId" text, "endToEndIds" jsonb)
      where p.organisation_id = ${act.office.id} and p.run_id = ${id} and x."endToEndIds" ? p.end_to_end_id`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    if (problems.length === 0) act.emit(c.fileWritten, { id, title }, [id])
    else {
      const task = {
        key: `banking.file:${id}`,
        title: officeWords(act, 'banking.task.file-failed', { title }).slice(0, 300),
        note: problems
          .map(one => officeWords(act, problemKey(one.name), { name: one.payee }))
          .join('\n')
          .slice(0, 4000),
        sourceId: id,
        ownerId: row.proposed_by_id,
        dueOn: act.today,
        ifLate: 'costs-money' as const,
      }
      act.emit(c.fileFailed, { id, title, work: [task] }, [id])
    }
    return { output: {} }
  },
})

export const writeAgainBody = implementCommand(c.writeAgain, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id }, { row }) {
    requireRunState(act, row, 'approved')
    if (row.method !== 'file' || row.file_id) act.refuse(c.runStateWrong, { title: act.locked(id).title })
    await sql`update banking.run set problem = null where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    act.enqueue(c.writeFileJob, { runId: id }, { singletonKey: id })
    const version = await act.changeRecord(id)
    act.emit(c.runChanged, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})

/** The run leaves the house: who and when is kept; where the office wants so, its payments are booked against clearing. */
async function handOut(act: Act, row: RunRow, account: AccountRow, payments: readonly PaymentRow[]): Promise<Wishes> {
  await sql`
    update banking.run set state = 'handed-out', handed_out_by_id = ${act.principal.id}, handed_out_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  // what it takes from an account in another currency is known when the bank has shown it
  if (row.currency !== account.currency || !(await settingsOf(act)).bookAtHandOut) return noWishes()
  const { wishes, keys } = await bookPayments(act, payments, {
    on: act.today,
    against: 'clearing',
    account,
    time: 'handed',
  })
  await setKeys(act, 'handed_key', keys)
  return wishes
}

export async function setKeys(
  act: Act,
  column: 'handed_key' | 'confirmed_key',
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...keys].map(([id, key]) => ({ id, key }))
  await sql`
    update banking.payment p set ${sql.ref(column)} = x.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, key text)
    where p.organisation_id = ${act.office.id} and p.id = x.id`.execute(act.db())
}

/** Says that it was handed out, with what follows in the books; more than one event carries goes into further ones. */
function tellHandedOut(act: Act, row: RunRow, payments: readonly PaymentRow[], wishes: Wishes): void {
  const { title } = act.locked(row.id)
  const told = { id: row.id, title, count: payments.length, amount: sumOf(payments, row.currency) }
  for (const [index, lot] of inLots(wishes).entries())
    act.emit(c.runHandedOut, { ...told, ...lot, ...(index === 0 ? { workDone: [{ key: sendKey(row.id) }] } : {}) }, [
      row.id,
    ])
}

export const handOutRunBody = implementCommand(c.handOutRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id }, { row, account }) {
    requireRunState(act, row, 'approved')
    const { title } = act.locked(id)
    if (row.method !== 'file') act.refuse(c.runStateWrong, { title })
    const fileId = row.file_id ?? act.refuse(c.fileMissing, { title })
    const payments = await paymentsOf(act, id)
    await requireUnmoved(act, payments)
    const wishes = await handOut(act, row, account, payments)
    const version = await act.changeRecord(id)
    tellHandedOut(act, row, payments, wishes)
    return { output: { id, version, fileId } }
  },
})

export const tickPaymentBody = implementCommand(c.tickPayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paymentId }, { row, account }) {
    requireRunState(act, row, 'approved')
    const { title } = act.locked(id)
    const payment = await paymentIn(act, id, paymentId)
    if (row.method !== 'hand') act.refuse(c.runStateWrong, { title })
    if (payment.state !== 'planned' || payment.ticked_at) act.refuse(c.paymentNotLive, { name: payment.party_name })
    await requireUnmoved(act, [payment])
    await sql`
      update banking.payment set ticked_at = ${act.at} where organisation_id = ${act.office.id} and id = ${paymentId}`.execute(
      act.db(),
    )
    const payments = await paymentsOf(act, id)
    const all = payments.every(one => one.ticked_at)
    const wishes = all ? await handOut(act, row, account, payments) : noWishes()
    const version = await act.changeRecord(id)
    act.emit(c.paymentTicked, { id, title, name: payment.party_name }, [id])
    if (all) tellHandedOut(act, row, payments, wishes)
    return { output: { id, version } }
  },
})

export const untickPaymentBody = implementCommand(c.untickPayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paymentId }, { row }) {
    requireRunState(act, row, 'approved')
    const payment = await paymentIn(act, id, paymentId)
    if (!payment.ticked_at) act.refuse(c.paymentNotLive, { name: payment.party_name })
    await sql`
      update banking.payment set ticked_at = null where organisation_id = ${act.office.id} and id = ${paymentId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.paymentUnticked, { id, title: act.locked(id).title, name: payment.party_name }, [id])
    return { output: { id, version } }
  },
})
