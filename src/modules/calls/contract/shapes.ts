import { choice, confidentiality, flag, id, instant, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named, waitingRow } from '../../../kernel/shapes.ts'

export const example = '019aa000-0000-7000-8000-0000000000c1'
export const exampleOther = '019aa000-0000-7000-8000-0000000000c2'
export const exampleThird = '019aa000-0000-7000-8000-0000000000c3'

export const directions = ['in', 'out'] as const
export const callStates = ['ringing', 'answered', 'ended', 'missed'] as const
export type CallState = (typeof callStates)[number]
export const slipStates = ['unread', 'read', 'done', 'withdrawn'] as const
export type SlipState = (typeof slipStates)[number]
/** What the caller wishes: to be called back, to call again; they returned our call, or only leave word. */
export const wishes = ['call-back', 'calls-again', 'returned', 'message'] as const
export type Wish = (typeof wishes)[number]
export const outcomes = [
  'helped',
  'message',
  'handed-over',
  'call-back',
  'no-answer',
  'wrong-number',
  'unwanted',
] as const
export type Outcome = (typeof outcomes)[number]

export const person = () => id('principal', { control: 'person' })
export const party = () => id('person', { folded: true })

export const match = z.strictObject({
  ...named.shape,
  class: confidentiality(),
  /** `number`: this very one; `end`: the same last digits; `block`: one that differs in its last two digits. */
  by: choice(['number', 'end', 'block']),
})

export const slipLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(slipStates),
  caller: z.string(),
  number: z.string().nullable(),
  about: z.string(),
  body: z.string(),
  wish: choice(wishes),
  urgent: flag(),
  for: named.nullable(),
  takenBy: named.nullable(),
  takenAt: instant(),
  callBackAt: instant().nullable(),
})

export const callLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  direction: choice(directions),
  state: choice(callStates),
  number: z.string().nullable(),
  party: named.nullable(),
  line: z.string(),
  queue: z.string(),
  takenBy: named.nullable(),
  rangAt: instant(),
  /** How long one spoke, in seconds; null where nobody answered or nobody knows. */
  seconds: z.int().nullable(),
  outcome: choice(outcomes).nullable(),
  note: z.string(),
  /** A missed call that somebody has dealt with. */
  settled: flag(),
})
