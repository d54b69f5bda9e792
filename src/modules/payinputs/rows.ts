/** Reading and writing the rows of pay inputs. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { KernelTables } from '../../kernel/database/tables.ts'
import type { Act, Office } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import { standardRoles } from '../authority/contract.ts'
import {
  inputUnknown,
  layoutColumns,
  outsidePeriod,
  type PayKind,
  periodStateWrong,
  type PeriodState,
  quantityMissing,
  unitOf,
} from './contract.ts'
import type { FileInput, Layout } from './files.ts'
import { daysOf, within, workdays } from './months.ts'
import { type Problem, problemsOf } from './problems.ts'
import type { InputTable, PayeeTable, PayinputsTables, PeriodTable } from './tables.ts'

export type PeriodRow = Selectable<PeriodTable>
export type InputRow = Selectable<InputTable>
export type PayeeRow = Selectable<PayeeTable> & { readonly title: string; readonly handed_in: boolean }
export interface Reader {
  readonly office: Office
  readonly today: Temporal.PlainDate
  db<T>(): Kysely<T & KernelTables>
}

/** Who may know of everybody's pay, beside the clearance for what is confidential. */
export const payReaders = (): string[] => {
  const { owner, manager, clerk, bookkeeper } = standardRoles
  return [owner.id, manager.id, clerk.id, bookkeeper.id]
}

export const periodOf = (at: Reader, id: string): Promise<PeriodRow> =>
  at
    .db<PayinputsTables>()
    .selectFrom('payinputs.period')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const inputsOf = (at: Reader, periodId: string): Promise<InputRow[]> =>
  at
    .db<PayinputsTables>()
    .selectFrom('payinputs.input')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('period_id', '=', periodId)
    .where('removed', '=', false)
    .orderBy('on_day')
    .orderBy('id')
    .execute()

export async function inputOf(act: Act, periodId: string, inputId: string): Promise<InputRow> {
  return (await inputsOf(act, periodId)).find(({ id }) => id === inputId) ?? act.refuse(inputUnknown)
}

/** Who was on the payroll in a month, by employee number. */
export async function payeesOf(at: Reader, period: Pick<PeriodRow, 'id' | 'month'>): Promise<PayeeRow[]> {
  const { from, until } = daysOf(period.month)
  const { rows } = await sql<PayeeRow>`
    select p.*, r.title, s.handed_in_at is not null as handed_in from payinputs.payee p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    left join payinputs.sheet s on s.organisation_id = p.organisation_id and s.payee_id = p.id and s.period_id = ${period.id}
    where p.organisation_id = ${at.office.id}
      and ((p.from_on <= ${until}::date and (p.until_on is null or p.until_on >= ${from}::date))
        or exists (select from payinputs.input i where i.organisation_id = p.organisation_id and i.period_id = ${period.id}
          and i.payee_id = p.id and not i.removed))
    order by lpad(p.employee_number, 30, ' '), p.id`.execute(at.db())
  return rows
}

export async function problemsIn(at: Reader, period: PeriodRow): Promise<Problem[]> {
  const [payees, inputs] = [await payeesOf(at, period), await inputsOf(at, period.id)]
  return problemsOf(payees, inputs, daysOf(period.month), { country: at.office.country, today: at.today })
}

export function requirePeriodState(act: Act, row: PeriodRow, states: readonly PeriodState[]): void {
  if (!states.includes(row.state)) act.refuse(periodStateWrong, { month: row.month })
}

/** While a month is open or gathered, its inputs may change. */
export const changing: readonly PeriodState[] = ['open', 'gathered']

export interface Wanted {
  readonly kind: PayKind
  readonly on: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly minutes: number | null
  readonly amount: Money | null
  readonly note: string
}

/** Refuses what says no quantity of its kind, or lies outside the month. */
export function requireFit(act: Act, month: string, wanted: Wanted): void {
  const { kind, on, until, minutes, amount } = wanted
  const unit = unitOf(kind)
  const fits =
    unit === 'amount'
      ? minutes === null && amount !== null && amount.minor !== 0n && amount.currency === act.office.currency
      : amount === null && (minutes !== null || unit === 'absence')
  if (!fits || (unit !== 'absence' && !until.equals(on)) || (minutes !== null && !until.equals(on)))
    act.refuse(quantityMissing)
  const days = daysOf(month)
  if (!within(on, days) || !within(until, days) || Temporal.PlainDate.compare(until, on) < 0)
    act.refuse(outsidePeriod, { month })
}

export interface NewInput extends Wanted {
  readonly payeeId: string
  readonly source: InputTable['source']
  readonly sourceId?: string | null
}

/** Adds inputs to a month; what was gathered before stays as it is. Gives the ids of those that are new. */
export async function insertInputs(act: Act, periodId: string, inputs: readonly NewInput[]): Promise<string[]> {
  if (inputs.length === 0) return []
  const rows = await act
    .db<PayinputsTables>()
    .insertInto('payinputs.input')
    .values(
      inputs.map(input => ({
        organisation_id: act.office.id,
        period_id: periodId,
        id: act.newId(),
        payee_id: input.payeeId,
        kind: input.kind,
        on_day: input.on,
        until_day: input.until,
        minutes: input.minutes,
        amount_minor: input.amount?.minor ?? null,
        currency: input.amount?.currency ?? null,
        note: input.note,
        source: input.source,
        source_id: input.sourceId ?? null,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

const standardColumns = layoutColumns.filter(column => column !== 'name' && column !== 'currency')

export async function layoutOf(at: Reader): Promise<Layout> {
  const row = await at
    .db<PayinputsTables>()
    .selectFrom('payinputs.layout')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  return row
    ? {
        format: row.format,
        separator: row.separator,
        decimalSign: row.decimal_sign,
        header: row.header,
        columns: row.columns,
        codes: row.codes,
      }
    : {
        format: at.office.country === 'SE' ? 'paxml' : 'csv',
        separator: 'semicolon',
        decimalSign: at.office.country === 'GB' || at.office.country === 'IE' ? 'point' : 'comma',
        header: true,
        columns: standardColumns,
        codes: {},
      }
}

/** Whole days of an absence that are working days in the month. */
export const daysAway = (at: Reader, input: Pick<InputRow, 'kind' | 'minutes' | 'on_day' | 'until_day'>) =>
  unitOf(input.kind) === 'absence' && input.minutes === null
    ? workdays(at.office.country, input.on_day, input.until_day)
    : []

/** The inputs of a month as its file takes them, by number, kind and day. */
export async function fileInputs(at: Reader, period: PeriodRow): Promise<FileInput[]> {
  const payees = new Map((await payeesOf(at, period)).map(payee => [payee.id, payee]))
  return (await inputsOf(at, period.id))
    .map(input => {
      const payee = payees.get(input.payee_id)!
      return {
        number: payee.employee_number,
        name: payee.title,
        kind: input.kind,
        from: input.on_day,
        until: input.until_day,
        minutes: input.minutes,
        days: daysAway(at, input),
        dailyMinutes: payee.daily_minutes,
        amount: amountOf(input),
        note: input.note,
      }
    })
    .sort(
      (a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }) || Temporal.PlainDate.compare(a.from, b.from),
    )
}

export const amountOf = (row: Pick<InputRow, 'amount_minor' | 'currency'>): Money | null =>
  row.amount_minor === null || row.currency === null ? null : { minor: row.amount_minor, currency: row.currency }
