import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = { id: z.uuid(), title: z.string() }

export const guestsWritten = event('invitations.guests-written', z.strictObject({ ...about, count: z.int() }))
export const guestsReminded = event('invitations.guests-reminded', z.strictObject({ ...about, count: z.int() }))
export const guestAnswered = event(
  'invitations.guest-answered',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const timeProposed = event(
  'invitations.time-proposed',
  z.strictObject({ ...about, name: z.string(), proposalId: z.uuid(), ...notifyEnvelope, ...workEnvelope }),
)
export const proposalAccepted = event(
  'invitations.proposal-accepted',
  z.strictObject({ ...about, name: z.string(), ...workEnvelope }),
)
export const proposalDeclined = event(
  'invitations.proposal-declined',
  z.strictObject({ ...about, name: z.string(), ...workEnvelope }),
)
export const invitedFromOutside = event(
  'invitations.invited-from-outside',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const changedFromOutside = event(
  'invitations.changed-from-outside',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const cancelledFromOutside = event(
  'invitations.cancelled-from-outside',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const counterDeclined = event(
  'invitations.counter-declined',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const mailBounced = event(
  'invitations.mail-bounced',
  z.strictObject({ ...about, name: z.string(), ...notifyEnvelope }),
)
export const messageSettledEvent = event('invitations.message-settled', z.strictObject({ ...about, name: z.string() }))
export const answersAddressSet = event(
  'invitations.settings-changed',
  z.strictObject({ address: z.string().nullable() }),
)
export const dayCleared = event(
  'invitations.day-cleared',
  z.strictObject({ name: z.string(), on: z.string(), count: z.int(), to: z.string().nullable() }),
)
export const dayRestored = event('invitations.day-restored', z.strictObject({ count: z.int() }))
export const latenessTold = event(
  'invitations.lateness-told',
  z.strictObject({ ...about, minutes: z.int(), count: z.int(), ...notifyEnvelope }),
)

export const invitationEvents = [
  guestsWritten,
  guestsReminded,
  guestAnswered,
  timeProposed,
  proposalAccepted,
  proposalDeclined,
  invitedFromOutside,
  changedFromOutside,
  cancelledFromOutside,
  counterDeclined,
  mailBounced,
  messageSettledEvent,
  answersAddressSet,
  dayCleared,
  dayRestored,
  latenessTold,
]
