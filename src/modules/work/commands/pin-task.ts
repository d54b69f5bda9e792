import { implementCommand } from '../../../kernel/implement.ts'
import { pinTask, taskPinned } from '../contract.ts'
import { requireState, taskOf, updateTask } from '../task-row.ts'

export const pinTaskBody = implementCommand(pinTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    requireState(act, task, 'work.pin-task')
    await updateTask(act, id, { pinned_at: act.at })
    const version = await act.changeRecord(id)
    act.emit(taskPinned, { id, title: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: 'work.unpin-task', input: { id, expectedVersion: version } } }
  },
})
