import { implementCommand } from '../../../kernel/implement.ts'
import { completeTask, taskCompleted, taskCreated } from '../contract.ts'
import { completeTasks } from '../completion.ts'
import { requireState, taskOf } from '../task-row.ts'

export const completeTaskBody = implementCommand(completeTask, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    requireState(act, task, 'work.complete-task')
    const [nextId] = await completeTasks(act, [task], { raise: false })
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    act.emit(
      taskCompleted,
      { id, title, sourceId: task.source_id, key: task.raised_key },
      task.source_id ? [id, task.source_id] : [id],
    )
    if (nextId) act.emit(taskCreated, { id: nextId, title, ownerId: task.owner_id, sourceId: task.source_id }, [nextId])
    return {
      output: { id, version, nextId: nextId ?? null },
      undo: { command: 'work.reopen-task', input: { id, expectedVersion: version, ...(nextId ? { nextId } : {}) } },
    }
  },
})
