import { implementCommand } from '../../../kernel/implement.ts'
import { settleTasks, tasksCompleted, tasksWithdrawn } from '../contract.ts'
import { completeTasks, endTasks } from '../completion.ts'
import { raisedBefore } from '../raised.ts'
import { takes } from '../states.ts'
import { keysOf, raiseVersions, tasksOf } from '../task-row.ts'

export const settleTasksBody = implementCommand(settleTasks, {
  async run(act, { how, keys }) {
    const raised = [...(await raisedBefore(act, keys)).values()].filter(task => takes('work.complete-task', task.state))
    // only what nobody has touched is taken back
    const settled = how === 'done' ? raised : raised.filter(task => task.version === 1)
    const tasks = await tasksOf(
      act,
      settled.map(task => task.id),
    )
    const ids = tasks.map(task => task.id)
    if (ids.length === 0) return { output: { ids } }
    if (how === 'done') {
      await completeTasks(act, tasks, { raise: true })
      act.emit(tasksCompleted, { ids, count: ids.length, keys: keysOf(tasks) }, ids)
    } else {
      await endTasks(act, tasks, 'dropped', act.at)
      await raiseVersions(act, ids)
      act.emit(tasksWithdrawn, { ids, count: ids.length }, ids)
    }
    return { output: { ids } }
  },
})
