import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { taskCompleted, taskReopened, tasksCompleted, tasksReopened } from '../../work/contract.ts'
import { sampleWork, withdrawSamples } from '../contract.ts'

const idsOf = ({ payload }: Happened) => {
  const { id, ids } = payload as { id?: string; ids?: string[] }
  const all = ids ?? (id ? [id] : [])
  return all.length > 0 ? [{ ids: all }] : []
}

/** What is finished may be looked at; what is not finished after all is not. */
export const followWork: readonly Reaction[] = [
  { on: taskCompleted.name, command: sampleWork, inputs: idsOf },
  { on: tasksCompleted.name, command: sampleWork, inputs: idsOf },
  { on: taskReopened.name, command: withdrawSamples, inputs: idsOf },
  { on: tasksReopened.name, command: withdrawSamples, inputs: idsOf },
]
