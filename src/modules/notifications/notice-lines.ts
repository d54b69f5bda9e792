import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { NoticeLine, Urgency } from './contract/shapes.ts'

/**
 * The reader's own notices, as far as they may see them at this moment: the notice is as confidential as what it tells of,
 * and what it tells of must be visible besides.
 */
export const ownNotices = (view: View, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  from notifications.notice n
  join ${visibleRecords(view, 'notice').selectAll()} own on own.id = n.id
  left join ${visibleRecords(view).selectAll()} r on r.id = n.record_id
  where n.organisation_id = ${view.office.id} and n.principal_id = ${view.principal.id}
    and (n.record_id is null or r.id is not null) and ${where}`

interface Row {
  readonly id: string
  readonly title_key: string
  readonly params: Record<string, string | number>
  readonly urgency: Urgency
  readonly reminder: boolean
  readonly times: number
  readonly told_at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
  readonly record_id: string | null
  readonly record_kind: string
  readonly record_title: string
}

export async function noticeLines(
  view: View,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<NoticeLine[]> {
  const { rows } = await sql<Row>`
    select n.id, n.title_key, n.params, n.urgency, n.reminder, n.times, n.told_at, n.read_at, n.record_id, r.kind as record_kind, r.title as record_title
    ${ownNotices(view, where)} ${tail}`.execute(view.db())
  return rows.map(row => ({
    id: row.id,
    titleKey: row.title_key,
    params: { ...row.params, count: row.times },
    urgency: row.urgency,
    reminder: row.reminder,
    times: row.times,
    at: row.told_at,
    read: row.read_at !== null,
    record: row.record_id ? { id: row.record_id, kind: row.record_kind, title: row.record_title } : null,
  }))
}
