import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { alarmsOf, billOf, requireBillState, updateBill } from '../bill-row.ts'
import { accountKey, filled, openKeys } from '../bill-work.ts'
import * as c from '../contract.ts'
import type { AlarmRule } from '../contract/shapes.ts'
import { readiness } from '../posting.ts'
import type { BillRow } from '../rows.ts'
import { officeWords } from '../words.ts'

const stopWords = (act: Act): string => officeWords(act, 'hold.alarm')

/** Changes what keeps a bill, and tells the ledger where it owes something. */
async function keepOrLet(act: Act, before: BillRow, change: Partial<BillRow>) {
  updateBill(act, before.id, change)
  const row = { ...before, ...change }
  const version = await act.changeRecord(before.id)
  return { version, more: filled({ itemsChanged: row.posted ? [readiness(row, stopWords(act))] : [] }) }
}

const undo = (command: `${string}.${string}`, id: string, more: object = {}) => ({ command, input: { id, ...more } })

async function hold(act: Act, row: BillRow, kind: 'held' | 'disputed', reason: string) {
  const { title } = act.locked(row.id)
  requireBillState(act, row, ['to-code', 'to-approve', 'approved', 'part-paid'])
  if (row.hold) act.refuse(c.billHeld, { title })
  const { version, more } = await keepOrLet(act, row, { hold: kind, hold_reason: reason })
  act.emit(kind === 'held' ? c.billHeldEvent : c.billDisputed, { id: row.id, title, reason, ...more }, [row.id])
  return { output: { id: row.id, version }, undo: undo('payables.release-bill', row.id) }
}

export const holdBillBody = implementCommand(c.holdBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  run: (act, { reason }, row) => hold(act, row, 'held', reason),
})

export const disputeBillBody = implementCommand(c.disputeBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  run: (act, { reason }, row) => hold(act, row, 'disputed', reason),
})

export const releaseBillBody = implementCommand(c.releaseBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (!row.hold) act.refuse(c.billNotHeld, { title })
    const { version, more } = await keepOrLet(act, row, { hold: null, hold_reason: null })
    act.emit(c.billReleased, { id, title, ...more }, [id])
    const again = row.hold === 'held' ? 'payables.hold-bill' : 'payables.dispute-bill'
    return { output: { id, version }, undo: undo(again, id, { reason: row.hold_reason }) }
  },
})

interface Settled {
  readonly how: string
  readonly said: string
}

/** Settles an open alarm, or opens a settled one; gives whether anything stops the bill now. */
async function setAlarm(act: Act, id: string, rule: AlarmRule, settled: Settled | null): Promise<boolean> {
  await sql`
    update payables.alarm set settled_at = ${settled ? act.at : null}, settled_by_id = ${settled ? act.principal.id : null},
      how = ${settled?.how ?? null}, said = ${settled?.said.slice(0, 500) ?? null}
    where organisation_id = ${act.office.id} and bill_id = ${id} and rule = ${rule}`.execute(act.db())
  return (await alarmsOf(act, id)).some(one => one.severity === 'stop' && one.settled_at === null)
}

async function requireAlarm(act: Act, id: string, rule: AlarmRule, open: boolean): Promise<void> {
  const alarm = (await alarmsOf(act, id)).find(one => one.rule === rule && (one.settled_at === null) === open)
  if (!alarm) act.refuse(c.alarmUnknown, { title: act.locked(id).title })
}

const digits = (number: string): string => number.replace(/\D/g, '').replace(/^0+/, '')

/** The number as the directory has it; refused where it has not: the one on the paper may be the forger's. */
async function knownNumber(act: Act, row: BillRow, phone: string | undefined): Promise<string> {
  const { rows } = await sql<{ written: string; e164: string | null }>`
    select written, e164 from directory.number_fact where organisation_id = ${act.office.id} and party_id = ${row.supplier_id}::uuid`.execute(
    act.db(),
  )
  const wanted = digits(phone ?? '')
  const known = rows.find(
    ({ written, e164 }) => wanted !== '' && [written, e164 ?? ''].some(one => digits(one) === wanted),
  )
  return known?.written ?? act.refuse(c.numberNotKnown, { number: phone ?? '–', supplier: row.supplier_name })
}

export const confirmAccountBody = implementCommand(c.confirmAccount, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, how, spokeTo, phone, note }, row) {
    const { title } = act.locked(id)
    await requireAlarm(act, id, 'account-changed', true)
    const rung = how === 'phone' ? await knownNumber(act, row, phone) : null
    const said = [spokeTo, rung, note].filter(Boolean).join(' · ')
    const stopped = await setAlarm(act, id, 'account-changed', { how, said })
    const { version, more } = await keepOrLet(act, row, { stopped })
    const workDone = await openKeys(act, accountKey(id))
    act.emit(c.accountConfirmed, { id, title, number: row.pay_number ?? '–', ...filled({ workDone }), ...more }, [id])
    return { output: { id, version }, undo: undo('payables.reopen-alarm', id, { rule: 'account-changed' }) }
  },
})

export const settleAlarmBody = implementCommand(c.settleAlarm, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, rule, how, said }, row) {
    const { title } = act.locked(id)
    if (rule === 'account-changed') act.refuse(c.alarmNeedsOtherWay, { title })
    await requireAlarm(act, id, rule, true)
    const stopped = await setAlarm(act, id, rule, { how, said })
    const { version, more } = await keepOrLet(act, row, { stopped })
    act.emit(c.alarmSettled, { id, title, said: said.slice(0, 200), ...more }, [id])
    return { output: { id, version }, undo: undo('payables.reopen-alarm', id, { rule }) }
  },
})

export const reopenAlarmBody = implementCommand(c.reopenAlarm, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, rule }, row) {
    const { title } = act.locked(id)
    await requireAlarm(act, id, rule, false)
    const stopped = await setAlarm(act, id, rule, null)
    const { version, more } = await keepOrLet(act, row, { stopped })
    act.emit(c.alarmReopened, { id, title, ...more }, [id])
    return { output: { id, version } }
  },
})
