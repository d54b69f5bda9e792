import { implementCommand } from '../../../kernel/implement.ts'
import { assignMany, tasksAssigned } from '../contract.ts'
import { ownerName, requireState, tasksOf } from '../task-row.ts'
import { setMany } from '../set-many.ts'

export const assignManyBody = implementCommand(assignMany, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'task', id })),
  load: (act, { ids }) => tasksOf(act, ids),
  async run(act, { ownerId }, tasks) {
    for (const task of tasks) requireState(act, task, 'work.assign-many')
    const owner = await ownerName(act, ownerId)
    const ids = await setMany(act, tasks, { owner_id: ownerId, stands_in_for_id: null, pinned_at: null })
    act.emit(tasksAssigned, { ids, count: ids.length, ownerId, owner }, ids)
    // tasks that different people owned have no single act that gives them back
    const owners = new Set(tasks.map(task => task.owner_id))
    const [before = null] = owners
    return {
      output: { count: ids.length },
      ...(owners.size === 1 ? { undo: { command: 'work.assign-many' as const, input: { ids, ownerId: before } } } : {}),
    }
  },
})
