import type { Reaction } from '../../../kernel/implement.ts'
import { taskCompleted, tasksCompleted } from '../../work/contract.ts'
import { calledBack } from '../contract.ts'
import { taskPrefix } from '../slip-parts.ts'

const ours = (keys: readonly (string | null)[]): unknown[] => {
  const found = keys.filter(key => key?.startsWith(taskPrefix))
  return found.length > 0 ? [{ keys: found }] : []
}

/** Whoever ticks the task to call back has dealt with the slip. */
export const followTasks: readonly Reaction[] = [
  {
    on: taskCompleted.name,
    command: calledBack,
    inputs: ({ payload }) => ours([(payload as { key: string | null }).key]),
  },
  { on: tasksCompleted.name, command: calledBack, inputs: ({ payload }) => ours((payload as { keys: string[] }).keys) },
]
