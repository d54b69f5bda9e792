import { canSchema } from '../../../../src/kernel/can.ts'
import { query } from '../../../../src/kernel/declare.ts'
import { choice, count, id, instant, longText, slice, z } from '../../../../src/kernel/schema.ts'
import { exampleThing, thingLine, thingStates } from './shapes.ts'

export const listThings = query({
  name: 'sample.list-things',
  summary: 'Things by words and state, newest first.',
  input: z.strictObject({
    text: z.string().max(200).optional(),
    states: z.array(choice(thingStates)).min(1).optional(),
    ...slice,
  }),
  output: z.strictObject({ rows: z.array(thingLine), total: count(), next: z.string().nullable() }),
  kinds: ['thing'],
  example: { states: ['open'], limit: 50 },
})

export const getThing = query({
  name: 'sample.get-thing',
  summary: 'One thing, and what may be done with it now.',
  input: z.strictObject({ id: id('thing') }),
  output: z.strictObject({
    record: z.strictObject({ ...thingLine.shape, kind: z.string() }),
    note: longText(),
    createdAt: instant(),
    can: z.array(canSchema),
  }),
  kinds: ['thing'],
  example: { id: exampleThing },
})

export const sampleQueries = [listThings, getThing]
