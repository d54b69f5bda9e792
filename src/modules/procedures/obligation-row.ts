/** Reading and writing an obligation, its days and their tasks. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import { type TaskWish, workingCalendar } from '../work/contract.ts'
import { obligationKey, type Recurrence, ruleWithoutDays } from './contract.ts'
import { firstDay } from './procedure-row.ts'
import { daysBetween } from './rule-dates.ts'
import type { ObligationDayTable, ObligationTable, ProceduresTables } from './tables.ts'

export type ObligationRow = Selectable<ObligationTable>
export type NewObligation = Insertable<ObligationTable>
export type DayRow = Selectable<ObligationDayTable>

export async function obligationOf(act: Act, id: string): Promise<ObligationRow> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.obligation')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function updateObligation(act: Act, id: string, change: Updateable<ObligationTable>): Promise<void> {
  await act
    .db<ProceduresTables>()
    .updateTable('procedures.obligation')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** The days of an obligation that were raised or fulfilled, in order. */
export async function daysOf(act: Pick<Act, 'db' | 'office'>, id: string): Promise<DayRow[]> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.obligation_day')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('obligation_id', '=', id)
    .orderBy('due_on')
    .execute()
}

/** The rule of a row; null where it falls due once. */
export const recurrenceOf = (row: Pick<ObligationRow, 'rrule' | 'from_on' | 'shift'>): Recurrence | null =>
  row.rrule === null ? null : { rrule: row.rrule, fromOn: row.from_on, shift: row.shift }

/** The days between two, whether of a rule or the one. */
export function daysDue(
  row: Pick<ObligationRow, 'rrule' | 'from_on' | 'shift'>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  country: string,
): Temporal.PlainDate[] {
  const rule = recurrenceOf(row)
  if (rule) return daysBetween(rule, from, to, workingCalendar(country))
  const { compare } = Temporal.PlainDate
  return compare(row.from_on, from) >= 0 && compare(row.from_on, to) <= 0 ? [row.from_on] : []
}

/** The next day on or after `from`, with the day on which its task is to be made. */
export function nextColumns(
  act: Standing,
  row: Pick<ObligationRow, 'rrule' | 'from_on' | 'shift' | 'lead_days'>,
  from: Temporal.PlainDate,
): Pick<ObligationRow, 'next_on' | 'next_raise_on'> {
  const rule = recurrenceOf(row)
  const single = Temporal.PlainDate.compare(row.from_on, from) >= 0 ? row.from_on : null
  const next = rule ? firstDay(act, rule, from) : single
  return { next_on: next, next_raise_on: next?.subtract({ days: row.lead_days }) ?? null }
}

/** Refuses a rule that has no day ahead. */
export function requireDays(act: Act, row: Pick<ObligationRow, 'rrule' | 'next_on'>): void {
  if (row.rrule !== null && row.next_on === null) act.refuse(ruleWithoutDays, { rule: row.rrule })
}

/** The task that a day of an obligation asks for. */
export function wishFor(row: ObligationRow, title: string, dueOn: Temporal.PlainDate, round: number): TaskWish {
  const reason = row.consequence ?? row.basis_text
  return {
    key: obligationKey(row.id, dueOn, round),
    title,
    sourceId: row.id,
    dueOn,
    ifLate: row.if_late,
    ...(row.note ? { note: row.note } : {}),
    ...(row.owner_id ? { ownerId: row.owner_id } : row.owner_role ? { role: row.owner_role } : {}),
    ...(row.counterpart_id ? { forId: row.counterpart_id } : {}),
    ...(reason ? { reason } : {}),
  }
}

/** Most days of one obligation that are raised at once. */
const mostAtOnce = 12

/** Raises the days whose time has come and moves on to the next; gives their tasks. */
export async function raiseDays(act: Act, row: ObligationRow, title: string): Promise<TaskWish[]> {
  const work: TaskWish[] = []
  for (let times = 0; isDue(act, row) && times < mostAtOnce; times++) {
    const dueOn = row.next_on!
    const { rows } = await sql<{ round: number }>`
      insert into procedures.obligation_day as d (organisation_id, obligation_id, due_on, raised_at)
      values (${act.office.id}, ${row.id}, ${dueOn}::date, ${act.at})
      on conflict (organisation_id, obligation_id, due_on) do update
        set raised_at = ${act.at}, round = d.round + 1
      where d.fulfilled_at is null
      returning round`.execute(act.db())
    if (rows[0]) work.push(wishFor(row, title, dueOn, rows[0].round))
    Object.assign(
      row,
      row.rrule === null ? { next_on: null, next_raise_on: null } : nextColumns(act, row, dueOn.add({ days: 1 })),
    )
  }
  await updateObligation(act, row.id, { next_on: row.next_on, next_raise_on: row.next_raise_on })
  return work
}

const isDue = (act: Pick<Act, 'today'>, row: ObligationRow): boolean =>
  row.next_raise_on !== null && Temporal.PlainDate.compare(row.next_raise_on, act.today) <= 0

/** Takes the unfulfilled days whose tasks nobody has touched away; gives the keys of these tasks. */
export async function withdrawDays(act: Act, id: string): Promise<{ key: string }[]> {
  const open = (await daysOf(act, id)).filter(day => day.fulfilled_at === null)
  const keys = new Map(open.map(day => [obligationKey(id, day.due_on, day.round), day.due_on]))
  const { rows } = await sql<{ raised_key: string }>`
    select t.raised_key from work.task_fact t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.task_id
    where t.organisation_id = ${act.office.id} and t.raised_key = any(${[...keys.keys()]}::text[])
      and t.state in ('open', 'waiting') and r.version = 1`.execute(act.db())
  const days = rows.map(row => String(keys.get(row.raised_key)))
  await sql`
    update procedures.obligation_day set raised_at = null where organisation_id = ${act.office.id} and obligation_id = ${id}
      and due_on = any(${days}::date[])`.execute(act.db())
  return rows.map(row => ({ key: row.raised_key }))
}

/** The key of a day's task that is still open, for the event that ends it. */
export async function openTask(act: Act, id: string, day: DayRow | undefined): Promise<{ key: string }[]> {
  if (!day) return []
  const key = obligationKey(id, day.due_on, day.round)
  const { rows } = await sql`
    select 1 from work.task_fact where organisation_id = ${act.office.id} and raised_key = ${key} and state in ('open', 'waiting')`.execute(
    act.db(),
  )
  return rows.length > 0 ? [{ key }] : []
}

/** Notes that a day is fulfilled. */
export async function fulfil(
  act: Act,
  id: string,
  dueOn: Temporal.PlainDate,
  { evidenceId, note }: { readonly evidenceId?: string | null | undefined; readonly note?: string | undefined },
): Promise<void> {
  await sql`
    insert into procedures.obligation_day (organisation_id, obligation_id, due_on, fulfilled_at, fulfilled_by_id, evidence_id, note)
    values (${act.office.id}, ${id}, ${dueOn}::date, ${act.at}, ${act.principal.id}, ${evidenceId ?? null}::uuid, ${note ?? ''})
    on conflict (organisation_id, obligation_id, due_on) do update set fulfilled_at = excluded.fulfilled_at,
      fulfilled_by_id = excluded.fulfilled_by_id, evidence_id = excluded.evidence_id, note = excluded.note`.execute(
    act.db(),
  )
}

/** Takes a fulfilment away; a day that was never raised is no day any more. */
export async function unfulfil(act: Act, id: string, dueOn: Temporal.PlainDate, anew: boolean): Promise<void> {
  await sql`
    delete from procedures.obligation_day where organisation_id = ${act.office.id} and obligation_id = ${id}
      and due_on = ${dueOn}::date and raised_at is null`.execute(act.db())
  await sql`
    update procedures.obligation_day set fulfilled_at = null, fulfilled_by_id = null, evidence_id = null, note = '',
      round = round + ${anew ? 1 : 0}
    where organisation_id = ${act.office.id} and obligation_id = ${id} and due_on = ${dueOn}::date`.execute(act.db())
}

/** The document that lies with the task of a day, if any. */
export async function attachedDocument(act: Act, id: string, day: DayRow): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select l.to_id as id from work.task_fact t
    join kernel.link l on l.organisation_id = t.organisation_id and l.from_id = t.task_id and l.relation = 'attachment'
    join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.to_id and r.kind = 'document'
    where t.organisation_id = ${act.office.id} and t.raised_key = ${obligationKey(id, day.due_on, day.round)}
    order by l.to_id limit 1`.execute(act.db())
  return rows[0]?.id ?? null
}
