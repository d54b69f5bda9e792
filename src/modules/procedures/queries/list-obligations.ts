import { type RawBuilder, sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { listObligations } from '../contract.ts'
import { isDay, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { factsOf, fromVisibleObligations, readObligations } from './obligation-lines.ts'

/** What falls due no more stands last. */
const never = '9999-12-31'

export const listObligationsBody = implementQuery(listObligations, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  if (input.states) conditions.push(sql`o.state = any(${input.states}::text[])`)
  if (input.ownerId) conditions.push(sql`o.owner_id = ${input.ownerId}`)
  if (input.withoutOwner) conditions.push(sql`o.owner_id is null and o.owner_role is null`)
  const where = sql.join(conditions, sql` and `)
  const key = sql`coalesce(o.next_on, ${never}::date)`
  const after = readPlace(input.after, isDay)
  const onward = after ? sql`and (${key}, o.id) > (${after.key}::date, ${after.id}::uuid)` : sql``
  const rows = await readObligations(view, sql`where ${where} ${onward} order by ${key}, o.id limit ${input.limit + 1}`)
  const { rows: all } = await sql<{ total: number }>`
    select count(*)::int as total ${fromVisibleObligations(view)} where ${where}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const facts = await factsOf(view, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({ ...facts(row), nextOn: row.state === 'in-force' ? row.next_on : null })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(last.next_on?.toString() ?? never, last.id) : null,
  }
})
