import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { payKinds } from '../contract/shapes.ts'
import { codeOf, fileOf } from '../files.ts'
import { daysOf, monthOf, workdays } from '../months.ts'
import {
  amountOf,
  changing,
  daysAway,
  fileInputs,
  type InputRow,
  inputsOf,
  layoutOf,
  payeesOf,
  type PeriodRow,
  problemsIn,
} from '../rows.ts'
import type { PayinputsTables } from '../tables.ts'

interface PayeeSeen {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place_in_list: string
  readonly employee_number: string
  readonly daily_minutes: number
  readonly expects_hours: boolean
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate | null
  readonly recurring: number
}

const payeesSeen = (view: View): RawBuilder<unknown> => sql`
  select p.*, r.title, r.class, r.version, lpad(p.employee_number, 30, ' ') as place_in_list,
    (select count(*)::int from payinputs.recurring c where c.organisation_id = p.organisation_id and c.payee_id = p.id
      and (c.until_on is null or c.until_on >= ${view.today}::date)) as recurring
  from ${visibleRecords(view, 'payee').selectAll()} r
  join payinputs.payee p on p.organisation_id = ${view.office.id} and p.id = r.id`

const payeeFacts = (row: PayeeSeen) => ({
  employeeNumber: row.employee_number,
  dailyMinutes: row.daily_minutes,
  expectsHours: row.expects_hours,
  fromOn: row.from_on,
  untilOn: row.until_on,
})

export const listPayeesBody = implementQuery(c.listPayees, async (view, input) => {
  const found = input.text ? liked(input.text) : '%'
  const lines = sql`(${payeesSeen(view)} where r.title ilike ${found} or p.employee_number ilike ${found}) l`
  const { shown, ...slice } = await sliceOf<PayeeSeen>(view, lines, 'place_in_list', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      recurring: row.recurring,
      ...payeeFacts(row),
    })),
    ...slice,
  }
})

export const getPayeeBody = implementQuery(c.getPayee, async (view, { id }) => {
  const { rows } = await sql<PayeeSeen>`${payeesSeen(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'payee', id })
  const recurring = await view
    .db<PayinputsTables>()
    .selectFrom('payinputs.recurring')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('payee_id', '=', id)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const ended = row.until_on !== null && Temporal.PlainDate.compare(row.until_on, view.today) < 0
  const input = { id, expectedVersion: row.version }
  return {
    record: {
      id,
      kind: 'payee',
      title: row.title,
      class: row.class,
      version: row.version,
      state: ended ? ('ended' as const) : ('active' as const),
    },
    ...payeeFacts(row),
    recurring: recurring.map(one => ({
      id: one.id,
      payKind: one.kind,
      minutes: one.minutes,
      amount: amountOf(one),
      note: one.note,
      fromOn: one.from_on,
      untilOn: one.until_on,
    })),
    can: [
      ...can(view, c.setRecurring, input, { primary: true }),
      ...can(view, c.changePayee, input),
      ...can(view, addComment, { recordId: id }),
    ],
  }
})

type PeriodSeen = PeriodRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly people: number
  readonly handed_in: number
  readonly inputs: number
  readonly place_in_list: string
}

const periodsSeen = (view: View): RawBuilder<unknown> => sql`
  select p.*, r.title, r.class, r.version, translate(p.month, '0123456789', '9876543210') as place_in_list,
    (select count(*)::int from payinputs.sheet s where s.organisation_id = p.organisation_id and s.period_id = p.id) as handed_in,
    (select count(*)::int from payinputs.input i where i.organisation_id = p.organisation_id and i.period_id = p.id and not i.removed) as inputs,
    (select count(*)::int from payinputs.payee e where e.organisation_id = p.organisation_id
      and e.from_on < (p.month || '-01')::date + interval '1 month'
      and (e.until_on is null or e.until_on >= (p.month || '-01')::date)) as people
  from ${visibleRecords(view, 'pay-period').selectAll()} r
  join payinputs.period p on p.organisation_id = ${view.office.id} and p.id = r.id`

export const listPeriodsBody = implementQuery(c.listPeriods, async (view, input) => {
  const states = input.states ? sql`p.state = any(${input.states}::text[])` : sql`true`
  const found = input.text ? liked(input.text) : '%'
  const lines = sql`(${periodsSeen(view)} where ${states} and p.month like ${found}) l`
  const { shown, ...slice } = await sliceOf<PeriodSeen>(view, lines, 'place_in_list', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      month: row.month,
      state: row.state,
      people: row.people,
      handedIn: row.handed_in,
      inputs: row.inputs,
    })),
    ...slice,
  }
})

async function seenPeriod(view: View, id: string): Promise<PeriodSeen> {
  const { rows } = await sql<PeriodSeen>`${periodsSeen(view)} where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'pay-period', id })
}

const shownInput = (view: View, input: InputRow) => ({
  id: input.id,
  payeeId: input.payee_id,
  payKind: input.kind,
  on: input.on_day,
  untilOn: input.until_day,
  minutes: input.minutes,
  days: c.unitOf(input.kind) === 'absence' && input.minutes === null ? daysAway(view, input).length : null,
  amount: amountOf(input),
  note: input.note,
  source: input.source,
})

export const getPeriodBody = implementQuery(c.getPeriod, async (view, { id }) => {
  const row = await seenPeriod(view, id)
  const { from, until } = daysOf(row.month)
  const problems = await problemsIn(view, row)
  return {
    record: { id, kind: 'pay-period', title: row.title, class: row.class, version: row.version, state: row.state },
    month: row.month,
    fromOn: from,
    untilOn: until,
    workingDays: workdays(view.office.country, from, until).length,
    handedOnAt: row.handed_on_at?.toString() ?? null,
    people: (await payeesOf(view, row)).map(payee => ({
      id: payee.id,
      name: payee.title,
      employeeNumber: payee.employee_number,
      handedIn: payee.handed_in,
      expectsHours: payee.expects_hours,
    })),
    inputs: (await inputsOf(view, id)).map(input => shownInput(view, input)),
    problems: problems.map(problem => ({ ...problem, params: { ...problem.params } })),
    can: offers(view, row, problems.length),
  }
})

function offers(view: View, row: PeriodSeen, problems: number): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const comment = can(view, addComment, { recordId: row.id })
  const entering = [...can(view, c.addInput, input), ...can(view, c.pasteInputs, input)]
  switch (row.state) {
    case 'open':
      return [...can(view, c.gatherPeriod, input, primary), ...entering, ...comment]
    case 'gathered':
      return [
        ...can(view, c.checkPeriod, problems > 0 ? { ...input, anyway: true } : input, primary),
        ...entering,
        ...can(view, c.gatherPeriod, input),
        ...comment,
      ]
    case 'checked':
      return [...can(view, c.lockPeriod, input, primary), ...can(view, c.reopenPeriod, input), ...comment]
    case 'locked':
      return [...can(view, c.handOn, input, primary), ...can(view, c.unlockPeriod, input), ...comment]
    default:
      return comment
  }
}

/** One's own month: what one has said, and nothing of anybody else. */
export const getOwnBody = implementQuery(c.getOwn, async (view, { month = monthOf(view.today) }) => {
  const db = view.db<PayinputsTables>()
  const payee = await db
    .selectFrom('payinputs.payee')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('person_id', '=', view.principal.id)
    .executeTakeFirst()
  const period = await db
    .selectFrom('payinputs.period')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('month', '=', month)
    .executeTakeFirst()
  const sheet =
    payee && period
      ? await db
          .selectFrom('payinputs.sheet')
          .select('handed_in_at')
          .where('organisation_id', '=', view.office.id)
          .where('period_id', '=', period.id)
          .where('payee_id', '=', payee.id)
          .executeTakeFirst()
      : undefined
  const inputs = payee && period ? await inputsOf(view, period.id) : []
  return {
    month,
    onPayroll: payee !== undefined,
    open: period !== undefined && changing.includes(period.state),
    handedIn: sheet !== undefined,
    dailyMinutes: payee?.daily_minutes ?? 480,
    inputs: inputs
      .filter(input => input.payee_id === payee!.id && c.unitOf(input.kind) !== 'amount')
      .map(input => shownInput(view, input)),
  }
})

export const getLayoutBody = implementQuery(c.getLayout, async view => {
  const layout = await layoutOf(view)
  return {
    format: layout.format,
    separator: layout.separator,
    decimalSign: layout.decimalSign,
    header: layout.header,
    columns: [...layout.columns],
    codes: payKinds.map(payKind => ({ payKind, code: codeOf(layout, layout.format, payKind) })),
  }
})

export const getFileBody = implementQuery(c.getFile, async (view, { id, format }) => {
  const row = await seenPeriod(view, id)
  view.noteRead({ id, class: row.class })
  const layout = await layoutOf(view)
  const file = fileOf({ ...layout, format: format ?? layout.format }, await fileInputs(view, row))
  return {
    name: `pay-${row.month}.${file.ending}`,
    type: file.type,
    text: file.text,
    lines: file.lines,
    left: file.left,
  }
})
