import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { endTasks } from './completion.ts'
import { raiseVersions, type TaskRow, tasksOf } from './task-row.ts'

/** Opens ended tasks again in one statement. */
export async function reopenTasks(act: Act, tasks: readonly TaskRow[]): Promise<void> {
  await sql`
    update work.task set state = 'open', ended_at = null, ended_by_id = null, withdrawn_at = null
    where organisation_id = ${act.office.id} and id = any(${tasks.map(task => task.id)}::uuid[])`.execute(act.db())
}

/**
 * Drops those of the locked tasks that were made by completing one of `completed` and that nobody has touched since:
 * a completion undone takes back what it made. Gives the ids of those dropped.
 */
export async function withdrawUntouched(
  act: Act,
  nextIds: readonly string[],
  completed: readonly string[],
): Promise<string[]> {
  const untouched = (await tasksOf(act, nextIds)).filter(
    task =>
      task.repeats_id !== null &&
      completed.includes(task.repeats_id) &&
      task.state === 'open' &&
      act.locked(task.id).version === 1,
  )
  const ids = untouched.map(task => task.id)
  if (ids.length === 0) return []
  await endTasks(act, untouched, 'dropped')
  await raiseVersions(act, ids)
  return ids
}
