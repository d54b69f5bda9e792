/** The promise of a task: reading it, and what became of it. */
import { type Selectable, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { PromiseState } from './contract.ts'
import { namesOf } from '../../kernel/named.ts'
import type { TaskRow } from './task-row.ts'
import type { WorkTables } from './tables.ts'

export type PromiseRow = Selectable<WorkTables['work.promise']>

export const promiseOf = (
  act: Pick<Act, 'office'> & { db: View['db'] },
  taskId: string,
): Promise<PromiseRow | undefined> =>
  act
    .db<WorkTables>()
    .selectFrom('work.promise')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('task_id', '=', taskId)
    .executeTakeFirst()

interface Ended {
  readonly state: TaskRow['state']
  readonly ended_at: Temporal.Instant | null
}

/** Kept when its task was done on its day at the latest; broken once its day has passed without, or its task was dropped. */
export function stateOf(
  promise: Pick<PromiseRow, 'for_on' | 'broken'>,
  task: Ended,
  today: Temporal.PlainDate,
  zone: string,
): PromiseState {
  if (promise.broken || task.state === 'dropped') return 'broken'
  const until = task.ended_at?.toZonedDateTimeISO(zone).toPlainDate() ?? today
  if (Temporal.PlainDate.compare(until, promise.for_on) > 0) return 'broken'
  return task.state === 'done' ? 'kept' : 'open'
}

/** As `stateOf`, for conditions on `p` (promise) and `t` (task). */
export const stateSql = (view: Pick<View, 'today' | 'office'>) => sql`case
  when p.broken or t.state = 'dropped' then 'broken'
  when coalesce((t.ended_at at time zone ${view.office.zone})::date, ${view.today}::date) > p.for_on then 'broken'
  when t.state = 'done' then 'kept' else 'open' end`

/** The promise as the page of its task tells it. */
export async function promiseDetailOf(view: View, task: TaskRow) {
  const promise = await promiseOf(view, task.id)
  if (!promise) return null
  const moves = await view
    .db<WorkTables>()
    .selectFrom('work.promise_move')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('task_id', '=', task.id)
    .orderBy('moved_at')
    .execute()
  const names = await namesOf(view, [promise.party_id, ...moves.map(move => move.moved_by_id)])
  return {
    to: promise.promised_to,
    party: promise.party_id === null ? null : (names.get(promise.party_id) ?? null),
    promisedOn: promise.promised_on,
    forOn: promise.for_on,
    words: promise.words,
    state: stateOf(promise, task, view.today, view.office.zone),
    moves: moves.map(move => ({
      fromOn: move.from_on,
      toOn: move.to_on,
      reason: move.reason,
      told: move.told,
      at: move.moved_at,
      by: names.get(move.moved_by_id) ?? null,
    })),
    mayMove: task.state === 'open' || task.state === 'waiting',
  }
}
