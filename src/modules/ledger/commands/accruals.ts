import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { type AccrualRow, postDue, spread, stopSpreading, unspread, within } from '../accruals.ts'
import { requireBooks, settingsOf } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { entryOf } from '../reversing.ts'

export const accrueEntryBody = implementCommand(c.accrueEntry, {
  locks: ({ id, expectedVersion }) => [{ kind: 'ledger-entry', id, expectedVersion }],
  load: requireBooks,
  weigh: ({ amount }) => ({ amount }),
  async run(act, { id, account, amount, from, months, ...input }, settings) {
    const entry = await entryOf(act, id)
    const { title } = act.locked(id)
    if (entry.reversed_by) act.refuse(c.entryReversed, { title })
    if (amount.currency !== settings.currency)
      act.refuse(c.currencyForeign, { currency: amount.currency, wanted: settings.currency })
    const left = await unspread(act, id, account)
    if (!within(amount.minor, left))
      act.refuse(c.accrualTooMuch, {
        account,
        left: `${decimalOfMoney({ minor: left, currency: amount.currency })} ${amount.currency}`,
      })
    const text = input.text ?? entry.text
    const accrual = await spread(act, settings.currency, { entry, account, minor: amount.minor, from, months, text })
    await postDue(act, settings.currency, [accrual.id])
    const version = await act.changeRecord(id)
    act.emit(c.costAccrued, { id, title, accrualId: accrual.id, months }, [id])
    return {
      output: { id, version, accrualId: accrual.id },
      undo: { command: 'ledger.stop-accrual', input: { id, accrualId: accrual.id } },
    }
  },
})

export const stopAccrualBody = implementCommand(c.stopAccrual, {
  locks: ({ id, expectedVersion }) => [{ kind: 'ledger-entry', id, expectedVersion }],
  load: requireBooks,
  async run(act, { id, accrualId }, settings) {
    const { rows } = await sql<AccrualRow>`
      select * from ledger.accrual where organisation_id = ${act.office.id} and id = ${accrualId} and entry_id = ${id} for update`.execute(
      act.db(),
    )
    const { title } = act.locked(id)
    const [accrual] = rows
    if (!accrual || accrual.stopped_at) return act.refuse(c.accrualStopped, { title })
    await stopSpreading(act, settings.currency, accrual, act.today)
    const version = await act.changeRecord(id)
    act.emit(c.accrualStoppedEvent, { id, title, accrualId }, [id])
    return { output: { id, version } }
  },
})

export const postAccrualsBody = implementCommand(c.postAccruals, {
  async run(act) {
    const settings = await settingsOf(act)
    return { output: { posted: settings?.mode === 'books' ? await postDue(act, settings.currency) : 0 } }
  },
})
