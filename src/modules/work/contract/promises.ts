import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { named, taskLine } from './shapes.ts'
import { taskNotOpen } from './refusals.ts'
import { changed, exampleTask } from './task-commands.ts'

export const promiseMade = refusal('promise-made')
export const promiseNone = refusal('promise-none')
export const promisePast = refusal('promise-past', 422)
export const promiseBroken = refusal('promise-broken')
export const promiseSameDay = refusal('promise-same-day', 422)

/** What became of a promise: by its day and the day its task was done. */
export const promiseStates = ['open', 'kept', 'broken'] as const
export type PromiseState = (typeof promiseStates)[number]

const told = { id: id('task'), title: z.string(), name: z.string(), on: day() }
export const taskPromised = event('work.task-promised', z.strictObject(told))
export const promiseMoved = event(
  'work.promise-moved',
  z.strictObject({ ...told, reason: z.string(), told: z.string() }),
)
export const promiseWithdrawn = event('work.promise-withdrawn', z.strictObject({ id: told.id, title: told.title }))

const task = { id: id('task', { hidden: true }), expectedVersion: expectedVersion() }
const aboutTask = { kinds: ['task'], subject: 'id' } as const

export const promiseTask = command({
  name: 'work.promise-task',
  summary: 'Notes that a task is promised to somebody for a day; the queue shows it before the promise breaks.',
  input: z.strictObject({
    ...task,
    promisedTo: text(200),
    forOn: day(),
    partyId: id('person', { folded: true }).optional(),
    promisedOn: day({ folded: true }).optional(),
    words: longText(1000, { folded: true }).optional(),
  }),
  output: changed,
  emits: [taskPromised],
  refusals: [taskNotOpen, promiseMade, promisePast],
  ...aboutTask,
  undoable: true,
  example: { id: exampleTask, promisedTo: 'Karin Öberg', forOn: '2126-11-27' },
})

export const movePromise = command({
  name: 'work.move-promise',
  summary: 'Notes that a new day was told for what was promised: why, and who was told. Telling cannot be undone.',
  input: z.strictObject({ ...task, forOn: day(), reason: text(500), told: text(200) }),
  output: changed,
  emits: [promiseMoved],
  refusals: [taskNotOpen, promiseNone, promisePast, promiseSameDay],
  ...aboutTask,
  example: { id: exampleTask, forOn: '2126-12-01', reason: 'The figures come on Monday', told: 'Karin Öberg' },
})

export const withdrawPromise = command({
  name: 'work.withdraw-promise',
  summary: 'Takes a promise back that was noted by mistake or from which one was released; a broken one stays.',
  input: z.strictObject(task),
  output: changed,
  emits: [promiseWithdrawn],
  refusals: [promiseNone, promiseBroken],
  ...aboutTask,
  undoable: true,
  example: { id: exampleTask },
})

const promiseLine = z.strictObject({
  task: taskLine,
  to: z.string(),
  party: named.nullable(),
  promisedOn: day(),
  forOn: day(),
  words: z.string(),
  state: choice(promiseStates),
  moves: count(),
})

export const listPromises = query({
  name: 'work.list-promises',
  summary: 'What was promised to whom for when, and how many promises were kept and broken.',
  input: z.strictObject({
    text: longText(200).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    partyId: id('person').optional(),
    state: choice(promiseStates).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ id: z.uuid(), title: z.string(), version: z.int(), ...promiseLine.shape })),
    total: count(),
    next: z.string().nullable(),
    /** Over all that the filters but `state` let through. */
    figures: z.strictObject({ open: count(), kept: count(), broken: count(), moved: count() }),
  }),
  kinds: ['task'],
  example: {},
})

/** A promise as the page of its task tells it. */
export const promiseDetail = z.strictObject({
  to: z.string(),
  party: named.nullable(),
  promisedOn: day(),
  forOn: day(),
  words: z.string(),
  state: choice(promiseStates),
  moves: z.array(
    z.strictObject({
      fromOn: day(),
      toOn: day(),
      reason: z.string(),
      told: z.string(),
      at: instant(),
      by: named.nullable(),
    }),
  ),
  mayMove: flag(),
})

export const promiseEvents = [taskPromised, promiseMoved, promiseWithdrawn]
export const promiseCommands = [promiseTask, movePromise, withdrawPromise]
export const promiseQueries = [listPromises]
