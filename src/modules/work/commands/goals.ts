import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  changeGoal,
  createGoal,
  endGoal,
  goalChanged,
  goalCreated,
  goalEnded,
  goalEndedEvent,
  goalNotEnded,
  goalNotServed,
  goalReopened,
  goalReversed,
  goalServed,
  goalServedEvent,
  goalUnserved,
  nothingServes,
  reopenGoal,
  serveGoal,
  stopServing,
} from '../contract.ts'
import { goalOf, type GoalRow, weightNumber, weightOf } from '../goal-row.ts'
import { ownerName, requireVisible } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

function requirePeriod(act: Act, fromOn: Temporal.PlainDate, untilOn: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0)
    act.refuse(goalReversed, { fromOn: String(fromOn), untilOn: String(untilOn) })
}

function requireOpen(act: Act, goal: GoalRow): void {
  if (goal.state !== 'open') act.refuse(goalEnded, { title: act.locked(goal.id).title })
}

async function updateGoal(act: Act, id: string, change: Partial<GoalRow>): Promise<void> {
  await act
    .db<WorkTables>()
    .updateTable('work.goal')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export const createGoalBody = implementCommand(createGoal, {
  async run(act, { title, weight = 'some', fromOn, untilOn, ownerId = null, note = '' }) {
    requirePeriod(act, fromOn, untilOn)
    await ownerName(act, ownerId)
    const id = await act.createRecord({ kind: 'goal', title, search: { body: note } })
    await act
      .db<WorkTables>()
      .insertInto('work.goal')
      .values({
        organisation_id: act.office.id,
        id,
        owner_id: ownerId,
        weight: weightNumber(weight),
        from_on: fromOn,
        until_on: untilOn,
        note,
        state: 'open',
        ended_at: null,
      })
      .execute()
    act.emit(goalCreated, { id, title }, [id])
    const undo = { id, expectedVersion: 1, how: 'dropped' }
    return { output: { id, version: 1 }, undo: { command: 'work.end-goal', input: undo } }
  },
})

export const changeGoalBody = implementCommand(changeGoal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'goal', id, expectedVersion }],
  load: (act, { id }) => goalOf(act, id),
  async run(act, { id, expectedVersion: _seen, ...given }, goal) {
    requireOpen(act, goal)
    requirePeriod(act, given.fromOn ?? goal.from_on, given.untilOn ?? goal.until_on)
    if (given.ownerId !== undefined) await ownerName(act, given.ownerId)
    const before = act.locked(id).title
    await updateGoal(act, id, {
      weight: given.weight ? weightNumber(given.weight) : goal.weight,
      from_on: given.fromOn ?? goal.from_on,
      until_on: given.untilOn ?? goal.until_on,
      owner_id: given.ownerId === undefined ? goal.owner_id : given.ownerId,
      note: given.note ?? goal.note,
    })
    const title = given.title ?? before
    const version = await act.changeRecord(id, { title, search: { body: given.note ?? goal.note } })
    act.emit(goalChanged, { id, title }, [id])
    const was = {
      title: before,
      weight: weightOf(goal),
      fromOn: String(goal.from_on),
      untilOn: String(goal.until_on),
      ownerId: goal.owner_id,
      note: goal.note,
    }
    return {
      output: { id, version },
      undo: { command: 'work.change-goal', input: { id, expectedVersion: version, ...was } },
    }
  },
})

export const endGoalBody = implementCommand(endGoal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'goal', id, expectedVersion }],
  load: (act, { id }) => goalOf(act, id),
  async run(act, { id, how }, goal) {
    requireOpen(act, goal)
    await updateGoal(act, id, { state: how, ended_at: act.at })
    const version = await act.changeRecord(id)
    act.emit(goalEndedEvent, { id, title: act.locked(id).title, how }, [id])
    return { output: { id, version }, undo: { command: 'work.reopen-goal', input: { id, expectedVersion: version } } }
  },
})

export const reopenGoalBody = implementCommand(reopenGoal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'goal', id, expectedVersion }],
  load: (act, { id }) => goalOf(act, id),
  async run(act, { id }, goal) {
    const { title } = act.locked(id)
    if (goal.state === 'open') return act.refuse(goalNotEnded, { title })
    await updateGoal(act, id, { state: 'open', ended_at: null })
    const version = await act.changeRecord(id)
    act.emit(goalReopened, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.end-goal', input: { id, expectedVersion: version, how: goal.state } },
    }
  },
})

/** What may serve a goal: a task, or a matter whose tasks then do. */
const serving = ['task', 'matter']

export const serveGoalBody = implementCommand(serveGoal, {
  locks: ({ id }) => [{ kind: 'goal', id }],
  load: (act, { id }) => goalOf(act, id),
  async run(act, { id, recordId }, goal) {
    requireOpen(act, goal)
    await requireVisible(act, [recordId])
    const { rows } = await sql<{ kind: string; title: string }>`
      select kind, title from kernel.record where organisation_id = ${act.office.id} and id = ${recordId}`.execute(
      act.db(),
    )
    const record = rows[0]!
    const { title } = act.locked(id)
    if (!serving.includes(record.kind)) act.refuse(nothingServes, { title: record.title })
    const added = await act
      .db<WorkTables>()
      .insertInto('work.goal_service')
      .values({ organisation_id: act.office.id, record_id: recordId, goal_id: id })
      .onConflict(conflict => conflict.doNothing())
      .returning('goal_id')
      .executeTakeFirst()
    if (!added) act.refuse(goalServed, { title: record.title, goal: title })
    const version = await act.changeRecord(id)
    act.emit(goalServedEvent, { id, title, recordId }, [id, recordId])
    return { output: { id, version }, undo: { command: 'work.stop-serving', input: { id, recordId } } }
  },
})

export const stopServingBody = implementCommand(stopServing, {
  locks: ({ id }) => [{ kind: 'goal', id }],
  async run(act, { id, recordId }) {
    await requireVisible(act, [recordId])
    const { title } = act.locked(id)
    const gone = await act
      .db<WorkTables>()
      .deleteFrom('work.goal_service')
      .where('organisation_id', '=', act.office.id)
      .where('goal_id', '=', id)
      .where('record_id', '=', recordId)
      .returning('goal_id')
      .executeTakeFirst()
    if (!gone) act.refuse(goalNotServed, { goal: title })
    const version = await act.changeRecord(id)
    act.emit(goalUnserved, { id, title, recordId }, [id, recordId])
    return { output: { id, version }, undo: { command: 'work.serve-goal', input: { id, recordId } } }
  },
})
