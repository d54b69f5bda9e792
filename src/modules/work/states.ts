import type { ActName } from '../../kernel/declare.ts'
import type { TaskState } from './contract/shapes.ts'

/** In which states a task takes which act; checks and buttons derive from this table alone. */
export const taskActs = {
  'work.change-task': ['open', 'waiting'],
  'work.complete-task': ['open', 'waiting'],
  'work.complete-many': ['open', 'waiting'],
  'work.drop-task': ['open', 'waiting'],
  'work.reopen-task': ['done', 'dropped'],
  'work.reopen-many': ['done', 'dropped'],
  'work.assign-task': ['open', 'waiting'],
  'work.assign-many': ['open', 'waiting'],
  'work.take-task': ['open', 'waiting'],
  'work.snooze-task': ['open', 'waiting'],
  'work.snooze-many': ['open', 'waiting'],
  'work.pin-task': ['open', 'waiting'],
  'work.unpin-task': ['open', 'waiting'],
  'work.wait-for': ['open', 'waiting'],
  'work.stop-waiting': ['waiting'],
  'work.add-checklist-item': ['open', 'waiting'],
  'work.tick-checklist-item': ['open', 'waiting'],
  'work.untick-checklist-item': ['open', 'waiting'],
  'work.remove-checklist-item': ['open', 'waiting'],
  'work.attach-record': ['open', 'waiting', 'done', 'dropped'],
  'work.detach-record': ['open', 'waiting', 'done', 'dropped'],
} as const satisfies Record<ActName, readonly TaskState[]>

export type TaskAct = keyof typeof taskActs

/** Whether a task in this state takes the act. */
export function takes(act: TaskAct, state: TaskState): boolean {
  return (taskActs[act] as readonly TaskState[]).includes(state)
}
