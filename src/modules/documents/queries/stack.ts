import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { stack } from '../contract.ts'
import { type RawRow, rowColumns, rowOf, visibleDocuments } from './document-rows.ts'

export const stackBody = implementQuery(stack, async (view, { state, limit, after }) => {
  const [at, id] = after?.split('/') ?? []
  const from =
    at && id && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id)
      ? sql`(d.received_at, d.id) > (${at}::timestamptz, ${id}::uuid)`
      : sql`true`
  const { rows } = await sql<RawRow>`
    select ${rowColumns} from ${visibleDocuments(view)} where d.state = ${state} and ${from}
    order by d.received_at, d.id limit ${limit + 1}`.execute(view.db())
  const { rows: sums } = await sql<{ total: number; sure: number }>`
    select count(*)::int as total, (count(*) filter (where d.sure))::int as sure from ${visibleDocuments(view)} where d.state = ${state}`.execute(
    view.db(),
  )
  const { total, sure } = sums[0]!
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(raw => rowOf(raw)),
    total,
    sure,
    doubtful: total - sure,
    next: rows.length > limit && last ? `${last.received_at.toString()}/${last.id}` : null,
  }
})
