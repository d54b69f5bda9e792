import { event } from '../../../kernel/declare.ts'
import { count, flag, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import { consentKinds, mailProblems } from './shapes.ts'

const box = { id: z.uuid(), name: z.string() }
const thread = { id: z.uuid(), title: z.string() }

export const mailboxConnectedEvent = event('mail.mailbox-connected', z.strictObject({ ...box, ...workEnvelope }))
export const mailboxChangedEvent = event('mail.mailbox-changed', z.strictObject(box))
export const mailboxPausedEvent = event('mail.mailbox-paused', z.strictObject({ ...box, paused: flag() }))
export const mailboxEndedEvent = event('mail.mailbox-ended', z.strictObject({ ...box, ...workEnvelope }))
export const mailboxFailedEvent = event(
  'mail.mailbox-failed',
  z.strictObject({ ...box, problem: z.enum(mailProblems), ...workEnvelope }),
)
export const mailboxReachedEvent = event('mail.mailbox-reached', z.strictObject({ ...box, ...workEnvelope }))
export const clientKept = event('mail.client-kept', z.strictObject({ provider: z.enum(consentKinds) }))
export const clientDropped = event('mail.client-dropped', z.strictObject({ provider: z.enum(consentKinds) }))

/**
 * Mails came: the one hook for whatever shall happen to new mail. Only what came in by itself stands here, never what we sent,
 * and `fresh` says whether it is new rather than old mail of a mailbox that was connected just now.
 */
export const mailsReceived = event(
  'mail.mails-received',
  z.strictObject({
    mailboxId: z.uuid(),
    mailbox: z.string(),
    count: count(),
    fresh: flag(),
    threadIds: z.array(z.uuid()),
    messageIds: z.array(z.uuid()),
    ...workEnvelope,
    ...notifyEnvelope,
  }),
)
/** One mail, said on its thread and on the party's page. */
export const mailReceived = event('mail.mail-received', z.strictObject({ ...thread, from: z.string() }))
/** What it answers, where it was sent for another module (`mail.send-answer-for`): the record, and that module's name for the answer. */
const answerFor = { answerFor: z.strictObject({ id: z.uuid(), ref: z.uuid() }).optional() }
export const mailSent = event(
  'mail.mail-sent',
  z.strictObject({ ...thread, to: z.string(), messageId: z.uuid(), ...answerFor, ...workEnvelope }),
)
/** `doubtful`: it may have gone; somebody is asked. */
export const mailNotSent = event(
  'mail.mail-not-sent',
  z.strictObject({
    ...thread,
    to: z.string(),
    because: z.string(),
    doubtful: flag().optional(),
    ...answerFor,
    ...workEnvelope,
  }),
)
export const mailBounced = event(
  'mail.mail-bounced',
  z.strictObject({ ...thread, address: z.string(), because: z.string(), ...answerFor, ...workEnvelope }),
)
export const mailQueued = event('mail.mail-queued', z.strictObject({ ...thread, to: z.string() }))
export const mailRecalled = event('mail.mail-recalled', z.strictObject({ ...thread, ...workEnvelope }))
export const draftSaved = event('mail.draft-saved', z.strictObject(thread))
export const draftDiscarded = event('mail.draft-discarded', z.strictObject({ ...thread, ...workEnvelope }))
const many = z.strictObject({ ids: z.array(z.uuid()), count: count() })
export const threadsMarked = event('mail.threads-marked', many)
export const threadsMoved = event('mail.threads-moved', many)
/** Read, answered, moved or thrown away by a mail program there. */
export const placesNoted = event('mail.places-noted', z.strictObject({ ...box, count: count() }))
export const readAgain = event('mail.read-again', z.strictObject({ ...box, count: count() }))

export const mailEvents = [
  mailboxConnectedEvent,
  mailboxChangedEvent,
  mailboxPausedEvent,
  mailboxEndedEvent,
  mailboxFailedEvent,
  mailboxReachedEvent,
  clientKept,
  clientDropped,
  mailsReceived,
  mailReceived,
  mailSent,
  mailNotSent,
  mailBounced,
  mailQueued,
  mailRecalled,
  draftSaved,
  draftDiscarded,
  threadsMarked,
  threadsMoved,
  placesNoted,
  readAgain,
]
