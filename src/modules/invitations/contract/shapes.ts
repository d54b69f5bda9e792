import { choice, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { answers, local } from '../../calendar/contract.ts'

export { can, changed, type Named, named } from '../../../kernel/shapes.ts'
export { answers, local }

export const example = '019aa000-0000-7000-8000-000000000081'
export const exampleOther = '019aa000-0000-7000-8000-000000000082'

export const methods = [
  'REQUEST',
  'CANCEL',
  'REPLY',
  'COUNTER',
  'DECLINECOUNTER',
  'ADD',
  'REFRESH',
  'PUBLISH',
  'REMINDER',
  'LATE',
  'BOUNCE',
] as const
export type MessageMethod = (typeof methods)[number]

/** `no-door`: the office sends no mail. `to-settle`: somebody has to look. `left`: it changed nothing and needs nobody. */
export const messageStates = ['waiting', 'sent', 'failed', 'no-door', 'bounced', 'taken', 'to-settle', 'left'] as const
export type MessageState = (typeof messageStates)[number]

export const proposalStates = ['open', 'accepted', 'declined'] as const

/** How it stands with a guest outside. */
export const guestStands = [
  'not-asked',
  'asked',
  'failed',
  'bounced',
  'accepted',
  'tentative',
  'declined',
  'delegated',
] as const
export type GuestStand = (typeof guestStands)[number]

export const proposal = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  recurrence: z.string().nullable(),
  start: instant(),
  end: instant(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  said: z.string().nullable(),
  state: choice(proposalStates),
  at: instant(),
})

export const messageRow = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['out', 'in']),
  method: z.enum(methods),
  email: z.string(),
  name: z.string(),
  state: z.enum(messageStates),
  because: z.string().nullable(),
  answer: z.enum(answers).nullable(),
  said: z.string().nullable(),
  at: instant(),
})

export const guestLine = z.strictObject({
  email: z.string(),
  name: z.string(),
  stand: choice(guestStands),
  note: z.string().nullable(),
  askedAt: instant().nullable(),
  answeredAt: instant().nullable(),
  remindedAt: instant().nullable(),
  bouncedBecause: z.string().nullable(),
})

export const email = () => z.email().max(254)
/** What is written to guests beside the invitation. */
export const words = () => longText(4000, { folded: true, proof: 'invitation' }).optional()
export const eventId = () => id('event', { hidden: true })
export const person = () => id('principal', { control: 'person' })
export const line = text
