import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { settleTasks, tasksCompleted, tasksMoved, tasksWithdrawn } from '../contract.ts'
import { completeTasks, endTasks } from '../completion.ts'
import { raisedBefore } from '../raised.ts'
import { takes } from '../states.ts'
import { keysOf, raiseVersions, tasksOf } from '../task-row.ts'

export const settleTasksBody = implementCommand(settleTasks, {
  async run(act, { how, keys, dueOn }) {
    const raised = [...(await raisedBefore(act, keys)).values()].filter(task => takes('work.complete-task', task.state))
    // only what nobody has touched is taken back
    const settled = how !== 'withdrawn' ? raised : raised.filter(task => task.version === 1)
    const tasks = await tasksOf(
      act,
      settled.map(task => task.id),
    )
    const ids = tasks.map(task => task.id)
    if (ids.length === 0) return { output: { ids } }
    if (how === 'moved') {
      await moveDue(act, ids, dueOn ?? act.today)
      act.emit(tasksMoved, { ids, count: ids.length }, ids)
    } else if (how === 'done') {
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

/** What moved with its source nobody has touched: it may still be taken back. A time of day that somebody set stands. */
const moveDue = (act: Act, ids: readonly string[], dueOn: Temporal.PlainDate) =>
  sql`update work.task set due_on = ${dueOn.toString()}::date
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) and due_at is null`.execute(act.db())
