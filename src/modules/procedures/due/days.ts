/** What a day brings: runs that the rule starts, steps whose day to begin has come. */
import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import { workingCalendar } from '../../work/contract.ts'
import { goOn } from '../go-on.ts'
import { editionsOf, type ProcedureRow, ruleOf, todayIn, updateProcedure } from '../procedure-row.ts'
import { nextDay } from '../rule-dates.ts'
import { start } from '../start.ts'
import { type RunRow, stepsOf } from '../steps.ts'

/** Whoever was away from their machine for long gets no more than so many runs of one procedure at once. */
const mostAtOnce = 12

/** A zone ahead of the office may have its day before the office has. */
const dueStarts = (view: Pick<View, 'office' | 'today'>) => sql`
  from procedures.procedure p where p.organisation_id = ${view.office.id} and p.state = 'in-force'
    and p.next_start_on <= ${view.today}::date + case when p.rule_zone is null then 0 else 1 end`

const dueSteps = (view: Pick<View, 'office' | 'today'>) => sql`
  from procedures.run_step s join procedures.run u on u.organisation_id = s.organisation_id and u.id = s.run_id
  where s.organisation_id = ${view.office.id} and u.state = 'running' and s.state = 'waiting' and s.begin_on <= ${view.today}::date
    and not exists (select from procedures.run_step b where b.organisation_id = s.organisation_id and b.run_id = s.run_id
      and b.position = any(s.waits_for) and b.state in ('waiting', 'open'))`

const isDue = (view: Pick<View, 'at' | 'office'>, row: ProcedureRow): boolean =>
  row.next_start_on !== null && Temporal.PlainDate.compare(row.next_start_on, todayIn(view, row.rule_zone)) <= 0

export async function countDays(view: View): Promise<number> {
  const { rows: starts } = await sql<ProcedureRow>`select p.* ${dueStarts(view)}`.execute(view.db())
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${dueSteps(view)}`.execute(view.db())
  return starts.filter(row => isDue(view, row)).length + rows[0]!.count
}

/** Starts every run whose day has come; gives how many. */
export async function startForDays(act: Act): Promise<number> {
  const { rows } = await sql<ProcedureRow & { title: string }>`
    select p.*, (select title from kernel.record r where r.organisation_id = p.organisation_id and r.id = p.id) as title
    ${dueStarts(act)} order by p.id for update of p`.execute(act.db())
  const calendar = workingCalendar(act.office.country)
  let runs = 0
  for (const row of rows) {
    const rule = ruleOf(row)
    const edition = (await editionsOf(act, row.id)).find(({ number }) => number === row.number)
    if (!rule || !edition) continue
    for (let times = 0; isDue(act, row) && times < mostAtOnce; times++) {
      const day = row.next_on!
      if (!(await hasRun(act, row.id, day))) {
        await start(act, {
          procedure: row,
          edition,
          title: row.title,
          how: 'rule',
          anchorOn: day,
          ruleOn: day,
          starterId: row.owner_id,
        })
        runs++
      }
      const next = nextDay(rule, day.add({ days: 1 }), calendar)
      row.next_on = next
      row.next_start_on = next?.subtract({ days: rule.leadDays }) ?? null
    }
    await updateProcedure(act, row.id, { next_on: row.next_on, next_start_on: row.next_start_on })
  }
  return runs
}

async function hasRun(act: Act, procedureId: string, day: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select 1 from procedures.run where organisation_id = ${act.office.id} and procedure_id = ${procedureId} and rule_on = ${day}::date`.execute(
    act.db(),
  )
  return rows.length > 0
}

/** Begins every step whose day has come; gives how many. */
export async function beginForDays(act: Act): Promise<number> {
  const { rows } = await sql<RunRow & { title: string }>`
    select u.*, r.title from procedures.run u join kernel.record r on r.organisation_id = u.organisation_id and r.id = u.id
    where u.organisation_id = ${act.office.id} and u.id in (select s.run_id ${dueSteps(act)}) order by u.id for update of u`.execute(
    act.db(),
  )
  let begun = 0
  for (const { title, ...run } of rows) begun += await goOn(act, run, await stepsOf(act, run.id), title)
  return begun
}
