import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { taskCompleted, taskReopened, tasksCompleted, tasksReopened } from '../../work/contract.ts'
import { followOrder } from '../contract.ts'

const follow =
  (isDone: boolean) =>
  ({ payload }: Happened) => {
    const { key, keys } = payload as { key?: string | null; keys?: readonly string[] }
    const own = (keys ?? (key ? [key] : [])).filter(one => one.startsWith('announcements.answer:'))
    return own.length > 0 ? [{ keys: own, isDone }] : []
  }

/** Whoever completes the task of an order has carried it out. */
export const followTasks: readonly Reaction[] = [
  { on: taskCompleted.name, command: followOrder, inputs: follow(true) },
  { on: tasksCompleted.name, command: followOrder, inputs: follow(true) },
  { on: taskReopened.name, command: followOrder, inputs: follow(false) },
  { on: tasksReopened.name, command: followOrder, inputs: follow(false) },
]
