/** The way of a month: opened, gathered, checked, locked, handed on. */
import { sql } from 'kysely'
import type { EventDeclaration } from '../../../kernel/declare.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { digestOf, fileOf } from '../files.ts'
import { daysOf } from '../months.ts'
import { onCallIn } from '../on-call.ts'
import {
  changing,
  fileInputs,
  insertInputs,
  layoutOf,
  type NewInput,
  payReaders,
  periodOf,
  type PeriodRow,
  problemsIn,
  requirePeriodState,
} from '../rows.ts'
import type { PayinputsTables, PeriodTable } from '../tables.ts'
import { officeWords } from '../words.ts'

const taskKey = (id: string): string => `payinputs.period:${id}`

export const openPeriodBody = implementCommand(c.openPeriod, {
  constraints: { period_once: c.periodExists },
  async run(act, { month }) {
    const id = await act.createRecord({ kind: 'pay-period', title: month, class: 2, audience: payReaders() })
    await act
      .db<PayinputsTables>()
      .insertInto('payinputs.period')
      .values({ organisation_id: act.office.id, id, month, state: 'open', handed_on_at: null, file_digest: null })
      .execute()
    const work = [
      {
        key: taskKey(id),
        title: officeWords(act, 'task.hand-on-pay', { month }),
        sourceId: id,
        role: 'bookkeeper',
        dueOn: daysOf(month).until.add({ days: 5 }),
        ifLate: 'holds-others' as const,
      },
    ]
    act.emit(c.periodOpened, { id, month, work }, [id])
    return { output: { id, version: 1 } }
  },
})

export async function updatePeriod(act: Act, id: string, change: Partial<PeriodTable>): Promise<void> {
  await act
    .db<PayinputsTables>()
    .updateTable('payinputs.period')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

interface Away {
  readonly absence_id: string
  readonly payee_id: string
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate
}

/** Absences that people have told of, as far as they lie in the month. */
async function absencesIn(act: Act, month: string): Promise<NewInput[]> {
  const { from, until } = daysOf(month)
  const { rows } = await sql<Away>`
    select a.absence_id, p.id as payee_id, greatest(a.from_on, ${from}::date, p.from_on) as from_on,
      least(a.until_on, ${until}::date, coalesce(p.until_on, ${until}::date)) as until_on
    from work.absence_fact a
    join payinputs.payee p on p.organisation_id = a.organisation_id and p.person_id = a.person_id
    where a.organisation_id = ${act.office.id} and a.from_on <= ${until}::date and a.until_on >= ${from}::date
    order by a.absence_id`.execute(act.db())
  return rows
    .filter(row => Temporal.PlainDate.compare(row.from_on, row.until_on) <= 0)
    .map(row => ({
      payeeId: row.payee_id,
      kind: 'away',
      on: row.from_on,
      until: row.until_on,
      minutes: null,
      amount: null,
      note: '',
      source: 'absence',
      sourceId: row.absence_id,
    }))
}

async function recurringIn(act: Act, month: string): Promise<NewInput[]> {
  const { from, until } = daysOf(month)
  const rows = await act
    .db<PayinputsTables>()
    .selectFrom('payinputs.recurring as r')
    .innerJoin('payinputs.payee as p', join =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.payee_id'),
    )
    .selectAll('r')
    .where('r.organisation_id', '=', act.office.id)
    .where('r.from_on', '<=', until)
    .where(one => one.or([one('r.until_on', 'is', null), one('r.until_on', '>=', from)]))
    .where('p.from_on', '<=', until)
    .where(one => one.or([one('p.until_on', 'is', null), one('p.until_on', '>=', until)]))
    .orderBy('r.id')
    .execute()
  return rows
    .filter(row => c.unitOf(row.kind) !== 'absence')
    .map(row => ({
      payeeId: row.payee_id,
      kind: row.kind,
      on: until,
      until,
      minutes: row.minutes,
      amount: row.amount_minor === null ? null : { minor: row.amount_minor, currency: row.currency! },
      note: row.note,
      source: 'recurring',
      sourceId: row.id,
    }))
}

export const gatherPeriodBody = implementCommand(c.gatherPeriod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, { id }, row) {
    requirePeriodState(act, row, changing)
    const inputs = [
      ...(await absencesIn(act, row.month)),
      ...(await onCallIn(act, row.month)),
      ...(await recurringIn(act, row.month)),
    ]
    const added = (await insertInputs(act, id, inputs)).length
    await updatePeriod(act, id, { state: 'gathered' })
    const version = await act.changeRecord(id)
    act.emit(c.periodGathered, { id, month: row.month, count: added }, [id])
    return { output: { id, version, added } }
  },
})

export const checkPeriodBody = implementCommand(c.checkPeriod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, { anyway }, row) {
    requirePeriodState(act, row, changing)
    const count = (await problemsIn(act, row)).length
    if (count > 0 && !anyway) act.refuse(c.problemsOpen, { month: row.month, count })
    return moved(act, row, 'checked', c.periodChecked, 'payinputs.reopen-period')
  },
})

/** Moves a month on, or back. */
async function moved(
  act: Act,
  { id, month }: PeriodRow,
  state: 'checked' | 'locked',
  event: EventDeclaration,
  back: 'payinputs.reopen-period' | 'payinputs.lock-period' | 'payinputs.unlock-period',
) {
  await updatePeriod(act, id, { state })
  const version = await act.changeRecord(id)
  act.emit(event, { id, month }, [id])
  return { output: { id, version }, undo: { command: back, input: { id, expectedVersion: version } } }
}

export const reopenPeriodBody = implementCommand(c.reopenPeriod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, { id }, row) {
    requirePeriodState(act, row, ['checked'])
    await updatePeriod(act, id, { state: 'gathered' })
    const version = await act.changeRecord(id)
    act.emit(c.periodReopened, { id, month: row.month }, [id])
    return { output: { id, version } }
  },
})

export const lockPeriodBody = implementCommand(c.lockPeriod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, _input, row) {
    requirePeriodState(act, row, ['checked'])
    return moved(act, row, 'locked', c.periodLocked, 'payinputs.unlock-period')
  },
})

export const unlockPeriodBody = implementCommand(c.unlockPeriod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, _input, row) {
    requirePeriodState(act, row, ['locked'])
    return moved(act, row, 'checked', c.periodUnlocked, 'payinputs.lock-period')
  },
})

export const handOnBody = implementCommand(c.handOn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, { id }, row) {
    requirePeriodState(act, row, ['locked'])
    const { text } = fileOf(await layoutOf(act), await fileInputs(act, row))
    await updatePeriod(act, id, { state: 'handed-on', handed_on_at: act.at, file_digest: digestOf(text) })
    const version = await act.changeRecord(id)
    act.emit(c.periodHandedOn, { id, month: row.month, workDone: [{ key: taskKey(id) }] }, [id])
    return { output: { id, version } }
  },
})

export const setLayoutBody = implementCommand(c.setLayout, {
  async run(act, input) {
    const was = await layoutOf(act)
    const codes = input.codes ? Object.fromEntries(input.codes.map(({ payKind, code }) => [payKind, code])) : was.codes
    const facts = {
      format: input.format,
      separator: input.separator ?? was.separator,
      decimal_sign: input.decimalSign ?? was.decimalSign,
      header: input.header ?? was.header,
      columns: [...(input.columns ?? was.columns)],
      codes: JSON.stringify(codes),
    }
    await act
      .db<PayinputsTables>()
      .insertInto('payinputs.layout')
      .values({ organisation_id: act.office.id, ...facts })
      .onConflict(conflict => conflict.column('organisation_id').doUpdateSet(facts))
      .execute()
    act.emit(c.layoutSet, { format: input.format })
    return { output: { format: input.format } }
  },
})
