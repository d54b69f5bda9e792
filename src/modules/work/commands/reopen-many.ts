import { implementCommand } from '../../../kernel/implement.ts'
import { reopenMany, tasksReopened } from '../contract.ts'
import { reopenTasks, withdrawUntouched } from '../reopening.ts'
import { keysOf, raiseVersions, requireState, tasksOf } from '../task-row.ts'

export const reopenManyBody = implementCommand(reopenMany, {
  locks: ({ ids, nextIds }) => [...ids, ...(nextIds ?? [])].map(id => ({ kind: 'task', id })),
  load: (act, { ids }) => tasksOf(act, ids),
  async run(act, { nextIds }, tasks) {
    for (const task of tasks) requireState(act, task, 'work.reopen-many')
    const ids = tasks.map(task => task.id)
    const withdrawn = await withdrawUntouched(act, nextIds ?? [], ids)
    await reopenTasks(act, tasks)
    await raiseVersions(act, ids)
    act.emit(tasksReopened, { ids, count: ids.length, keys: keysOf(tasks) }, [...ids, ...withdrawn])
    const wereDone = tasks.every(task => task.state === 'done')
    return {
      output: { count: ids.length },
      ...(wereDone ? { undo: { command: 'work.complete-many' as const, input: { ids } } } : {}),
    }
  },
})
