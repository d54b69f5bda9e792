import { implementCommand } from '../../../kernel/implement.ts'
import { completeMany, tasksCompleted } from '../contract.ts'
import { completeTasks } from '../completion.ts'
import { keysOf, requireState, tasksOf } from '../task-row.ts'

export const completeManyBody = implementCommand(completeMany, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'task', id })),
  load: (act, { ids }) => tasksOf(act, ids),
  async run(act, _input, tasks) {
    for (const task of tasks) requireState(act, task, 'work.complete-many')
    const ids = tasks.map(task => task.id)
    const nextIds = await completeTasks(act, tasks, { raise: true })
    act.emit(tasksCompleted, { ids, count: ids.length, keys: keysOf(tasks) }, ids)
    return {
      output: { count: ids.length, nextIds },
      undo: { command: 'work.reopen-many', input: { ids, ...(nextIds.length > 0 ? { nextIds } : {}) } },
    }
  },
})
