import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  addCondition,
  checkCondition,
  conditionAdded,
  conditionChecked,
  conditionNotDue,
  conditionRemoved,
  conditionUnknown,
  noteChecked,
  removeCondition,
} from '../contract.ts'
import { nextCheck } from '../periods.ts'
import { requirePerson } from '../people.ts'
import { checkKey, type ConditionRow, conditionsOf, openKeys, updateCondition } from '../permit-row.ts'
import type { PermitsTables } from '../tables.ts'

async function conditionOf(act: Act, id: string, conditionId: string): Promise<ConditionRow> {
  const found = (await conditionsOf(act, id)).find(one => one.id === conditionId)
  return found ?? act.refuse(conditionUnknown)
}

export const addConditionBody = implementCommand(addCondition, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, condition, rhythm: every, firstOn, ownerId }) {
    const { title } = act.locked(id)
    await requirePerson(act, ownerId)
    const conditionId = act.newId()
    const first = firstOn ?? (every === 'once' ? null : nextCheck(act.today, every, act.today))
    await act
      .db<PermitsTables>()
      .insertInto('permits.condition')
      .values({
        organisation_id: act.office.id,
        permit_id: id,
        id: conditionId,
        condition,
        owner_id: ownerId ?? null,
        every,
        next_on: first,
        first_on: first,
        raised_on: null,
        checked_on: null,
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(conditionAdded, { id, title, condition: condition.slice(0, 200) }, [id])
    return {
      output: { id, version, conditionId },
      undo: { command: 'permits.remove-condition', input: { id, expectedVersion: version, conditionId } },
    }
  },
})

export const removeConditionBody = implementCommand(removeCondition, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, conditionId }) {
    const { title } = act.locked(id)
    const { condition } = await conditionOf(act, id, conditionId)
    const workWithdrawn = await openKeys(act, `permits.check:${id}:${conditionId}:`)
    await sql`
      delete from permits.condition where organisation_id = ${act.office.id} and permit_id = ${id} and id = ${conditionId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(
      conditionRemoved,
      { id, title, condition: condition.slice(0, 200), ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      [id],
    )
    return { output: { id, version } }
  },
})

/** Notes the check of today and moves on to the next. */
async function moveOn(act: Act, id: string, one: ConditionRow): Promise<number> {
  const from = one.next_on && Temporal.PlainDate.compare(one.next_on, act.today) > 0 ? one.next_on : act.today
  await updateCondition(act, id, one.id, {
    checked_on: act.today,
    next_on: one.first_on && nextCheck(one.first_on, one.every, from),
    raised_on: null,
  })
  return act.changeRecord(id)
}

export const checkConditionBody = implementCommand(checkCondition, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  async run(act, { id, conditionId }) {
    const { title } = act.locked(id)
    const one = await conditionOf(act, id, conditionId)
    if (!one.next_on) act.refuse(conditionNotDue, { condition: one.condition.slice(0, 200) })
    const workDone = await openKeys(act, checkKey(id, conditionId, one.next_on!))
    const version = await moveOn(act, id, one)
    act.emit(
      conditionChecked,
      { id, title, condition: one.condition.slice(0, 200), ...(workDone.length > 0 ? { workDone } : {}) },
      [id],
    )
    return { output: { id, version } }
  },
})

/** Only the check that the task was made for: a later one is not noted by an old task. */
export const noteCheckedBody = implementCommand(noteChecked, {
  locks: ({ id }) => [{ kind: 'permit', id }],
  async run(act, { id, conditionId, dueOn }) {
    const one = (await conditionsOf(act, id)).find(condition => condition.id === conditionId)
    if (!one?.next_on?.equals(dueOn)) return { output: {} }
    await moveOn(act, id, one)
    act.emit(conditionChecked, { id, title: act.locked(id).title, condition: one.condition.slice(0, 200) }, [id])
    return { output: {} }
  },
})
