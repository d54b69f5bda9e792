import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { changeGoal, endGoal, getGoal, listGoals, type Named, reopenGoal } from '../contract.ts'
import { fromVisibleGoals, readGoals, toGoalLines } from '../goal-row.ts'
import { isDay, readPlace, writePlace } from '../../../kernel/place.ts'

export const listGoalsBody = implementQuery(listGoals, async (view, { text, ownerId, states, limit, after }) => {
  const all: RawBuilder<unknown>[] = [sql`g.state = any(${[...(states ?? ['open'])]}::text[])`]
  for (const word of foldInPlace(text ?? '')
    .split(/\s+/)
    .filter(Boolean))
    all.push(sql`position(${word} in kernel.fold(r.title)) > 0`)
  if (ownerId) all.push(sql`g.owner_id = ${ownerId}`)
  const where = sql.join(all, sql` and `)
  const place = readPlace(after, isDay)
  const beyond = place ? sql`(g.until_on, g.id) > (${place.key}::date, ${place.id}::uuid)` : sql`true`
  const goals = await readGoals(view, sql`${where} and ${beyond}`, sql`order by g.until_on, g.id limit ${limit + 1}`)
  const shown = goals.slice(0, limit)
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total ${fromVisibleGoals(view)} where ${where}`.execute(view.db())
  const last = shown.at(-1)
  return {
    rows: await toGoalLines(view, shown),
    total: rows[0]!.total,
    next: goals.length > shown.length && last ? writePlace(String(last.until_on), last.id) : null,
  }
})

export const getGoalBody = implementQuery(getGoal, async (view, { id }) => {
  const [goal] = await readGoals(view, sql`g.id = ${id}`, sql`limit 1`)
  if (!goal) return view.refuse(kernelRefusals.notFound, { kind: 'goal', id })
  const [line] = await toGoalLines(view, [goal])
  const { rows: serving } = await sql<Named>`
    select r.id, r.kind, r.title from work.goal_service s join ${visibleRecords(view).selectAll()} r on r.id = s.record_id
    where s.organisation_id = ${view.office.id} and s.goal_id = ${id} order by r.kind, r.title, r.id limit 1000`.execute(
    view.db(),
  )
  const input = { id, expectedVersion: goal.version }
  return {
    record: { id, kind: 'goal', title: goal.title, class: goal.class, version: goal.version, state: goal.state },
    goal: line!,
    note: goal.note,
    serving,
    can:
      goal.state === 'open'
        ? [...can(view, endGoal, input, { primary: true }), ...can(view, changeGoal, input)]
        : can(view, reopenGoal, input),
  }
})
