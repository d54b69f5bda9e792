import type { Updateable } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { changeTask, dueMomentOffDay, promiseFirst, repeatNeedsDay, repeatRule, taskChanged } from '../contract.ts'
import { dayOf } from '../new-task.ts'
import { promiseOf } from '../promise-row.ts'
import {
  foldedText,
  ownerName,
  requireState,
  requireVisible,
  ruleOf,
  ruleToWire,
  taskOf,
  type TaskRow,
  updateTask,
} from '../task-row.ts'
import type { TaskTable } from '../tables.ts'

type Input = z.output<typeof changeTask.input>

export const changeTaskBody = implementCommand(changeTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, input, task) {
    requireState(act, task, 'work.change-task')
    if (input.ownerId !== undefined) await ownerName(act, input.ownerId)
    await requireVisible(act, [input.forId, input.askedById])
    await requirePromiseDay(act, input)
    const before = { title: act.locked(input.id).title }
    const change = columns(input, task)
    const { dueOn, dueAt, repeat } = { dueOn: task.due_on, dueAt: task.due_at, repeat: ruleOf(task), ...given(input) }
    const day = dueAt ? dayOf(act, dueAt) : dueOn
    if (dueAt && input.dueOn && !input.dueOn.equals(dayOf(act, dueAt)))
      act.refuse(dueMomentOffDay, { dueOn: String(input.dueOn), dueAt: String(dueAt) })
    if (repeat && !day) act.refuse(repeatNeedsDay)
    const title = input.title ?? before.title
    const note = input.note ?? task.note
    const anchored = repeat
      ? {
          repeat_anchor_on:
            input.dueOn !== undefined || input.dueAt !== undefined || !task.repeat_anchor_on
              ? day
              : task.repeat_anchor_on,
        }
      : { repeat_anchor_on: null }
    await updateTask(act, input.id, { ...change, due_on: day, ...anchored, folded: foldedText(title, note) })
    const version = await act.changeRecord(
      input.id,
      input.title !== undefined || input.note !== undefined ? { title, search: { body: note } } : {},
    )
    const changed = Object.keys(input).filter(
      name => name !== 'id' && name !== 'expectedVersion' && input[name as keyof Input] !== undefined,
    )
    act.emit(taskChanged, { id: input.id, title, changed }, [input.id])
    return {
      output: { id: input.id, version },
      undo: {
        command: 'work.change-task',
        input: { id: input.id, expectedVersion: version, ...priorFacts(changed, task, before.title) },
      },
    }
  },
})

/** What is promised for a day is not put off in silence: a new day is told first. */
async function requirePromiseDay(act: Act, { id, dueOn, dueAt }: Input): Promise<void> {
  const day = dueAt ? dayOf(act, dueAt) : dueOn
  if (day === undefined) return
  const promise = await promiseOf(act, id)
  if (promise && (day === null || Temporal.PlainDate.compare(day, promise.for_on) > 0))
    act.refuse(promiseFirst, { name: promise.promised_to, on: String(promise.for_on) })
}

/** Of the facts that bear on each other, those that were given; a due day given without a moment takes the moment away. */
function given({ dueOn, dueAt, repeat }: Input) {
  return {
    ...(dueOn !== undefined ? { dueOn, dueAt: null } : {}),
    ...(dueAt !== undefined ? { dueAt } : {}),
    ...(repeat !== undefined ? { repeat } : {}),
  }
}

function columns(input: Input, task: TaskRow): Updateable<TaskTable> {
  const set: Updateable<TaskTable> = {
    note: input.note,
    due_at: input.dueAt !== undefined ? input.dueAt : input.dueOn !== undefined ? null : task.due_at,
    effort_minutes: input.effortMinutes,
    for_id: input.forId,
    asked_by_id: input.askedById,
    owner_id: input.ownerId,
    stands_in_for_id: input.ownerId === undefined ? undefined : null,
    owner_role: input.ownerRole,
    urgency: input.urgency,
    if_late: input.ifLate,
    why: input.why,
    review: input.review,
    repeat: input.repeat === undefined ? undefined : ruleToWire(input.repeat),
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}

/** What the changed facts were, on the wire: the input of the inverse act. */
function priorFacts(changed: readonly string[], task: TaskRow, title: string): Record<string, unknown> {
  const rule = ruleOf(task)
  const all: Record<string, unknown> = {
    title,
    note: task.note,
    dueOn: task.due_on?.toString() ?? null,
    dueAt: task.due_at?.toString() ?? null,
    effortMinutes: task.effort_minutes,
    forId: task.for_id,
    askedById: task.asked_by_id,
    ownerId: task.owner_id,
    ownerRole: task.owner_role,
    urgency: task.urgency,
    ifLate: task.if_late,
    why: task.why,
    review: task.review,
    repeat: rule && repeatRule.encode(rule),
  }
  const names = new Set(changed)
  if (names.has('dueOn') || names.has('dueAt')) names.add('dueOn').add('dueAt')
  return Object.fromEntries([...names].map(name => [name, all[name]]))
}
