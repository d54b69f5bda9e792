import type { Reaction } from '../../../kernel/implement.ts'
import { raiseTasks } from '../contract.ts'

/** Whatever event carries `work` makes these tasks, in the transaction of what happened. */
export const raiseTasksOnAnything: Reaction = {
  on: '*',
  command: raiseTasks,
  inputs: ({ payload }) => {
    const work: unknown = (payload as { work?: unknown } | null)?.work
    return Array.isArray(work) && work.length > 0 ? [{ work }] : []
  },
}
