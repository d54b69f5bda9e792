import { implementCommand } from '../../../kernel/implement.ts'
import { unpinTask, taskUnpinned } from '../contract.ts'
import { requireState, taskOf, updateTask } from '../task-row.ts'

export const unpinTaskBody = implementCommand(unpinTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    requireState(act, task, 'work.unpin-task')
    await updateTask(act, id, { pinned_at: null })
    const version = await act.changeRecord(id)
    act.emit(taskUnpinned, { id, title: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: 'work.pin-task', input: { id, expectedVersion: version } } }
  },
})
