import { event } from '../../../../src/kernel/declare.ts'
import { z } from '../../../../src/kernel/schema.ts'

const thing = { id: z.uuid(), title: z.string() }

export const thingAdded = event('sample.thing-added', z.strictObject(thing))
export const thingClosed = event('sample.thing-closed', z.strictObject(thing))
export const thingReopened = event('sample.thing-reopened', z.strictObject(thing))

export const sampleEvents = [thingAdded, thingClosed, thingReopened]
