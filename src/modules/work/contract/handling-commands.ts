import { command } from '../../../kernel/declare.ts'
import { day, expectedVersion, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import {
  checklistChanged,
  commentAdded,
  commentRemoved,
  recordAttached,
  recordDetached,
  taskPinned,
  taskSnoozed,
  taskStoppedWaiting,
  taskUnpinned,
  taskWaiting,
} from './events.ts'
import {
  chaseInPast,
  checklistFull,
  checklistItemUnknown,
  commentUnknown,
  snoozeInPast,
  taskNotOpen,
  taskNotWaiting,
} from './refusals.ts'
import { changed, exampleTask } from './task-commands.ts'

const exampleOther = '019aa000-0000-7000-8000-000000000003'
const task = { id: id('task', { hidden: true }), expectedVersion: expectedVersion() }
const aboutTask = { kinds: ['task'], subject: 'id', undoable: true } as const

export const snoozeTask = command({
  name: 'work.snooze-task',
  summary:
    'Takes a task out of the queue until a moment; null brings it back. What is overdue stays visible all the same.',
  input: z.strictObject({ ...task, until: instant().nullable() }),
  output: changed,
  emits: [taskSnoozed],
  refusals: [taskNotOpen, snoozeInPast],
  ...aboutTask,
  example: { id: exampleTask, until: '2126-11-25T08:00:00Z' },
})

export const pinTask = command({
  name: 'work.pin-task',
  summary: "Pins a task: it stands first in its group, and at least in today's.",
  input: z.strictObject(task),
  output: changed,
  emits: [taskPinned],
  refusals: [taskNotOpen],
  ...aboutTask,
  example: { id: exampleTask },
})

export const unpinTask = command({
  name: 'work.unpin-task',
  summary: 'Lets a pinned task go back to the place that the rule gives it.',
  input: z.strictObject(task),
  output: changed,
  emits: [taskUnpinned],
  refusals: [taskNotOpen],
  ...aboutTask,
  example: { id: exampleTask },
})

export const waitFor = command({
  name: 'work.wait-for',
  summary: 'Notes whom or what a task waits for, and the day to ask again.',
  input: z.strictObject({
    ...task,
    waitingFor: text(200),
    waitingForId: id(undefined, { folded: true }).optional(),
    chaseOn: day().optional(),
  }),
  output: changed,
  emits: [taskWaiting],
  refusals: [taskNotOpen, chaseInPast],
  ...aboutTask,
  example: { id: exampleTask, waitingFor: 'Johan Almgren: the lease addendum', chaseOn: '2126-11-27' },
})

export const stopWaiting = command({
  name: 'work.stop-waiting',
  summary: 'The answer has come: the task goes back into the queue.',
  input: z.strictObject(task),
  output: changed,
  emits: [taskStoppedWaiting],
  refusals: [taskNotWaiting],
  ...aboutTask,
  example: { id: exampleTask },
})

const item = { ...task, itemId: id(undefined, { hidden: true }) }
const itemExample = { id: exampleTask, itemId: exampleOther }

export const addChecklistItem = command({
  name: 'work.add-checklist-item',
  summary: "Adds a line to a task's checklist, at the end or at a place.",
  input: z.strictObject({
    ...task,
    text: text(300),
    position: z.int().min(1).max(100).optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), itemId: z.uuid() }),
  emits: [checklistChanged],
  refusals: [taskNotOpen, checklistFull],
  ...aboutTask,
  example: { id: exampleTask, text: 'Ask Ingrid for the project report' },
})

export const tickChecklistItem = command({
  name: 'work.tick-checklist-item',
  summary: 'Ticks a line of the checklist.',
  input: z.strictObject(item),
  output: changed,
  emits: [checklistChanged],
  refusals: [taskNotOpen, checklistItemUnknown],
  ...aboutTask,
  example: itemExample,
})

export const untickChecklistItem = command({
  name: 'work.untick-checklist-item',
  summary: 'Takes the tick off a line of the checklist.',
  input: z.strictObject(item),
  output: changed,
  emits: [checklistChanged],
  refusals: [taskNotOpen, checklistItemUnknown],
  ...aboutTask,
  example: itemExample,
})

export const removeChecklistItem = command({
  name: 'work.remove-checklist-item',
  summary: 'Removes a line of the checklist.',
  input: z.strictObject(item),
  output: changed,
  emits: [checklistChanged],
  refusals: [taskNotOpen, checklistItemUnknown],
  ...aboutTask,
  example: itemExample,
})

export const attachRecord = command({
  name: 'work.attach-record',
  summary: 'Lays a document or another record with a task.',
  input: z.strictObject({ ...task, recordId: id() }),
  output: changed,
  emits: [recordAttached],
  ...aboutTask,
  example: { id: exampleTask, recordId: exampleOther },
})

export const detachRecord = command({
  name: 'work.detach-record',
  summary: 'Takes an attached record away from a task; the record itself stays.',
  input: z.strictObject({ ...task, recordId: id() }),
  output: changed,
  emits: [recordDetached],
  ...aboutTask,
  example: { id: exampleTask, recordId: exampleOther },
})

export const addComment = command({
  name: 'work.add-comment',
  summary: 'Writes a comment on any record that one may see.',
  input: z.strictObject({ recordId: id(undefined, { hidden: true }), text: longText().min(1) }),
  output: z.strictObject({ recordId: z.uuid(), commentId: z.uuid() }),
  emits: [commentAdded],
  subject: 'recordId',
  undoable: true,
  example: { recordId: exampleTask, text: 'Called them; they answer on Thursday.' },
})

export const removeComment = command({
  name: 'work.remove-comment',
  summary: 'Removes a comment that one wrote oneself.',
  input: z.strictObject({ recordId: id(undefined, { hidden: true }), commentId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ recordId: z.uuid() }),
  emits: [commentRemoved],
  refusals: [commentUnknown],
  example: { recordId: exampleTask, commentId: exampleOther },
})

export const handlingCommands = [
  snoozeTask,
  pinTask,
  unpinTask,
  waitFor,
  stopWaiting,
  addChecklistItem,
  tickChecklistItem,
  untickChecklistItem,
  removeChecklistItem,
  attachRecord,
  detachRecord,
  addComment,
  removeComment,
]
