import type { Reaction } from '../../../kernel/implement.ts'
import { settleTasks } from '../contract.ts'

/** Whatever event says that work is done, or no longer wanted, settles the tasks of these keys. */
export const settleTasksOnAnything: Reaction = {
  on: '*',
  command: settleTasks,
  inputs: ({ payload }) => [
    ...settled(payload, 'workDone', 'done'),
    ...settled(payload, 'workWithdrawn', 'withdrawn'),
    ...moved(payload),
  ],
}

function settled(payload: unknown, field: string, how: 'done' | 'withdrawn') {
  const keys: unknown = (payload as Record<string, unknown> | null)?.[field]
  return Array.isArray(keys) && keys.length > 0 ? [{ how, keys: keys.map((entry: { key: string }) => entry.key) }] : []
}

/** Those of one day together. */
function moved(payload: unknown) {
  const moves: unknown = (payload as { workMoved?: unknown } | null)?.workMoved
  if (!Array.isArray(moves)) return []
  const byDay = Map.groupBy(moves as { key: string; dueOn: unknown }[], ({ dueOn }) => String(dueOn))
  return [...byDay].map(([dueOn, some]) => ({ how: 'moved', dueOn, keys: some.map(({ key }) => key) }))
}
