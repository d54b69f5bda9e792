import type { TaskRow } from './task-row.ts'

/** What `work.wait-for` would be given to make the task wait as it does; a day to ask that has passed becomes today. */
export function waitingInput(task: TaskRow, today: Temporal.PlainDate): Record<string, unknown> | null {
  if (task.waiting_for === null) return null
  const chaseOn = task.chase_on && Temporal.PlainDate.compare(task.chase_on, today) < 0 ? today : task.chase_on
  return {
    waitingFor: task.waiting_for,
    ...(task.waiting_for_id ? { waitingForId: task.waiting_for_id } : {}),
    ...(chaseOn ? { chaseOn: String(chaseOn) } : {}),
  }
}
