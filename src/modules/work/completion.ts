/** Completing tasks: one or many, by a person or by an event. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { endChases } from './chase-row.ts'
import { taskDoneFor } from './contract.ts'
import { nameOf } from './cover.ts'
import { emptyTask, insertChecklist, insertTasks } from './new-task.ts'
import { nextOccurrence } from './repeat-rule.ts'
import { foldedText, type NewTaskRow, raiseVersions, ruleOf, ruleToWire, type TaskRow } from './task-row.ts'
import type { WorkTables } from './tables.ts'
import { workingCalendar } from './working-days.ts'

/** Ends the tasks as done and makes the next ones of those that repeat; gives the ids of these. */
export async function completeTasks(
  act: Act,
  tasks: readonly TaskRow[],
  options: { raise: boolean },
): Promise<string[]> {
  await endTasks(act, tasks, 'done')
  if (options.raise)
    await raiseVersions(
      act,
      tasks.map(task => task.id),
    )
  await tellWhose(act, tasks)
  const next: string[] = []
  for (const task of tasks) {
    const id = await makeNext(act, task)
    if (id) next.push(id)
  }
  return next
}

/** Notes for whom it was done, where somebody stood in. */
async function tellWhose(act: Act, tasks: readonly TaskRow[]): Promise<void> {
  for (const { id, stands_in_for_id: forId } of tasks) {
    if (!forId || forId === act.principal.id) continue
    const { title } = await titleOf(act, id)
    act.emit(taskDoneFor, { id, title, forId, for: await nameOf(act, forId) }, [id, forId])
  }
}

/** Ends the tasks in one statement; what they waited for, their pins and snoozes go. */
export async function endTasks(
  act: Act,
  tasks: readonly TaskRow[],
  state: 'done' | 'dropped',
  withdrawnAt: Temporal.Instant | null = null,
): Promise<void> {
  await sql`
    update work.task set state = ${state}, ended_at = ${act.at}, ended_by_id = ${act.principal.id}, withdrawn_at = ${withdrawnAt}::timestamptz, pinned_at = null,
      snoozed_until = null, waiting_for = null, waiting_for_id = null, waiting_since = null, chase_on = null
    where organisation_id = ${act.office.id} and id = any(${tasks.map(task => task.id)}::uuid[])`.execute(act.db())
  await endChases(
    act,
    tasks.map(task => task.id),
  )
}

/** When a completed task comes next, were it completed on `today`. */
export function nextDue(task: TaskRow, today: Temporal.PlainDate, country: string) {
  const rule = ruleOf(task)
  if (!rule || !task.due_on) return null
  const calendar = workingCalendar(country)
  if (rule.from === 'done') return nextOccurrence(rule, today, today, calendar)
  // whoever is late owes today's, not every one that was missed
  const yesterday = today.subtract({ days: 1 })
  const after = Temporal.PlainDate.compare(task.due_on, yesterday) > 0 ? task.due_on : yesterday
  return nextOccurrence(rule, task.repeat_anchor_on ?? task.due_on, after, calendar)
}

async function makeNext(act: Act, task: TaskRow): Promise<string | null> {
  const next = nextDue(task, act.today, act.office.country)
  if (!next || (await hasNext(act, task.id))) return null
  const { title } = await titleOf(act, task.id)
  const id = await act.createRecord({ kind: 'task', title, source: task.id, class: 0, search: { body: task.note } })
  const time = task.due_at?.toZonedDateTimeISO(act.office.zone).toPlainTime()
  const row: NewTaskRow = {
    ...emptyTask,
    organisation_id: act.office.id,
    id,
    note: task.note,
    folded: foldedText(title, task.note),
    state: 'open',
    for_id: task.for_id,
    asked_by_id: task.asked_by_id,
    owner_id: task.stands_in_for_id ?? task.owner_id,
    owner_role: task.owner_role,
    source_id: task.source_id,
    due_on: next.dueOn,
    due_at: time ? next.dueOn.toZonedDateTime({ timeZone: act.office.zone, plainTime: time }).toInstant() : null,
    effort_minutes: task.effort_minutes,
    urgency: task.urgency,
    if_late: task.if_late,
    why: task.why,
    review: task.review,
    repeat: ruleToWire(ruleOf(task)),
    repeat_anchor_on: next.anchorOn,
    repeats_id: task.id,
  }
  await insertTasks(act, [row])
  const items = await act
    .db<WorkTables>()
    .selectFrom('work.checklist_item')
    .select(['text'])
    .where('organisation_id', '=', act.office.id)
    .where('task_id', '=', task.id)
    .orderBy('position')
    .execute()
  await insertChecklist(
    act,
    id,
    items.map(item => item.text),
  )
  return id
}

async function hasNext(act: Act, id: string): Promise<boolean> {
  const row = await act
    .db<WorkTables>()
    .selectFrom('work.task')
    .select(['id'])
    .where('organisation_id', '=', act.office.id)
    .where('repeats_id', '=', id)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()
  return row !== undefined
}

async function titleOf(act: Act, id: string): Promise<{ title: string }> {
  return act
    .db<WorkTables>()
    .selectFrom('kernel.record')
    .select(['title'])
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
