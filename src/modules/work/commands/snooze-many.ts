import { implementCommand } from '../../../kernel/implement.ts'
import { snoozeInPast, snoozeMany, tasksSnoozed } from '../contract.ts'
import { requireState, tasksOf } from '../task-row.ts'
import { setMany } from '../set-many.ts'

export const snoozeManyBody = implementCommand(snoozeMany, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'task', id })),
  load: (act, { ids }) => tasksOf(act, ids),
  async run(act, { until }, tasks) {
    for (const task of tasks) requireState(act, task, 'work.snooze-many')
    if (until && Temporal.Instant.compare(until, act.at) <= 0) act.refuse(snoozeInPast, { until: String(until) })
    const ids = await setMany(act, tasks, { snoozed_until: until })
    act.emit(tasksSnoozed, { ids, count: ids.length, at: until }, ids)
    return { output: { count: ids.length }, undo: { command: 'work.snooze-many', input: { ids, until: null } } }
  },
})
