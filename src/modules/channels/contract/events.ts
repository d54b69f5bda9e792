import { event } from '../../../kernel/declare.ts'
import { count, instant, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })

export const channelConnected = event('channels.channel-connected', about)
export const channelChanged = event('channels.channel-changed', about)
export const channelRetiredEvent = event('channels.channel-retired', about)
export const channelRestored = event('channels.channel-restored', about)
export const formCreated = event('channels.form-created', about)
export const formChanged = event('channels.form-changed', about)
export const formPublished = event('channels.form-published', about)
export const formClosed = event('channels.form-closed', about)

/** One message that came, said on its conversation and on the party's page. */
export const messageReceived = event(
  'channels.message-received',
  about.extend({ channel: z.string(), text: z.string(), ...notifyEnvelope }),
)
export const messageQueued = event('channels.message-queued', about.extend({ channel: z.string() }))
export const messageSent = event('channels.message-sent', about.extend({ channel: z.string() }))
export const messageNotSent = event(
  'channels.message-not-sent',
  about.extend({ channel: z.string(), because: z.string(), ...workEnvelope }),
)
export const messageRecalled = event('channels.message-recalled', about)
export const messageSettled = event('channels.message-settled', about.extend({ ...workEnvelope }))
export const optedOutEvent = event('channels.opted-out', about.extend({ channel: z.string() }))
export const optedIn = event('channels.opted-in', about.extend({ channel: z.string() }))

export const conversationBegun = event('channels.conversation-begun', about.extend({ channel: z.string() }))
export const conversationAssigned = event('channels.conversation-assigned', about.extend({ owner: z.string() }))
export const conversationLaidBack = event('channels.conversation-laid-back', about)
export const conversationSnoozed = event('channels.conversation-snoozed', about.extend({ at: instant() }))
export const conversationFinished = event('channels.conversation-finished', about)
export const conversationReopened = event('channels.conversation-reopened', about)
export const conversationSetAside = event('channels.conversation-set-aside', about)
export const conversationsWoken = event('channels.conversations-woken', about.extend({ count: count() }))
export const partySet = event('channels.party-set', about.extend({ name: z.string() }))
export const answerBegun = event('channels.answer-begun', about)
export const answerLeft = event('channels.answer-left', about)
export const answerTakenOver = event('channels.answer-taken-over', about.extend({ from: z.string() }))
export const filesFiled = event('channels.files-filed', about.extend({ count: count() }))

export const channelsEvents = [
  channelConnected,
  channelChanged,
  channelRetiredEvent,
  channelRestored,
  formCreated,
  formChanged,
  formPublished,
  formClosed,
  messageReceived,
  messageQueued,
  messageSent,
  messageNotSent,
  messageRecalled,
  messageSettled,
  optedOutEvent,
  optedIn,
  conversationBegun,
  conversationAssigned,
  conversationLaidBack,
  conversationSnoozed,
  conversationFinished,
  conversationReopened,
  conversationSetAside,
  conversationsWoken,
  partySet,
  answerBegun,
  answerLeft,
  answerTakenOver,
  filesFiled,
]
