import { command } from '../../../kernel/declare.ts'
import { day, id, instant, z } from '../../../kernel/schema.ts'
import { taskWish } from './wish.ts'
import {
  taskDoneFor,
  tasksAssigned,
  tasksCompleted,
  tasksRaised,
  tasksReopened,
  tasksSnoozed,
  tasksMoved,
  tasksWithdrawn,
} from './events.ts'
import { ownerUnknown, snoozeInPast, taskNotClosed, taskNotOpen } from './refusals.ts'

const ids = z.array(id('task')).min(1).max(1000)
const many = z.strictObject({ count: z.int(), nextIds: z.array(z.uuid()) })
const exampleIds = ['019aa000-0000-7000-8000-000000000001', '019aa000-0000-7000-8000-000000000004']

export const completeMany = command({
  name: 'work.complete-many',
  summary: 'Completes several tasks in one act.',
  permission: 'work.complete-task',
  input: z.strictObject({ ids }),
  output: many,
  emits: [tasksCompleted, taskDoneFor],
  refusals: [taskNotOpen],
  undoable: true,
  example: { ids: exampleIds },
})

export const reopenMany = command({
  name: 'work.reopen-many',
  summary: 'Opens several completed or dropped tasks again, and drops the untouched next occurrences named.',
  permission: 'work.reopen-task',
  input: z.strictObject({ ids, nextIds: z.array(id('task')).max(1000).optional().meta({ hidden: true }) }),
  output: z.strictObject({ count: z.int() }),
  emits: [tasksReopened],
  refusals: [taskNotClosed],
  undoable: true,
  example: { ids: exampleIds },
})

export const assignMany = command({
  name: 'work.assign-many',
  summary: 'Gives several tasks to one person, or with null lays them back to be taken.',
  permission: 'work.assign-task',
  input: z.strictObject({ ids, ownerId: id('principal', { control: 'person' }).nullable() }),
  output: z.strictObject({ count: z.int() }),
  emits: [tasksAssigned],
  refusals: [taskNotOpen, ownerUnknown],
  undoable: true,
  example: { ids: exampleIds, ownerId: '019aa000-0000-7000-8000-000000000002' },
})

export const snoozeMany = command({
  name: 'work.snooze-many',
  summary: 'Snoozes several tasks until one moment; null brings them back.',
  permission: 'work.snooze-task',
  input: z.strictObject({ ids, until: instant().nullable() }),
  output: z.strictObject({ count: z.int() }),
  emits: [tasksSnoozed],
  refusals: [taskNotOpen, snoozeInPast],
  undoable: true,
  example: { ids: exampleIds, until: '2126-11-25T08:00:00Z' },
})

export const raiseTasks = command({
  name: 'work.raise-tasks',
  summary: 'Makes the tasks that an event asks for, each key once.',
  input: z.strictObject({ work: z.array(taskWish).min(1).max(1000), sourceId: z.uuid().optional() }),
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  emits: [tasksRaised],
  refusals: [ownerUnknown],
  door: 'none',
  tool: false,
  example: {
    work: [
      {
        key: 'document:019aa000-0000-7000-8000-000000000001:pay',
        title: 'Pay Hisings Ventilation',
        dueOn: '2026-11-27',
        role: 'bookkeeper',
      },
    ],
  },
})

export const settleTasks = command({
  name: 'work.settle-tasks',
  summary:
    'Completes the tasks that an event says are done, takes back those that nobody has touched, or makes them due on another day.',
  input: z.strictObject({
    how: z.enum(['done', 'withdrawn', 'moved']),
    keys: z.array(z.string().min(1).max(200)).min(1).max(1000),
    /** Where they are moved. */
    dueOn: day().optional(),
  }),
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  emits: [tasksCompleted, taskDoneFor, tasksWithdrawn, tasksMoved],
  door: 'none',
  tool: false,
  example: { how: 'done', keys: ['document:019aa000-0000-7000-8000-000000000001:pay'] },
})

export const manyCommands = [completeMany, reopenMany, assignMany, snoozeMany, raiseTasks, settleTasks]
