import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { moneyOf, requireLedgerAccount, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'
import { boxOf } from './box-row.ts'

export const openCashBoxBody = implementCommand(c.openCashBox, {
  async run(act, input) {
    await requireLedgerAccount(act, input.ledgerAccount)
    await requireColleague(act, input.keeperId, c.personUnknown)
    const id = await act.createRecord({
      kind: 'cash-box',
      title: input.name,
      ...(input.class === undefined ? {} : { class: input.class }),
    })
    await sql`
      insert into banking.cash_box (organisation_id, id, currency, ledger_account, keeper_id)
      values (${act.office.id}, ${id}, ${input.currency ?? act.office.currency}, ${input.ledgerAccount ?? null}, ${input.keeperId ?? null})`.execute(
      act.db(),
    )
    act.emit(c.cashBoxOpened, { id, title: input.name }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'banking.close-cash-box', input: { id, expectedVersion: 1 } },
    }
  },
})

export const changeCashBoxBody = implementCommand(c.changeCashBox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, { id, name, keeperId, ledgerAccount }, before) {
    await requireLedgerAccount(act, ledgerAccount)
    await requireColleague(act, keeperId, c.personUnknown)
    const was = act.locked(id).title
    await sql`
      update banking.cash_box set keeper_id = ${keeperId === undefined ? before.keeper_id : keeperId},
        ledger_account = ${ledgerAccount === undefined ? before.ledger_account : ledgerAccount}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const title = name ?? was
    const version = await act.changeRecord(id, { title })
    act.emit(c.cashBoxChanged, { id, title }, [id])
    const inverse = {
      id,
      expectedVersion: version,
      name: was,
      keeperId: before.keeper_id,
      ledgerAccount: before.ledger_account,
    }
    return { output: { id, version }, undo: { command: 'banking.change-cash-box', input: inverse } }
  },
})

async function setClosed(act: Act, id: string, closed: boolean): Promise<number> {
  await sql`update banking.cash_box set is_closed = ${closed} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return act.changeRecord(id)
}

export const closeCashBoxBody = implementCommand(c.closeCashBox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, { id }, box) {
    const { title } = act.locked(id)
    if (box.is_closed) act.refuse(c.cashBoxClosed, { title })
    if (box.balance_minor !== 0n)
      act.refuse(c.cashBoxNotEmpty, { title, balance: wordedAmount(moneyOf(box.balance_minor, box.currency)) })
    const version = await setClosed(act, id, true)
    act.emit(c.cashBoxClosedEvent, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'banking.reopen-cash-box', input: { id, expectedVersion: version } },
    }
  },
})

export const reopenCashBoxBody = implementCommand(c.reopenCashBox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, { id }, box) {
    const { title } = act.locked(id)
    if (!box.is_closed) act.refuse(c.cashBoxOpen, { title })
    const version = await setClosed(act, id, false)
    act.emit(c.cashBoxReopened, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'banking.close-cash-box', input: { id, expectedVersion: version } },
    }
  },
})
