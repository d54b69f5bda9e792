import { event } from '../../../kernel/declare.ts'
import { day, id, instant, text, z } from '../../../kernel/schema.ts'

const task = { id: id('task'), title: z.string() }
/** The key of the event that raised it, for whoever follows what comes of its wishes. */
const raised = { key: z.string().nullable() }
const keys = { keys: z.array(z.string()) }
const many = { ids: z.array(z.uuid()), count: z.int() }

export const taskCreated = event(
  'work.task-created',
  z.strictObject({ ...task, ownerId: z.uuid().nullable(), sourceId: z.uuid().nullable() }),
)
export const taskChanged = event('work.task-changed', z.strictObject({ ...task, changed: z.array(z.string()) }))
export const taskCompleted = event(
  'work.task-completed',
  z.strictObject({ ...task, ...raised, sourceId: z.uuid().nullable() }),
)
/** Beside the completion: whose task it was, by whoever stood in; it stands in that person's timeline too. */
export const taskDoneFor = event('work.task-done-for', z.strictObject({ ...task, forId: z.uuid(), for: z.string() }))
export const taskReopened = event('work.task-reopened', z.strictObject({ ...task, ...raised }))
export const taskDropped = event(
  'work.task-dropped',
  z.strictObject({ ...task, ...raised, because: z.string().nullable() }),
)
export const taskAssigned = event(
  'work.task-assigned',
  z.strictObject({ ...task, ownerId: z.uuid().nullable(), owner: z.string() }),
)
export const taskSnoozed = event('work.task-snoozed', z.strictObject({ ...task, at: instant().nullable() }))
export const taskPinned = event('work.task-pinned', z.strictObject(task))
export const taskUnpinned = event('work.task-unpinned', z.strictObject(task))
export const taskWaiting = event(
  'work.task-waiting',
  z.strictObject({ ...task, waitingFor: text(200), on: day().nullable() }),
)
export const taskStoppedWaiting = event('work.task-stopped-waiting', z.strictObject(task))
export const checklistChanged = event(
  'work.checklist-changed',
  z.strictObject({
    ...task,
    itemId: z.uuid(),
    text: z.string(),
    how: z.enum(['added', 'ticked', 'unticked', 'removed']),
  }),
)
export const commentAdded = event('work.comment-added', z.strictObject({ recordId: z.uuid(), commentId: z.uuid() }))
export const commentRemoved = event('work.comment-removed', z.strictObject({ recordId: z.uuid(), commentId: z.uuid() }))
export const recordAttached = event('work.record-attached', z.strictObject({ ...task, recordId: z.uuid() }))
export const recordDetached = event('work.record-detached', z.strictObject({ ...task, recordId: z.uuid() }))
export const tasksCompleted = event('work.tasks-completed', z.strictObject({ ...many, ...keys }))
export const tasksReopened = event('work.tasks-reopened', z.strictObject({ ...many, ...keys }))
export const tasksAssigned = event(
  'work.tasks-assigned',
  z.strictObject({ ...many, ownerId: z.uuid().nullable(), owner: z.string() }),
)
export const tasksSnoozed = event('work.tasks-snoozed', z.strictObject({ ...many, at: instant().nullable() }))
export const tasksRaised = event('work.tasks-raised', z.strictObject(many))
export const tasksMoved = event('work.tasks-moved', z.strictObject(many))
export const tasksWithdrawn = event('work.tasks-withdrawn', z.strictObject(many))

export const workEvents = [
  taskCreated,
  taskChanged,
  taskCompleted,
  taskDoneFor,
  taskReopened,
  taskDropped,
  taskAssigned,
  taskSnoozed,
  taskPinned,
  taskUnpinned,
  taskWaiting,
  taskStoppedWaiting,
  checklistChanged,
  commentAdded,
  commentRemoved,
  recordAttached,
  recordDetached,
  tasksCompleted,
  tasksReopened,
  tasksAssigned,
  tasksSnoozed,
  tasksRaised,
  tasksMoved,
  tasksWithdrawn,
]
