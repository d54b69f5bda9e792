/** What a month is made of: entered, pasted, changed, taken out, corrected after it was locked. */
import { sql } from 'kysely'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { moneyFromDecimal } from '../../../kernel/money.ts'
import { money } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { daysOf, within } from '../months.ts'
import { kindFinder, readPasted } from '../pasted.ts'
import {
  amountOf,
  changing,
  daysAway,
  inputOf,
  type InputRow,
  insertInputs,
  layoutOf,
  payeesOf,
  periodOf,
  type PeriodRow,
  requireFit,
  requirePeriodState,
  type Wanted,
} from '../rows.ts'
import type { PayinputsTables } from '../tables.ts'
import { catalogues } from '../words.ts'

async function requirePayee(act: Act, id: string): Promise<void> {
  const row = await act
    .db<PayinputsTables>()
    .selectFrom('payinputs.payee')
    .select('id')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) act.refuse(c.payeeUnknown, { id })
}

async function told(act: Act, row: PeriodRow, count: number) {
  const version = await act.changeRecord(row.id)
  act.emit(c.inputsAdded, { id: row.id, month: row.month, count }, [row.id])
  return version
}

export const addInputBody = implementCommand(c.addInput, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, input, row) {
    const { id, payeeId, payKind: kind, on } = input
    requirePeriodState(act, row, changing)
    await requirePayee(act, payeeId)
    const wanted: Wanted = {
      kind,
      on,
      until: input.untilOn ?? on,
      minutes: input.minutes ?? null,
      amount: input.amount ?? null,
      note: input.note ?? '',
    }
    requireFit(act, row.month, wanted)
    const [inputId] = await insertInputs(act, id, [{ ...wanted, payeeId, source: 'clerk' }])
    const version = await told(act, row, 1)
    return {
      output: { id, version, inputId: inputId! },
      undo: { command: 'payinputs.remove-inputs', input: { id, expectedVersion: version, inputIds: [inputId] } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeInputBody = implementCommand(c.changeInput, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, input, row) {
    const { id, inputId } = input
    requirePeriodState(act, row, changing)
    const was = await inputOf(act, id, inputId)
    const kind = input.payKind ?? was.kind
    const on = input.on ?? was.on_day
    const single = c.unitOf(kind) !== 'absence' || input.minutes
    const wanted: Wanted = {
      kind,
      on,
      until: input.untilOn ?? (single || input.on ? on : was.until_day),
      minutes: keep(input.minutes, was.minutes),
      amount: keep(input.amount, amountOf(was)),
      note: keep(input.note, was.note),
    }
    requireFit(act, row.month, wanted)
    await act
      .db<PayinputsTables>()
      .updateTable('payinputs.input')
      .set({
        kind,
        on_day: on,
        until_day: wanted.until,
        minutes: wanted.minutes,
        amount_minor: wanted.amount?.minor ?? null,
        currency: wanted.amount?.currency ?? null,
        note: wanted.note,
      })
      .where('organisation_id', '=', act.office.id)
      .where('period_id', '=', id)
      .where('id', '=', inputId)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(c.inputChanged, { id, month: row.month }, [id])
    return {
      output: { id, version },
      undo: { command: 'payinputs.change-input', input: { id, expectedVersion: version, inputId, ...asInput(was) } },
    }
  },
})

function asInput(was: InputRow): object {
  const amount = amountOf(was)
  return {
    payKind: was.kind,
    on: was.on_day.toString(),
    untilOn: was.until_day.toString(),
    minutes: was.minutes,
    amount: amount && money().encode(amount),
    note: was.note,
  }
}

const flipped = (
  command: typeof c.removeInputs,
  event: typeof c.inputsRemoved,
  removed: boolean,
  back: 'payinputs.remove-inputs' | 'payinputs.put-back-inputs',
) =>
  implementCommand(command, {
    locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
    load: (act, { id }) => periodOf(act, id),
    async run(act, { id, inputIds }, row) {
      requirePeriodState(act, row, changing)
      const changed = await act
        .db<PayinputsTables>()
        .updateTable('payinputs.input')
        .set({ removed })
        .where('organisation_id', '=', act.office.id)
        .where('period_id', '=', id)
        .where('id', 'in', [...inputIds])
        .where('removed', '=', !removed)
        .returning('id')
        .execute()
      if (changed.length !== new Set(inputIds).size) act.refuse(c.inputUnknown)
      const version = await act.changeRecord(id)
      act.emit(event, { id, month: row.month, count: changed.length }, [id])
      return { output: { id, version }, undo: { command: back, input: { id, expectedVersion: version, inputIds } } }
    },
  })

export const removeInputsBody = flipped(c.removeInputs, c.inputsRemoved, true, 'payinputs.put-back-inputs')
export const putBackInputsBody = flipped(c.putBackInputs, c.inputsPutBack, false, 'payinputs.remove-inputs')

export const pasteInputsBody = implementCommand(c.pasteInputs, {
  locks: ({ id, expectedVersion }) => [{ kind: 'pay-period', id, expectedVersion }],
  load: (act, { id }) => periodOf(act, id),
  async run(act, { id, text }, row) {
    requirePeriodState(act, row, changing)
    const { codes } = await layoutOf(act)
    const words = catalogues[nearestLanguage(act.principal.language)]
    const read = readPasted(
      text,
      kindFinder(codes, kind => String(words[`choice.payKind.${kind}`])),
    )
    if (!read.ok) return act.refuse(c.tableUnread, { line: read.line })
    const payees = new Map((await payeesOf(act, row)).map(payee => [payee.employee_number, payee.id]))
    const days = daysOf(row.month)
    const inputs = read.rows.map((one, index) => {
      const payeeId = payees.get(one.number)
      const spread = c.unitOf(one.kind) !== 'absence' || one.minutes !== null
      if (!payeeId || !within(one.on, days) || !within(one.until, days) || (spread && !one.until.equals(one.on)))
        return act.refuse(c.tableUnread, { line: index + 1 })
      const amount = one.amount === null ? null : amountRead(act, one.amount, index + 1)
      return { ...one, payeeId, amount, source: 'table' as const }
    })
    const inputIds = await insertInputs(act, id, inputs)
    const version = await told(act, row, inputIds.length)
    return {
      output: { id, version, added: inputIds.length },
      undo: { command: 'payinputs.remove-inputs', input: { id, expectedVersion: version, inputIds } },
    }
  },
})

function amountRead(act: Act, decimal: string, line: number) {
  try {
    return moneyFromDecimal(decimal, act.office.currency)
  } catch {
    return act.refuse(c.tableUnread, { line })
  }
}

/** What was said in all of an input: itself and the differences made of it since. */
async function saidOf(act: Act, input: InputRow): Promise<{ minutes: number; minor: bigint }> {
  const { rows } = await sql<{ minutes: number; minor: string }>`
    select coalesce(sum(minutes), 0)::int as minutes, coalesce(sum(amount_minor), 0)::text as minor from payinputs.input
    where organisation_id = ${act.office.id} and source = 'correction' and source_id = ${input.id} and not removed`.execute(
    act.db(),
  )
  const { rows: payees } = await sql<{ daily_minutes: number }>`
    select daily_minutes from payinputs.payee where organisation_id = ${act.office.id} and id = ${input.payee_id}`.execute(
    act.db(),
  )
  const own = input.minutes ?? daysAway(act, input).length * payees[0]!.daily_minutes
  return { minutes: own + rows[0]!.minutes, minor: (input.amount_minor ?? 0n) + BigInt(rows[0]!.minor) }
}

export const correctInputBody = implementCommand(c.correctInput, {
  locks: ({ id }) => [{ kind: 'pay-period', id }],
  load: (act, { id }) => periodOf(act, id),
  weigh: ({ amount }) => (amount ? { amount } : {}),
  async run(act, { id, inputId, minutes, amount }, row) {
    requirePeriodState(act, row, ['locked', 'handed-on'])
    const was = await inputOf(act, id, inputId)
    const ofMoney = c.unitOf(was.kind) === 'amount'
    if (
      ofMoney
        ? !amount || amount.currency !== act.office.currency || minutes !== undefined
        : minutes === undefined || amount
    )
      act.refuse(c.quantityMissing)
    const said = await saidOf(act, was)
    const difference = {
      minutes: ofMoney ? null : minutes! - said.minutes,
      amount: ofMoney ? { minor: amount!.minor - said.minor, currency: amount!.currency } : null,
    }
    if (difference.minutes === 0 || difference.amount?.minor === 0n) act.refuse(c.quantityMissing)
    const next = await act
      .db<PayinputsTables>()
      .selectFrom('payinputs.period')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('month', '>', row.month)
      .where('state', 'in', [...changing])
      .orderBy('month')
      .executeTakeFirst()
    if (!next) return act.refuse(c.noOpenPeriod, { month: row.month })
    const on = daysOf(next.month).from
    const note = [row.month, was.note].filter(Boolean).join(' ').slice(0, 300)
    const wanted = { kind: was.kind, on, until: on, ...difference, note }
    const [newId] = await insertInputs(act, next.id, [
      { ...wanted, payeeId: was.payee_id, source: 'correction', sourceId: was.id },
    ])
    act.emit(c.inputCorrected, { id, month: row.month }, [id, next.id])
    return { output: { id, periodId: next.id, inputId: newId! } }
  },
})
