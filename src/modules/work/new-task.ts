/** Making tasks: one place for what a person makes, what an event asks for, and the next of a repeating one. */
import type { Act } from '../../kernel/implement.ts'
import type { z } from '../../kernel/schema.ts'
import { type createTask, dueMomentOffDay } from './contract.ts'
import { firstOccurrence } from './repeat-rule.ts'
import { foldedText, type NewTaskRow, ownerName, requireVisible, ruleToWire } from './task-row.ts'
import type { WorkTables } from './tables.ts'
import { workingCalendar } from './working-days.ts'

export type TaskFacts = z.output<typeof createTask.input>

export const emptyTask = {
  for_id: null,
  asked_by_id: null,
  owner_id: null,
  owner_role: null,
  source_id: null,
  due_on: null,
  due_at: null,
  effort_minutes: null,
  why: null,
  pinned_at: null,
  snoozed_until: null,
  waiting_for: null,
  waiting_for_id: null,
  waiting_since: null,
  chase_on: null,
  repeat: null,
  repeat_anchor_on: null,
  repeats_id: null,
  raised_key: null,
  withdrawn_at: null,
  ended_at: null,
  ended_by_id: null,
  stands_in_for_id: null,
} as const satisfies Partial<NewTaskRow>

/** The office's day of a moment. */
export function dayOf(act: Pick<Act, 'office'>, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(act.office.zone).toPlainDate()
}

/** Makes a task with its checklist; gives its id. */
export async function makeTask(act: Act, facts: TaskFacts): Promise<string> {
  const dueOn = dueDay(act, facts)
  const ownerId = facts.ownerId === undefined ? (facts.ownerRole ? null : act.principal.id) : facts.ownerId
  await ownerName(act, ownerId)
  await requireVisible(act, [facts.forId, facts.askedById, facts.sourceId])
  const note = facts.note ?? ''
  const id = await act.createRecord({
    kind: 'task',
    title: facts.title,
    search: { body: note },
    ...(facts.sourceId ? { source: facts.sourceId } : {}),
  })
  const first = facts.repeat
    ? firstOccurrence(facts.repeat, dueOn ?? act.today, workingCalendar(act.office.country))
    : null
  await insertTasks(act, [
    {
      ...emptyTask,
      organisation_id: act.office.id,
      id,
      note,
      folded: foldedText(facts.title, note),
      state: 'open',
      owner_id: ownerId,
      owner_role: facts.ownerRole ?? null,
      for_id: facts.forId ?? null,
      asked_by_id: facts.askedById ?? act.principal.id,
      source_id: facts.sourceId ?? null,
      due_on: dueOn ?? first?.dueOn ?? null,
      due_at: facts.dueAt ?? null,
      effort_minutes: facts.effortMinutes ?? null,
      urgency: facts.urgency ?? 'normal',
      if_late: facts.ifLate ?? 'nothing',
      why: facts.why ?? null,
      review: facts.review ?? false,
      repeat: ruleToWire(facts.repeat),
      repeat_anchor_on: facts.repeat ? (dueOn ?? first?.anchorOn ?? null) : null,
    },
  ])
  await insertChecklist(act, id, facts.checklist ?? [])
  return id
}

/** The due day; a moment gives its own, and a day that contradicts the moment is refused. */
function dueDay(act: Act, facts: Pick<TaskFacts, 'dueOn' | 'dueAt' | 'repeat'>): Temporal.PlainDate | null {
  if (!facts.dueAt) return facts.dueOn ?? null
  const day = dayOf(act, facts.dueAt)
  if (facts.dueOn && !facts.dueOn.equals(day))
    act.refuse(dueMomentOffDay, { dueOn: String(facts.dueOn), dueAt: String(facts.dueAt) })
  return day
}

export async function insertTasks(act: Act, rows: readonly NewTaskRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) {
    await act
      .db<WorkTables>()
      .insertInto('work.task')
      .values(rows.slice(at, at + 200))
      .execute()
  }
}

export async function insertChecklist(act: Act, taskId: string, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return
  await act
    .db<WorkTables>()
    .insertInto('work.checklist_item')
    .values(
      texts.map((text, at) => ({
        organisation_id: act.office.id,
        task_id: taskId,
        id: act.newId(),
        position: at + 1,
        text,
        ticked_at: null,
        ticked_by_id: null,
      })),
    )
    .execute()
}
