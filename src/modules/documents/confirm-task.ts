/** The wish for a task that confirming a paper makes, and the key by which it is withdrawn again. */
import type { TaskWish } from '../work/contract.ts'
import type { PlannedTask } from './consequences.ts'

/** One confirmation is one task: the version that confirming makes tells two confirmations of a document apart. */
export function taskKeyOf(documentId: string, version: number): string {
  return `documents/${documentId}/${version}`
}

export function wishOf(task: PlannedTask, documentId: string, key: string): TaskWish {
  return {
    key,
    title: task.title,
    sourceId: documentId,
    urgency: task.urgency,
    ifLate: task.ifLate,
    ...(task.ownerId ? { ownerId: task.ownerId } : {}),
    ...(task.role ? { role: task.role } : {}),
    ...(task.dueOn ? { dueOn: task.dueOn } : {}),
    ...(task.effortMinutes === null ? {} : { effortMinutes: task.effortMinutes }),
  }
}
