/** Who is on the payroll, and what comes for them every month. */
import type { Updateable } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { payReaders } from '../rows.ts'
import type { PayeeTable, PayinputsTables } from '../tables.ts'

const constraints = {
  payee_once: c.payeeExists,
  payee_number_once: c.payeeExists,
  payee_days: c.payeeDaysReversed,
}

async function nameOf(act: Act, id: string): Promise<string> {
  const row = await act
    .db()
    .selectFrom('kernel.record')
    .select('title')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .where('kind', '=', 'principal')
    .executeTakeFirst()
  return row?.title ?? act.refuse(c.payeeUnknown, { id })
}

const payeeRow = (act: Act, id: string) =>
  act
    .db<PayinputsTables>()
    .selectFrom('payinputs.payee')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const addPayeeBody = implementCommand(c.addPayee, {
  constraints,
  async run(act, input) {
    await requireColleague(act, input.personId, c.payeeUnknown)
    const name = await nameOf(act, input.personId)
    const id = await act.createRecord({ kind: 'payee', title: name, class: 2, audience: payReaders() })
    await act
      .db<PayinputsTables>()
      .insertInto('payinputs.payee')
      .values({
        organisation_id: act.office.id,
        id,
        person_id: input.personId,
        employee_number: input.employeeNumber,
        daily_minutes: input.dailyMinutes ?? 480,
        expects_hours: input.expectsHours ?? true,
        from_on: input.fromOn ?? act.today.with({ day: 1 }),
        until_on: null,
      })
      .execute()
    act.emit(c.payeeAdded, { id, name }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changePayeeBody = implementCommand(c.changePayee, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'payee', id, expectedVersion }],
  load: (act, { id }) => payeeRow(act, id),
  async run(act, input, before) {
    const { id } = input
    const change: Updateable<PayeeTable> = {
      employee_number: input.employeeNumber ?? before.employee_number,
      daily_minutes: input.dailyMinutes ?? before.daily_minutes,
      expects_hours: input.expectsHours ?? before.expects_hours,
      from_on: input.fromOn ?? before.from_on,
      until_on: input.untilOn === undefined ? before.until_on : input.untilOn,
    }
    await act
      .db<PayinputsTables>()
      .updateTable('payinputs.payee')
      .set(change)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(c.payeeChanged, { id, name: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'payinputs.change-payee',
        input: {
          id,
          expectedVersion: version,
          employeeNumber: before.employee_number,
          dailyMinutes: before.daily_minutes,
          expectsHours: before.expects_hours,
          fromOn: before.from_on.toString(),
          untilOn: before.until_on?.toString() ?? null,
        },
      },
    }
  },
})

export const setRecurringBody = implementCommand(c.setRecurring, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payee', id, expectedVersion }],
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, { id, payKind, amount, minutes, note, fromOn, untilOn }) {
    const fits = c.unitOf(payKind) === 'amount' ? amount && !minutes : minutes && !amount
    if (!fits || (amount && (amount.currency !== act.office.currency || amount.minor === 0n)))
      act.refuse(c.quantityMissing)
    if (untilOn && Temporal.PlainDate.compare(untilOn, fromOn) < 0) act.refuse(c.payeeDaysReversed)
    const recurringId = act.newId()
    await act
      .db<PayinputsTables>()
      .insertInto('payinputs.recurring')
      .values({
        organisation_id: act.office.id,
        payee_id: id,
        id: recurringId,
        kind: payKind,
        minutes: minutes ?? null,
        amount_minor: amount?.minor ?? null,
        currency: amount?.currency ?? null,
        note: note ?? '',
        from_on: fromOn,
        until_on: untilOn ?? null,
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(c.recurringSet, { id, name: act.locked(id).title }, [id])
    return {
      output: { id, version, recurringId },
      undo: {
        command: 'payinputs.end-recurring',
        input: { id, expectedVersion: version, recurringId, untilOn: fromOn.toString() },
      },
    }
  },
})

export const endRecurringBody = implementCommand(c.endRecurring, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payee', id, expectedVersion }],
  async run(act, { id, recurringId, untilOn }) {
    const row = await act
      .db<PayinputsTables>()
      .selectFrom('payinputs.recurring')
      .select('from_on')
      .where('organisation_id', '=', act.office.id)
      .where('payee_id', '=', id)
      .where('id', '=', recurringId)
      .executeTakeFirst()
    if (!row) return act.refuse(c.inputUnknown)
    const until = untilOn ?? act.today
    if (Temporal.PlainDate.compare(until, row.from_on) < 0) act.refuse(c.payeeDaysReversed)
    await act
      .db<PayinputsTables>()
      .updateTable('payinputs.recurring')
      .set({ until_on: until })
      .where('organisation_id', '=', act.office.id)
      .where('payee_id', '=', id)
      .where('id', '=', recurringId)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(c.recurringEnded, { id, name: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})
