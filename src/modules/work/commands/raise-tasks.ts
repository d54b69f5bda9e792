import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseTasks, tasksRaised, type TaskWish } from '../contract.ts'
import { dayOf, emptyTask, insertChecklist, insertTasks } from '../new-task.ts'
import { foldedText, type NewTaskRow, ownerName } from '../task-row.ts'
import { soleHolder } from '../roles.ts'
import { freeKeys, raisedBefore } from '../raised.ts'
import type { WorkTables } from '../tables.ts'

export const raiseTasksBody = implementCommand(raiseTasks, {
  async run(act, { work, sourceId }) {
    const before = await raisedBefore(
      act,
      work.map(wish => wish.key),
    )
    for (const ownerId of new Set(work.map(wish => wish.ownerId ?? null))) await ownerName(act, ownerId)
    await freeKeys(
      act,
      [...before.values()].filter(task => task.withdrawn).map(task => task.id),
    )
    const rows: NewTaskRow[] = []
    const checklists = new Map<string, readonly string[]>()
    for (const wish of new Map(work.map(wish => [wish.key, wish])).values()) {
      if (before.get(wish.key)?.withdrawn === false) continue
      const source = wish.sourceId ?? sourceId
      const id = await act.createRecord({
        kind: 'task',
        title: wish.title,
        search: { body: wish.note ?? '' },
        ...(source ? { source } : {}),
      })
      if (wish.checklist) checklists.set(id, wish.checklist)
      const ownerId = wish.ownerId ?? (wish.role ? await soleHolder(act, wish.role) : null)
      rows.push({ ...rowOf(act, wish, id, source), ...(ownerId ? { owner_id: ownerId, owner_role: null } : {}) })
    }
    const ids = rows.map(row => row.id)
    await insertTasks(act, rows)
    await insertChases(act, work, rows)
    for (const row of rows) await insertChecklist(act, row.id, checklists.get(row.id) ?? [])
    if (ids.length > 0) act.emit(tasksRaised, { ids, count: ids.length }, ids)
    return { output: { ids } }
  },
})

function rowOf(act: Act, wish: TaskWish, id: string, source: string | undefined): NewTaskRow {
  return {
    ...emptyTask,
    organisation_id: act.office.id,
    id,
    note: wish.note ?? '',
    folded: foldedText(wish.title, wish.note ?? ''),
    state: 'open',
    owner_id: wish.ownerId ?? null,
    owner_role: wish.ownerId ? null : (wish.role ?? null),
    for_id: wish.forId ?? null,
    asked_by_id: wish.askedById ?? null,
    source_id: source ?? null,
    due_on: wish.dueOn ?? (wish.dueAt ? dayOf(act, wish.dueAt) : null),
    due_at: wish.dueAt ?? null,
    effort_minutes: wish.effortMinutes ?? null,
    urgency: wish.urgency ?? 'normal',
    if_late: wish.ifLate ?? 'nothing',
    reminders: wish.reminders ?? 0,
    why: wish.reason ?? null,
    review: wish.review ?? false,
    raised_key: wish.key,
    ...(wish.waiting ? waitingFacts(act, wish.waiting) : {}),
  }
}

const waitingFacts = (act: Act, { for: whom, forId, chaseOn }: NonNullable<TaskWish['waiting']>) => ({
  state: 'waiting' as const,
  waiting_for: whom,
  waiting_for_id: forId ?? null,
  waiting_since: act.at,
  chase_on: chaseOn ?? null,
})

/** Plans for asking again, of tasks that wait from the beginning. */
async function insertChases(act: Act, work: readonly TaskWish[], rows: readonly NewTaskRow[]): Promise<void> {
  const ids = new Map(rows.map(row => [row.raised_key, row.id]))
  for (const { key, waiting } of work) {
    const taskId = ids.get(key)
    if (!taskId || !waiting?.chase) continue
    const { name, email, language, firstOn, every, most, text } = waiting.chase
    await act
      .db<WorkTables>()
      .insertInto('work.chase')
      .values({
        organisation_id: act.office.id,
        task_id: taskId,
        name,
        email: email ?? null,
        language,
        first_after: 1,
        every,
        most,
        asked: 0,
        next_on: firstOn,
        text: text?.trim() || null,
        stopped_at: null,
      })
      .execute()
  }
}
