/** Goals: reading and writing them, and what serves them. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { goalWeights, type GoalWeight } from './contract.ts'
import { namesOf } from '../../kernel/named.ts'
import type { WorkTables } from './tables.ts'

export type GoalRow = Selectable<WorkTables['work.goal']>

export const weightOf = (row: Pick<GoalRow, 'weight'>): GoalWeight => goalWeights[row.weight - 1]!
export const weightNumber = (weight: GoalWeight): number => goalWeights.indexOf(weight) + 1

export const goalOf = (act: Act, id: string): Promise<GoalRow> =>
  act
    .db<WorkTables>()
    .selectFrom('work.goal')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export type SeenGoal = GoalRow & { title: string; class: number; version: number; tasks: number; done: number }

export const fromVisibleGoals = (view: View): RawBuilder<unknown> =>
  sql`from ${visibleRecords(view, 'goal').selectAll()} r join work.goal g on g.organisation_id = ${view.office.id} and g.id = r.id`

/** Goals with how many tasks serve them: themselves, or through what they were made within or bound to. */
export async function readGoals(
  view: View,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<SeenGoal[]> {
  const org = view.office.id
  const { rows } = await sql<SeenGoal>`
    select g.*, r.title, r.class, r.version, coalesce(s.tasks, 0)::int as tasks, coalesce(s.done, 0)::int as done
    ${fromVisibleGoals(view)}
    left join lateral (
      select count(*) as tasks, count(*) filter (where t.state = 'done') as done
      from ${visibleRecords(view, 'task').selectAll()} v join work.task t on t.organisation_id = ${org} and t.id = v.id
      where t.state <> 'dropped' and exists (
        select from work.goal_service s where s.organisation_id = ${org} and s.goal_id = g.id and (s.record_id in (t.id, t.source_id)
          or exists (select from kernel.link l where l.organisation_id = ${org} and l.from_id = s.record_id and l.to_id = t.id and l.relation = 'matter')))
    ) s on true where ${where} ${tail}`.execute(view.db())
  return rows
}

export async function toGoalLines(view: View, goals: readonly SeenGoal[]) {
  const names = await namesOf(
    view,
    goals.map(goal => goal.owner_id),
  )
  return goals.map(goal => ({
    id: goal.id,
    title: goal.title,
    version: goal.version,
    weight: weightOf(goal),
    state: goal.state,
    fromOn: goal.from_on,
    untilOn: goal.until_on,
    owner: goal.owner_id === null ? null : (names.get(goal.owner_id) ?? null),
    ofOffice: goal.owner_id === null,
    tasks: goal.tasks,
    done: goal.done,
  }))
}
