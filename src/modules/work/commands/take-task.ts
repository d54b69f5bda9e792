import { implementCommand } from '../../../kernel/implement.ts'
import { takeTask, taskAssigned, taskTaken } from '../contract.ts'
import { ownerName, requireState, taskOf, updateTask } from '../task-row.ts'

export const takeTaskBody = implementCommand(takeTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    requireState(act, task, 'work.take-task')
    const me = act.principal
    if (task.owner_id !== null && task.owner_id !== me.id)
      act.refuse(taskTaken, { id, owner: await ownerName(act, task.owner_id) })
    await updateTask(act, id, { owner_id: me.id, stands_in_for_id: null })
    const version = await act.changeRecord(id)
    act.emit(taskAssigned, { id, title: act.locked(id).title, ownerId: me.id, owner: me.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.assign-task', input: { id, expectedVersion: version, ownerId: task.owner_id } },
    }
  },
})
