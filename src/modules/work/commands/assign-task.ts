import { implementCommand } from '../../../kernel/implement.ts'
import { assignTask, taskAssigned } from '../contract.ts'
import { ownerName, requireState, taskOf, updateTask } from '../task-row.ts'

export const assignTaskBody = implementCommand(assignTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, ownerId }, task) {
    requireState(act, task, 'work.assign-task')
    const owner = await ownerName(act, ownerId)
    // a pin is the owner's own mark
    await updateTask(act, id, {
      owner_id: ownerId,
      stands_in_for_id: null,
      ...(ownerId === task.owner_id ? {} : { pinned_at: null }),
    })
    const version = await act.changeRecord(id)
    act.emit(taskAssigned, { id, title: act.locked(id).title, ownerId, owner }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.assign-task', input: { id, expectedVersion: version, ownerId: task.owner_id } },
    }
  },
})
