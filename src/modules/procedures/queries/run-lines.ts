/** Runs as lists show them; every reading starts from the records one may see. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import type { RunRow } from '../steps.ts'

export type SeenRun = RunRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly done: number
  readonly steps: number
  readonly late: number
  readonly due_on: Temporal.PlainDate | null
}

export const fromVisibleRuns = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'procedure-run').selectAll()} r
  join procedures.run u on u.organisation_id = ${view.office.id} and u.id = r.id`

/** Runs that meet the conditions, the latest first; `tail` orders so and limits them. */
export async function readRuns(view: View, where: RawBuilder<unknown>, tail: RawBuilder<unknown>): Promise<SeenRun[]> {
  const { rows } = await sql<SeenRun>`
    with page as (select u.*, r.title, r.class, r.version ${fromVisibleRuns(view)} where ${where} ${tail})
    select page.*, counted.* from page left join lateral (
      select count(*) filter (where s.state in ('done', 'skipped', 'otherwise'))::int as done,
        count(*) filter (where s.state <> 'left-out')::int as steps,
        count(*) filter (where s.state in ('waiting', 'open') and s.due_on < ${view.today}::date)::int as late,
        min(s.due_on) filter (where s.state in ('waiting', 'open')) as due_on
      from procedures.run_step s where s.organisation_id = ${view.office.id} and s.run_id = page.id) counted on true
    order by page.started_at desc, page.id desc`.execute(view.db())
  return rows
}

export async function toRunLines(view: View, runs: readonly SeenRun[]) {
  const name = naming(
    await namesOf(
      view,
      runs.flatMap(run => [run.procedure_id, run.about_id]),
    ),
  )
  return runs.map(run => ({
    id: run.id,
    title: run.title,
    version: run.version,
    state: run.state,
    procedure: name(run.procedure_id),
    number: run.number,
    about: name(run.about_id),
    anchorOn: run.anchor_on,
    startedAt: run.started_at,
    how: run.how,
    done: run.done,
    steps: run.steps,
    late: run.late,
    dueOn: run.due_on,
  }))
}
