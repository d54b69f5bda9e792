import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  movePromise,
  promiseBroken,
  promiseMade,
  promiseMoved,
  promiseNone,
  promisePast,
  promiseSameDay,
  promiseTask,
  promiseWithdrawn,
  taskPromised,
  withdrawPromise,
} from '../contract.ts'
import { promiseOf, stateOf } from '../promise-row.ts'
import { requireState, requireVisible, taskOf, type TaskRow, updateTask } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/** The task is due when it is promised, at the latest. */
async function bringForward(act: Act, task: TaskRow, forOn: Temporal.PlainDate): Promise<void> {
  if (task.due_on && !isAfter(task.due_on, forOn)) return
  await updateTask(act, task.id, {
    due_on: forOn,
    due_at: null,
    ...(task.repeat === null ? {} : { repeat_anchor_on: forOn }),
  })
}

export const promiseTaskBody = implementCommand(promiseTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, promisedTo, forOn, partyId, promisedOn, words }, task) {
    requireState(act, task, 'work.change-task')
    const { title } = act.locked(id)
    const known = await promiseOf(act, id)
    if (known) act.refuse(promiseMade, { name: known.promised_to, on: String(known.for_on) })
    if (isAfter(act.today, forOn)) act.refuse(promisePast, { forOn: String(forOn) })
    await requireVisible(act, [partyId])
    await act
      .db<WorkTables>()
      .insertInto('work.promise')
      .values({
        organisation_id: act.office.id,
        task_id: id,
        party_id: partyId ?? null,
        promised_to: promisedTo,
        promised_on: promisedOn ?? act.today,
        for_on: forOn,
        first_for_on: forOn,
        words: words ?? '',
        broken: false,
      })
      .execute()
    await bringForward(act, task, forOn)
    const version = await act.changeRecord(id)
    act.emit(taskPromised, { id, title, name: promisedTo, on: forOn }, partyId ? [id, partyId] : [id])
    return {
      output: { id, version },
      undo: { command: 'work.withdraw-promise', input: { id, expectedVersion: version } },
    }
  },
})

export const movePromiseBody = implementCommand(movePromise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, forOn, reason, told }, task) {
    requireState(act, task, 'work.change-task')
    const { title } = act.locked(id)
    const promise = (await promiseOf(act, id)) ?? act.refuse(promiseNone, { title })
    if (isAfter(act.today, forOn)) act.refuse(promisePast, { forOn: String(forOn) })
    if (forOn.equals(promise.for_on)) act.refuse(promiseSameDay, { on: String(forOn) })
    const db = act.db<WorkTables>()
    await db
      .updateTable('work.promise')
      .set({ for_on: forOn, broken: promise.broken || isAfter(act.today, promise.for_on) })
      .where('organisation_id', '=', act.office.id)
      .where('task_id', '=', id)
      .execute()
    await db
      .insertInto('work.promise_move')
      .values({
        organisation_id: act.office.id,
        task_id: id,
        id: act.newId(),
        from_on: promise.for_on,
        to_on: forOn,
        reason,
        told,
        moved_at: act.at,
        moved_by_id: act.principal.id,
      })
      .execute()
    if (task.due_on?.equals(promise.for_on)) await updateTask(act, id, { due_on: forOn, due_at: null })
    else await bringForward(act, task, forOn)
    const version = await act.changeRecord(id)
    act.emit(promiseMoved, { id, title, name: promise.promised_to, on: forOn, reason, told }, [id])
    return { output: { id, version } }
  },
})

export const withdrawPromiseBody = implementCommand(withdrawPromise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    const { title } = act.locked(id)
    const promise = (await promiseOf(act, id)) ?? act.refuse(promiseNone, { title })
    if (stateOf(promise, task, act.today, act.office.zone) !== 'open')
      act.refuse(promiseBroken, { title, on: String(promise.for_on) })
    await act
      .db<WorkTables>()
      .deleteFrom('work.promise')
      .where('organisation_id', '=', act.office.id)
      .where('task_id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(promiseWithdrawn, { id, title }, [id])
    const again = {
      id,
      expectedVersion: version,
      promisedTo: promise.promised_to,
      forOn: String(promise.for_on),
      promisedOn: String(promise.promised_on),
      ...(promise.party_id ? { partyId: promise.party_id } : {}),
      ...(promise.words ? { words: promise.words } : {}),
    }
    return { output: { id, version }, undo: { command: 'work.promise-task', input: again } }
  },
})
