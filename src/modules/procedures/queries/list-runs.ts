import { type RawBuilder, sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { listRuns } from '../contract.ts'
import { isMoment, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { fromVisibleRuns, readRuns, toRunLines } from './run-lines.ts'

export const listRunsBody = implementQuery(listRuns, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  if (input.procedureId) conditions.push(sql`u.procedure_id = ${input.procedureId}`)
  if (input.aboutId) conditions.push(sql`u.about_id = ${input.aboutId}`)
  if (input.states) conditions.push(sql`u.state = any(${input.states}::text[])`)
  const where = sql.join(conditions, sql` and `)
  const after = readPlace(input.after, isMoment)
  const onward = after ? sql`${where} and (u.started_at, u.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : where
  const runs = await readRuns(view, onward, sql`order by u.started_at desc, u.id desc limit ${input.limit + 1}`)
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total ${fromVisibleRuns(view)} where ${where}`.execute(view.db())
  const shown = runs.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: await toRunLines(view, shown),
    total: rows[0]!.total,
    next: runs.length > input.limit && last ? writePlace(last.started_at.toString(), last.id) : null,
  }
})
