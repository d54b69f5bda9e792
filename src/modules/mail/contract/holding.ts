/** Who is writing the answer to a thread: one at a time. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { flag, id, instant, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { exampleThread } from './shapes.ts'

export const threadHeld = refusal('mail-thread-held', 409)

const writing = z.strictObject({ id: z.uuid(), title: z.string() })
export const threadTaken = event(
  'mail.answer-taken-over',
  z.strictObject({ id: z.uuid(), title: z.string(), from: z.string() }),
)
export const answerBegun = event('mail.answer-begun', writing)
export const answerLeft = event('mail.answer-left', writing)

export const holdThread = command({
  name: 'mail.hold-thread',
  summary:
    'Says that one is writing the answer to a thread, for some minutes; nobody else can answer it then unless they take over.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    id: id('mail-thread', { hidden: true }),
    /** Takes it from whoever holds it. */
    takeOver: flag().optional(),
  }),
  output: z.strictObject({ id: z.uuid(), until: instant() }),
  emits: [answerBegun, threadTaken],
  refusals: [threadHeld],
  kinds: ['mail-thread'],
  subject: 'id',
  example: { id: exampleThread },
})

export const releaseThread = command({
  name: 'mail.release-thread',
  summary: 'Says that one writes no answer to a thread any more.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ id: id('mail-thread', { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [answerLeft],
  kinds: ['mail-thread'],
  subject: 'id',
  example: { id: exampleThread },
})

export const whoAnswers = query({
  name: 'mail.who-answers',
  summary: 'Who is writing the answer to a thread now, and whether one was sent since a moment.',
  permission: 'mail.read-mail',
  input: z.strictObject({ id: id('mail-thread') }),
  output: z.strictObject({
    holder: named.nullable(),
    mine: flag(),
    since: instant().nullable(),
    until: instant().nullable(),
  }),
  kinds: ['mail-thread'],
  tool: false,
  example: { id: exampleThread },
})
