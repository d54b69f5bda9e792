import { implementCommand } from '../../../kernel/implement.ts'
import { createTask, taskCreated } from '../contract.ts'
import { makeTask } from '../new-task.ts'
import { taskOf } from '../task-row.ts'

export const createTaskBody = implementCommand(createTask, {
  async run(act, input) {
    const id = await makeTask(act, input)
    const { owner_id, source_id } = await taskOf(act, id)
    act.emit(
      taskCreated,
      { id, title: input.title, ownerId: owner_id, sourceId: source_id },
      source_id ? [id, source_id] : [id],
    )
    return { output: { id, version: 1 }, undo: { command: 'work.drop-task', input: { id, expectedVersion: 1 } } }
  },
})
