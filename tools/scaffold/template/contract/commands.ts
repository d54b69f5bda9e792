import { command } from '../../../../src/kernel/declare.ts'
import { expectedVersion, id, longText, text, z } from '../../../../src/kernel/schema.ts'
import { thingAdded, thingClosed, thingReopened } from './events.ts'
import { thingNotClosed, thingNotOpen } from './refusals.ts'
import { exampleThing } from './shapes.ts'

const thing = { id: id('thing', { hidden: true }), expectedVersion: expectedVersion() }
const changed = z.strictObject({ id: z.uuid(), version: z.int() })
const aboutThing = { kinds: ['thing'], subject: 'id', undoable: true } as const

export const addThing = command({
  name: 'sample.add-thing',
  summary: 'Adds a thing.',
  input: z.strictObject({ title: text(), note: longText().default('') }),
  output: changed,
  emits: [thingAdded],
  kinds: ['thing'],
  undoable: true,
  example: { title: 'The first one' },
})

export const closeThing = command({
  name: 'sample.close-thing',
  summary: 'Closes a thing: nothing more is to be done about it.',
  input: z.strictObject(thing),
  output: changed,
  emits: [thingClosed],
  refusals: [thingNotOpen],
  ...aboutThing,
  example: { id: exampleThing },
})

export const reopenThing = command({
  name: 'sample.reopen-thing',
  summary: 'Opens a closed thing again.',
  input: z.strictObject(thing),
  output: changed,
  emits: [thingReopened],
  refusals: [thingNotClosed],
  ...aboutThing,
  example: { id: exampleThing },
})

export const sampleCommands = [addThing, closeThing, reopenThing]
