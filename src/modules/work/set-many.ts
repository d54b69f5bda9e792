import { sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { raiseVersions, type TaskRow } from './task-row.ts'
import type { TaskTable, WorkTables } from './tables.ts'

/** Changes many locked tasks alike in one statement; gives their ids. */
export async function setMany(act: Act, tasks: readonly TaskRow[], change: Updateable<TaskTable>): Promise<string[]> {
  const ids = tasks.map(task => task.id)
  await act
    .db<WorkTables>()
    .updateTable('work.task')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  await raiseVersions(act, ids)
  return ids
}
