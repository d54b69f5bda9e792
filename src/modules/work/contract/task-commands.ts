import { command } from '../../../kernel/declare.ts'
import { expectedVersion, id, longText, text, z } from '../../../kernel/schema.ts'
import {
  taskAssigned,
  taskChanged,
  taskCompleted,
  taskDoneFor,
  taskCreated,
  taskDropped,
  taskReopened,
} from './events.ts'
import {
  dueMomentOffDay,
  entryWithoutTitle,
  ownerUnknown,
  personAmbiguous,
  personUnknown,
  promiseFirst,
  repeatNeedsDay,
  taskNotClosed,
  taskNotOpen,
  taskTaken,
} from './refusals.ts'
import { taskFacts } from './shapes.ts'

export const exampleTask = '019aa000-0000-7000-8000-000000000001'
const examplePerson = '019aa000-0000-7000-8000-000000000002'

const task = { id: id('task', { hidden: true }), expectedVersion: expectedVersion() }
/** What an editing command answers: the task and the version it has now. */
export const changed = z.strictObject({ id: z.uuid(), version: z.int() })

const aboutTask = { kinds: ['task'], subject: 'id', undoable: true } as const

export const createTask = command({
  name: 'work.create-task',
  summary: "Makes a task; without an owner it is the maker's own, with `ownerId: null` it waits to be taken.",
  input: z.strictObject({
    ...taskFacts,
    sourceId: id(undefined, { hidden: true }).optional(),
    checklist: z.array(text(300)).max(100).optional().meta({ folded: true }),
  }),
  output: changed,
  emits: [taskCreated],
  refusals: [ownerUnknown, dueMomentOffDay, repeatNeedsDay],
  kinds: ['task'],
  undoable: true,
  example: { title: 'Renew the parking permits for 4 cars', dueOn: '2026-11-25', effortMinutes: 15 },
})

export const quickAdd = command({
  name: 'work.quick-add',
  summary: 'Makes a task from one line such as "call landlord tue 14 ~10m @karin !", in any of the six languages.',
  input: z.strictObject({
    text: text(500),
    forId: id(undefined, { hidden: true }).optional(),
    sourceId: id(undefined, { hidden: true }).optional(),
  }),
  output: changed,
  emits: [taskCreated],
  refusals: [entryWithoutTitle, personUnknown, personAmbiguous],
  kinds: ['task'],
  undoable: true,
  example: { text: 'call landlord tue 14 ~10m' },
})

const { title, ...optionalFacts } = taskFacts

export const changeTask = command({
  name: 'work.change-task',
  summary: 'Changes what is given of an open task and leaves the rest.',
  input: z.strictObject({ ...task, title: title.optional(), ...optionalFacts }),
  output: changed,
  emits: [taskChanged],
  refusals: [taskNotOpen, ownerUnknown, dueMomentOffDay, repeatNeedsDay, promiseFirst],
  ...aboutTask,
  example: { id: exampleTask, dueOn: '2026-11-27', note: 'They end on Monday.' },
})

export const completeTask = command({
  name: 'work.complete-task',
  summary: 'Completes a task; of a repeating one the next occurrence is made in the same act.',
  input: z.strictObject(task),
  output: z.strictObject({ id: z.uuid(), version: z.int(), nextId: z.uuid().nullable() }),
  emits: [taskCompleted, taskDoneFor, taskCreated],
  refusals: [taskNotOpen],
  ...aboutTask,
  example: { id: exampleTask },
})

export const reopenTask = command({
  name: 'work.reopen-task',
  summary: 'Opens a completed or dropped task again; the next occurrence named is dropped if nobody has touched it.',
  input: z.strictObject({ ...task, nextId: id('task', { hidden: true }).optional() }),
  output: changed,
  emits: [taskReopened, taskDropped],
  refusals: [taskNotClosed],
  ...aboutTask,
  example: { id: exampleTask },
})

export const dropTask = command({
  name: 'work.drop-task',
  summary: 'Drops a task that will not be done, with the reason; it stays on record.',
  input: z.strictObject({ ...task, because: longText(1000).optional() }),
  output: changed,
  emits: [taskDropped],
  refusals: [taskNotOpen],
  ...aboutTask,
  example: { id: exampleTask, because: 'The landlord has done it.' },
})

export const assignTask = command({
  name: 'work.assign-task',
  summary: 'Gives a task to somebody, or with null lays it back to be taken.',
  input: z.strictObject({ ...task, ownerId: id('principal', { control: 'person' }).nullable() }),
  output: changed,
  emits: [taskAssigned],
  refusals: [taskNotOpen, ownerUnknown],
  ...aboutTask,
  example: { id: exampleTask, ownerId: examplePerson },
})

export const takeTask = command({
  name: 'work.take-task',
  summary: 'Takes a task that nobody owns yet; refuses when somebody was quicker.',
  input: z.strictObject(task),
  output: changed,
  emits: [taskAssigned],
  refusals: [taskNotOpen, taskTaken],
  ...aboutTask,
  example: { id: exampleTask },
})

export const taskCommands = [createTask, quickAdd, changeTask, completeTask, reopenTask, dropTask, assignTask, takeTask]
