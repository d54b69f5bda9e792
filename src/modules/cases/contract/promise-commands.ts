/** Promises that were found in what we wrote and noted. */
import { command } from '../../../kernel/declare.ts'
import { day, expectedVersion, id, z } from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const one = { id: id('case', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['case'], subject: 'id' } as const
const person = (folded = false) => id('principal', { control: 'person', folded })
const step = { ...about, undoable: true } as const
const foundIn = {
  ...one,
  entryId: id(undefined, { hidden: true }),
  place: z.int().min(0).max(20_000).meta({ hidden: true }),
}

export const keepPromise = command({
  name: 'cases.keep-promise',
  summary: 'Keeps a promise that was found in an answer or a note: a task with its day, promised to the customer.',
  input: z.strictObject({ ...foundIn, forOn: day().optional(), ownerId: person().optional() }),
  output: changed.extend({ taskId: z.uuid() }),
  emits: [e.promiseKept],
  refusals: [r.entryUnknown, r.foundPromiseUnknown, r.foundPromisePast, r.casePersonUnknown],
  ...about,
  example: { id: s.example, entryId: s.exampleOther, place: 0 },
})

export const passPromise = command({
  name: 'cases.pass-promise',
  summary: 'Says that what looked like a promise is none to be kept.',
  input: z.strictObject(foundIn),
  output: changed,
  emits: [e.promisePassed],
  refusals: [r.entryUnknown, r.foundPromiseUnknown],
  ...step,
  example: { id: s.example, entryId: s.exampleOther, place: 0 },
})

export const restorePromise = command({
  name: 'cases.restore-promise',
  summary: 'Shows a found promise again that was passed over.',
  permission: 'cases.pass-promise',
  input: z.strictObject(foundIn),
  output: changed,
  emits: [e.promiseBack],
  refusals: [r.foundPromiseUnknown],
  ...about,
  example: { id: s.example, entryId: s.exampleOther, place: 0 },
})
