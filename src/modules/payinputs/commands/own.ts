/** What people say of their own month: they see no more of pay than that. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { monthOf } from '../months.ts'
import { changing, insertInputs, type PeriodRow, requireFit, type Wanted } from '../rows.ts'
import type { PayinputsTables } from '../tables.ts'

async function ownPayee(act: Act): Promise<{ id: string }> {
  const row = await act
    .db<PayinputsTables>()
    .selectFrom('payinputs.payee')
    .select('id')
    .where('organisation_id', '=', act.office.id)
    .where('person_id', '=', act.principal.id)
    .executeTakeFirst()
  return row ?? act.refuse(c.notOnPayroll)
}

async function openMonth(act: Act, month: string): Promise<PeriodRow> {
  const row = await act
    .db<PayinputsTables>()
    .selectFrom('payinputs.period')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('month', '=', month)
    .where('state', 'in', [...changing])
    .executeTakeFirst()
  return row ?? act.refuse(c.noOpenPeriod, { month })
}

const sheet = (act: Act, periodId: string, payeeId: string) =>
  act
    .db<PayinputsTables>()
    .selectFrom('payinputs.sheet')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('period_id', '=', periodId)
    .where('payee_id', '=', payeeId)
    .executeTakeFirst()

async function requireNotHandedIn(act: Act, period: PeriodRow, payeeId: string): Promise<void> {
  if (await sheet(act, period.id, payeeId)) act.refuse(c.sheetHandedIn, { month: period.month })
}

export const enterOwnBody = implementCommand(c.enterOwn, {
  async run(act, { payKind: kind, on, untilOn, minutes, note }) {
    const payee = await ownPayee(act)
    const period = await openMonth(act, monthOf(on))
    await requireNotHandedIn(act, period, payee.id)
    const wanted: Wanted = {
      kind,
      on,
      until: untilOn ?? on,
      minutes: minutes ?? null,
      amount: null,
      note: note ?? '',
    }
    requireFit(act, period.month, wanted)
    const [inputId] = await insertInputs(act, period.id, [{ ...wanted, payeeId: payee.id, source: 'person' }])
    act.emit(c.inputsAdded, { id: period.id, month: period.month, count: 1 }, [period.id])
    return { output: { inputId: inputId! }, undo: { command: 'payinputs.remove-own', input: { inputId } } }
  },
})

export const removeOwnBody = implementCommand(c.removeOwn, {
  async run(act, { inputId }) {
    const payee = await ownPayee(act)
    const row = await act
      .db<PayinputsTables>()
      .selectFrom('payinputs.input as i')
      .innerJoin('payinputs.period as p', join =>
        join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.period_id'),
      )
      .selectAll('p')
      .where('i.organisation_id', '=', act.office.id)
      .where('i.id', '=', inputId)
      .where('i.payee_id', '=', payee.id)
      .where('i.source', '=', 'person')
      .where('i.removed', '=', false)
      .where('p.state', 'in', [...changing])
      .executeTakeFirst()
    if (!row) return act.refuse(c.inputUnknown)
    await requireNotHandedIn(act, row, payee.id)
    await act
      .db<PayinputsTables>()
      .updateTable('payinputs.input')
      .set({ removed: true })
      .where('organisation_id', '=', act.office.id)
      .where('period_id', '=', row.id)
      .where('id', '=', inputId)
      .execute()
    act.emit(c.inputsRemoved, { id: row.id, month: row.month, count: 1 }, [row.id])
    return { output: { inputId } }
  },
})

export const handInOwnBody = implementCommand(c.handInOwn, {
  async run(act, { month }) {
    const payee = await ownPayee(act)
    const period = await openMonth(act, month)
    await requireNotHandedIn(act, period, payee.id)
    await act
      .db<PayinputsTables>()
      .insertInto('payinputs.sheet')
      .values({ organisation_id: act.office.id, period_id: period.id, payee_id: payee.id, handed_in_at: act.at })
      .execute()
    act.emit(c.sheetHandedInEvent, { id: period.id, month }, [period.id])
    return { output: { month }, undo: { command: 'payinputs.take-back-own', input: { month } } }
  },
})

export const takeBackOwnBody = implementCommand(c.takeBackOwn, {
  async run(act, { month }) {
    const payee = await ownPayee(act)
    const period = await openMonth(act, month)
    await act
      .db<PayinputsTables>()
      .deleteFrom('payinputs.sheet')
      .where('organisation_id', '=', act.office.id)
      .where('period_id', '=', period.id)
      .where('payee_id', '=', payee.id)
      .execute()
    act.emit(c.sheetTakenBack, { id: period.id, month }, [period.id])
    return { output: { month }, undo: { command: 'payinputs.hand-in-own', input: { month } } }
  },
})
