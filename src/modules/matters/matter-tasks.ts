/** The tasks of a matter: made within it, or bound to it afterwards; as far as the principal may see them. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'

export interface MatterTask {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly state: string
  readonly due_on: Temporal.PlainDate | null
  readonly owner_id: string | null
  readonly made: boolean
}

/** Ids of the matter and of those merged into it. */
export const sameMatter = (organisationId: string, id: string) => sql`(
  select s.id from kernel.record s where s.organisation_id = ${organisationId} and (s.id = ${id}::uuid or s.merged_into = ${id}::uuid))`

/** Open ones first, by their due days. */
export async function tasksOf(
  view: Pick<View, 'office' | 'principal'> & { db(): ReturnType<View['db']> },
  id: string,
): Promise<MatterTask[]> {
  const { rows } = await sql<MatterTask>`
    select r.id, r.title, r.version, t.state, t.due_on, t.owner_id, t.source_id in ${sameMatter(view.office.id, id)} as made
    from ${visibleRecords(view, 'task').selectAll()} r
    join work.task_fact t on t.organisation_id = ${view.office.id} and t.task_id = r.id
    where t.source_id in ${sameMatter(view.office.id, id)} or exists (
      select from matters.binding b where b.organisation_id = ${view.office.id} and b.matter_id = ${id} and b.record_id = r.id)
    order by t.state in ('done', 'dropped'), t.due_on nulls last, r.id limit 500`.execute(view.db())
  return rows.map(row => ({ ...row, made: row.made ?? false }))
}

export const isTaskOpen = ({ state }: Pick<MatterTask, 'state'>): boolean => state === 'open' || state === 'waiting'
