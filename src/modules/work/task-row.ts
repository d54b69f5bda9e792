/** Reading and writing the task of an act: what its commands share. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { maySee } from '../../kernel/dispatch/locks.ts'
import type { Act } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { ownerUnknown, repeatRule, taskNotClosed, taskNotOpen, type RepeatRule } from './contract.ts'
import { takes, type TaskAct } from './states.ts'
import type { TaskTable, WorkTables } from './tables.ts'

export type TaskRow = Selectable<TaskTable>
export type NewTaskRow = Insertable<TaskTable>

/** The task of a locked record. */
export async function taskOf(act: Act, id: string): Promise<TaskRow> {
  return act
    .db<WorkTables>()
    .selectFrom('work.task')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The tasks of locked records, in the order of their ids. */
export async function tasksOf(act: Act, ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  return act
    .db<WorkTables>()
    .selectFrom('work.task')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Refuses what the state of the task does not take. */
export function requireState(act: Act, task: TaskRow, name: TaskAct): void {
  if (takes(name, task.state)) return
  act.refuse(takes('work.reopen-task', task.state) ? taskNotOpen : taskNotClosed, {
    id: task.id,
    title: act.locked(task.id).title,
    state: task.state,
  })
}

export async function updateTask(act: Act, id: string, change: Updateable<TaskTable>): Promise<void> {
  await act
    .db<WorkTables>()
    .updateTable('work.task')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** What events called these tasks, of those that events raised. */
export function keysOf(tasks: readonly TaskRow[]): string[] {
  return tasks.flatMap(task => (task.raised_key === null ? [] : [task.raised_key]))
}

/** Raises the version of many records in one statement, as `changeRecord` does for one. */
export async function raiseVersions(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
}

/** What lists find a task by. */
export function foldedText(title: string, note: string): string {
  return foldInPlace(`${title}\n${note}`).slice(0, 4000)
}

/** The name of who is to own a task; refuses whoever is not of this organisation. */
export async function ownerName(act: Act, id: string | null): Promise<string> {
  if (id === null) return ''
  if (id === act.principal.id) return act.principal.name
  const row = await act
    .db<WorkTables>()
    .selectFrom('kernel.record')
    .select(['title'])
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .where('kind', '=', 'principal')
    .executeTakeFirst()
  return row?.title ?? act.refuse(ownerUnknown, { id })
}

/** Refuses as not found every record that does not exist or that the principal may not see. */
export async function requireVisible(act: Act, ids: readonly (string | null | undefined)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  if (wanted.length === 0) return
  const rows = await act
    .db<WorkTables>()
    .selectFrom('kernel.record')
    .select(['id', 'class', 'audience'])
    .where('organisation_id', '=', act.office.id)
    .where(sql<boolean>`id = any(${wanted}::uuid[])`)
    .execute()
  for (const id of wanted) {
    const row = rows.find(record => record.id === id)
    if (!row || !maySee(act.principal, row)) act.refuse(kernelRefusals.notFound, { id })
  }
}

/** The rule as it stands in the row. */
export function ruleOf(task: Pick<TaskRow, 'repeat'>): RepeatRule | null {
  return task.repeat === null ? null : repeatRule.decode(task.repeat as never)
}

export function ruleToWire(rule: RepeatRule | null | undefined): string | null {
  return rule ? JSON.stringify(repeatRule.encode(rule)) : null
}
