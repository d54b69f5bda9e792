import { command, job } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { boxFacts, changed, example, exampleDocument, providers } from './shapes.ts'

const one = { id: id('letter-box', { hidden: true }), expectedVersion: expectedVersion() }

export const addBox = command({
  name: 'post.add-box',
  summary: 'Adds a digital letter box or portal that somebody looks through, and how often.',
  input: z.strictObject({ name: text(120), provider: choice(providers), ...boxFacts }),
  output: changed,
  emits: [e.boxAdded],
  refusals: [r.postPersonUnknown],
  kinds: ['letter-box'],
  undoable: true,
  example: { name: 'Kivra', provider: 'kivra', rhythm: 'workday' },
})

export const changeBox = command({
  name: 'post.change-box',
  summary: 'Changes who looks through a box and how often, or that it is looked through no more.',
  input: z.strictObject({
    ...one,
    name: text(120).optional(),
    ...boxFacts,
    retired: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.boxChanged],
  refusals: [r.postPersonUnknown],
  kinds: ['letter-box'],
  subject: 'id',
  undoable: true,
  example: { id: example, rhythm: 'week' },
})

export const lookThrough = command({
  name: 'post.look-through',
  summary: 'Notes that a box was looked through, how much lay there and what was taken in.',
  input: z.strictObject({
    ...one,
    found: z.int().min(0).max(1000).default(0),
    documentIds: z.array(id('document')).max(100).optional(),
    note: longText(2000, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.boxLooked],
  refusals: [r.boxRetired],
  kinds: ['letter-box'],
  subject: 'id',
  example: { id: example, found: 1, documentIds: [exampleDocument] },
})

export const raiseDue = command({
  name: 'post.raise-due',
  summary: 'Makes a task of each box whose day has come.',
  input: z.strictObject({}),
  output: z.strictObject({ count: z.int() }),
  emits: [e.boxDue],
  door: 'none',
  tool: false,
  example: {},
})

export const dueJob = job('post.due', z.strictObject({}), 'system')

export const boxCommands = [addBox, changeBox, lookThrough, raiseDue]
