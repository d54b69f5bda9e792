import { canSchema } from '../../../kernel/can.ts'
import { choice, confidentiality, count, day, flag, instant, minutes, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export const moments = ['before', 'after'] as const
export type Moment = (typeof moments)[number]
export const reviewStates = ['to-review', 'right', 'mistake', 'withdrawn'] as const
export type ReviewState = (typeof reviewStates)[number]
export const mistakeKinds = ['figures', 'wording', 'incomplete', 'late', 'wrong-place', 'rule', 'other'] as const
export type MistakeKind = (typeof mistakeKinds)[number]

export const example = '019aa000-0000-7000-8000-000000000001'
export const examplePerson = '019aa000-0000-7000-8000-000000000002'
export const exampleSuperior = '019aa000-0000-7000-8000-000000000003'

export const can = z.array(canSchema)

/** What a superior asks to see. */
export const markLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  superior: named.nullable(),
  person: named.nullable(),
  moment: choice(moments),
  every: z.int(),
  words: z.string().nullable(),
  note: z.string(),
  pieces: count(),
  ended: flag(),
})
export type MarkLine = z.output<typeof markLine>

export const reviewLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  class: confidentiality(),
  state: choice(reviewStates),
  moment: choice(moments),
  unshown: flag(),
  person: named.nullable(),
  superior: named.nullable(),
  mistakeKind: choice(mistakeKinds).nullable(),
  askedAt: instant(),
  reviewedAt: instant().nullable(),
  answered: flag(),
})
export type ReviewLine = z.output<typeof reviewLine>

const some = z.strictObject({
  total: count(),
  rows: z.array(z.strictObject({ record: named, dueOn: day().nullable(), what: z.string().nullable() })),
})

/** A colleague's day as whoever leads them sees it. */
export const dayLine = z.strictObject({
  person: named,
  superior: named.nullable(),
  team: z.string().nullable(),
  away: z.strictObject({ untilOn: day(), deputy: named.nullable() }).nullable(),
  /** What they did last today. */
  doing: z.strictObject({ command: z.string(), record: named.nullable(), at: instant() }).nullable(),
  done: some,
  today: z.strictObject({ total: count(), minutes: minutes() }),
  late: some,
  /** What waits for others without an answer, past its day to ask again or for a week. */
  stuck: some,
})
export type DayLine = z.output<typeof dayLine>
