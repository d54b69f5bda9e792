import { confidentiality, z } from '../../../../src/kernel/schema.ts'

export const thingStates = ['open', 'closed'] as const
export type ThingState = (typeof thingStates)[number]

/** A thing as lists show it. */
export const thingLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  class: confidentiality(),
  version: z.int(),
  state: z.enum(thingStates),
})
export type ThingLine = z.output<typeof thingLine>

/** Examples stand for this one. */
export const exampleThing = '019aa000-0000-7000-8000-0000000000a1'
