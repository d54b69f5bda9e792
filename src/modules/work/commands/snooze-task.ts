import { implementCommand } from '../../../kernel/implement.ts'
import { snoozeInPast, snoozeTask, taskSnoozed } from '../contract.ts'
import { requireState, taskOf, updateTask } from '../task-row.ts'

export const snoozeTaskBody = implementCommand(snoozeTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, until }, task) {
    requireState(act, task, 'work.snooze-task')
    if (until && Temporal.Instant.compare(until, act.at) <= 0) act.refuse(snoozeInPast, { until: String(until) })
    await updateTask(act, id, { snoozed_until: until })
    const version = await act.changeRecord(id)
    act.emit(taskSnoozed, { id, title: act.locked(id).title, at: until }, [id])
    const before =
      task.snoozed_until && Temporal.Instant.compare(task.snoozed_until, act.at) > 0 ? String(task.snoozed_until) : null
    return {
      output: { id, version },
      undo: { command: 'work.snooze-task', input: { id, expectedVersion: version, until: before } },
    }
  },
})
