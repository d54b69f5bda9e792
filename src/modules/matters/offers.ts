/** What may be done with a matter now: from the transition table and the permissions. */
import { can, type Can } from '../../kernel/can.ts'
import type { Command } from '../../kernel/declare.ts'
import type { View } from '../../kernel/implement.ts'
import { addComment, createTask } from '../work/contract.ts'
import {
  addItem,
  addParty,
  bindRecord,
  changeMatter,
  closeMatter,
  handOver,
  mergeMatters,
  reopenMatter,
  resumeMatter,
  waitMatter,
} from './contract.ts'
import type { SeenMatter } from './matter-lines.ts'
import { type MatterAct, takes } from './states.ts'

export function whatCanBeDone(view: View, matter: SeenMatter): Can[] {
  const input = { id: matter.id, expectedVersion: matter.version }
  const offer = (command: Command, primary = false) =>
    takes(command.name as MatterAct, matter.state) ? can(view, command, input, primary ? { primary } : {}) : []
  return [
    ...(matter.state === 'closed' ? [] : can(view, createTask, { sourceId: matter.id }, { primary: true })),
    ...offer(resumeMatter),
    ...offer(waitMatter),
    ...offer(closeMatter),
    ...offer(reopenMatter, true),
    ...offer(handOver),
    ...offer(bindRecord),
    ...offer(addParty),
    ...offer(addItem),
    ...offer(changeMatter),
    ...offer(mergeMatters),
    ...can(view, addComment, { recordId: matter.id }),
  ]
}
