import { choice, day, id, instant, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { problemCodes } from '../schedule/problems.ts'
import { units } from '../schedule/layers.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const example = '019aa000-0000-7000-8000-0000000000a1'
export const exampleOther = '019aa000-0000-7000-8000-0000000000a2'
export const exampleThird = '019aa000-0000-7000-8000-0000000000a3'

export const rotaStates = ['draft', 'live', 'paused'] as const
export type RotaState = (typeof rotaStates)[number]
export const alarmStates = ['open', 'acknowledged', 'resolved'] as const
export type AlarmState = (typeof alarmStates)[number]
export const swapStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const
export type SwapState = (typeof swapStates)[number]
export const ways = ['push', 'mail', 'sms', 'voice'] as const
export type Way = (typeof ways)[number]
export const whoms = ['on-call', 'layer', 'person'] as const
/** `no-way`: nothing is known by which it could be sent; `nobody`: nobody was on call. */
export const attemptStates = ['sending', 'sent', 'failed', 'no-way', 'nobody', 'acknowledged'] as const
export type AttemptState = (typeof attemptStates)[number]

export const person = () => id('principal', { control: 'person' })
/** A time of day by a clock of the wall. */
export const clock = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ control: 'text' })

const layerFacts = {
  name: text(80),
  people: z.array(person()).max(50),
  unit: choice(units),
  every: z.int().min(1).max(366),
  startsOn: day(),
  handOver: clock(),
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: clock(),
  until: clock(),
}
/** A layer as it is given; a new one has no id yet. */
export const layerGiven = z.strictObject({ id: z.uuid().optional(), ...layerFacts })
export const layerTold = z.strictObject({
  id: z.uuid(),
  ...layerFacts,
  startsOn: z.string(),
  people: z.array(named),
})

const stepFacts = {
  minutes: z.int().min(1).max(1440).meta({ control: 'duration' }),
  whom: choice(whoms),
  layerId: z.uuid().nullable().optional(),
  ways: z.array(choice(ways)).min(1).max(4),
}
export const stepGiven = z.strictObject({ ...stepFacts, personId: person().nullable().optional() })
export const stepTold = z.strictObject({ ...stepFacts, layerId: z.uuid().nullable(), person: named.nullable() })
export type StepGiven = z.output<typeof stepGiven>

export const stretch = z.strictObject({
  start: instant(),
  end: instant(),
  personId: z.uuid(),
  /** The layer or the override that it comes of. */
  by: z.uuid(),
})

export const problem = z.strictObject({
  code: choice(problemCodes),
  hard: z.boolean(),
  person: named.nullable(),
  start: instant().nullable(),
  end: instant().nullable(),
  count: z.int().nullable(),
  /** The other rota, where somebody is on call twice. */
  about: named.nullable(),
})
