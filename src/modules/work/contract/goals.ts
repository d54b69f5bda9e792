import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, day, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { ownerUnknown } from './refusals.ts'
import { named } from './shapes.ts'
import { changed } from './task-commands.ts'
import { can, list } from '../../../kernel/shapes.ts'

const exampleGoal = '019aa000-0000-7000-8000-000000000031'
const exampleTask = '019aa000-0000-7000-8000-000000000001'

export const goalReversed = refusal('goal-reversed', 422)
export const goalEnded = refusal('goal-ended')
export const goalNotEnded = refusal('goal-not-ended')
export const goalServed = refusal('goal-served')
export const goalNotServed = refusal('goal-not-served')
export const nothingServes = refusal('record-serves-nothing', 422)

/** How much a goal weighs in the queue's rule. */
export const goalWeights = ['some', 'much', 'most'] as const
export type GoalWeight = (typeof goalWeights)[number]
export const goalStates = ['open', 'reached', 'dropped'] as const
export type GoalState = (typeof goalStates)[number]

const goal = { id: id('goal'), title: z.string() }
export const goalCreated = event('work.goal-created', z.strictObject(goal))
export const goalChanged = event('work.goal-changed', z.strictObject(goal))
export const goalEndedEvent = event('work.goal-ended', z.strictObject({ ...goal, how: z.enum(['reached', 'dropped']) }))
export const goalReopened = event('work.goal-reopened', z.strictObject(goal))
const service = { ...goal, recordId: z.uuid() }
export const goalServedEvent = event('work.goal-served', z.strictObject(service))
export const goalUnserved = event('work.goal-unserved', z.strictObject(service))

const facts = {
  title: text(200),
  weight: choice(goalWeights).optional(),
  fromOn: day(),
  untilOn: day(),
  /** Whose goal it is; null: the office's. */
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  note: longText(4_000).optional(),
}
const about = { id: id('goal', { hidden: true }), expectedVersion: expectedVersion() }
const aboutGoal = { kinds: ['goal'], subject: 'id', undoable: true } as const

export const createGoal = command({
  name: 'work.create-goal',
  summary: 'Sets a goal of the office or of a person for a period, with its weight in everybody’s queue.',
  input: z.strictObject(facts),
  output: changed,
  emits: [goalCreated],
  refusals: [goalReversed, ownerUnknown],
  kinds: ['goal'],
  undoable: true,
  example: { title: 'Answer every enquiry within two working days', fromOn: '2026-01-01', untilOn: '2126-12-31' },
})

export const changeGoal = command({
  name: 'work.change-goal',
  summary: 'Changes what is given of a goal and leaves the rest.',
  input: z.strictObject({
    ...about,
    title: facts.title.optional(),
    weight: facts.weight,
    fromOn: day().optional(),
    untilOn: day().optional(),
    ownerId: facts.ownerId,
    note: facts.note,
  }),
  output: changed,
  emits: [goalChanged],
  refusals: [goalEnded, goalReversed, ownerUnknown],
  ...aboutGoal,
  example: { id: exampleGoal, weight: 'most' },
})

export const endGoal = command({
  name: 'work.end-goal',
  summary: 'Ends a goal: reached, or dropped. It weighs no longer.',
  input: z.strictObject({ ...about, how: choice(['reached', 'dropped']) }),
  output: changed,
  emits: [goalEndedEvent],
  refusals: [goalEnded],
  ...aboutGoal,
  example: { id: exampleGoal, how: 'reached' },
})

export const reopenGoal = command({
  name: 'work.reopen-goal',
  summary: 'Takes an ended goal up again.',
  input: z.strictObject(about),
  output: changed,
  emits: [goalReopened],
  refusals: [goalNotEnded],
  ...aboutGoal,
  example: { id: exampleGoal },
})

export const serveGoal = command({
  name: 'work.serve-goal',
  summary: 'Says that a task, or a matter with its tasks, serves a goal.',
  input: z.strictObject({ id: id('goal'), recordId: id('task') }),
  output: changed,
  emits: [goalServedEvent],
  refusals: [goalEnded, goalServed, nothingServes],
  kinds: ['task'],
  subject: 'id',
  undoable: true,
  example: { id: exampleGoal, recordId: exampleTask },
})

export const stopServing = command({
  name: 'work.stop-serving',
  summary: 'A task or matter no longer serves a goal.',
  input: z.strictObject({ id: id('goal', { hidden: true }), recordId: id('task', { hidden: true }) }),
  output: changed,
  emits: [goalUnserved],
  refusals: [goalNotServed],
  kinds: ['task'],
  subject: 'id',
  undoable: true,
  example: { id: exampleGoal, recordId: exampleTask },
})

export const goalLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  weight: choice(goalWeights),
  state: choice(goalStates),
  fromOn: day(),
  untilOn: day(),
  owner: named.nullable(),
  /** Whether it is the office's, not a person's. */
  ofOffice: flag(),
  /** Tasks that serve it, themselves or through what they were made within, as far as the reader may see them. */
  tasks: count(),
  done: count(),
})

export const listGoals = query({
  name: 'work.list-goals',
  summary: 'Goals with their weight, period, and how many of the tasks that serve them are done.',
  input: z.strictObject({
    text: longText(200).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    states: z.array(choice(goalStates)).min(1).optional(),
    ...slice,
  }),
  output: list(goalLine),
  kinds: ['goal', 'task'],
  example: {},
})

export const getGoal = query({
  name: 'work.get-goal',
  summary: 'One goal with what serves it.',
  permission: 'work.list-goals',
  input: z.strictObject({ id: id('goal') }),
  output: z.strictObject({
    record: z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: choice(goalStates),
    }),
    goal: goalLine,
    note: z.string(),
    serving: z.array(named),
    can: can,
  }),
  kinds: ['goal', 'task'],
  example: { id: exampleGoal },
})

export const goalEvents = [goalCreated, goalChanged, goalEndedEvent, goalReopened, goalServedEvent, goalUnserved]
export const goalCommands = [createGoal, changeGoal, endGoal, reopenGoal, serveGoal, stopServing]
export const goalQueries = [listGoals, getGoal]
