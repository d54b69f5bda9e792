import { implementCommand } from '../../../kernel/implement.ts'
import { dropTask, taskDropped } from '../contract.ts'
import { endTasks } from '../completion.ts'
import { requireState, taskOf } from '../task-row.ts'

export const dropTaskBody = implementCommand(dropTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, because }, task) {
    requireState(act, task, 'work.drop-task')
    await endTasks(act, [task], 'dropped')
    const version = await act.changeRecord(id)
    act.emit(taskDropped, { id, title: act.locked(id).title, because: because?.trim() || null, key: task.raised_key }, [
      id,
    ])
    return { output: { id, version }, undo: { command: 'work.reopen-task', input: { id, expectedVersion: version } } }
  },
})
