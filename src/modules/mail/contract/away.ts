/** Answers by itself while nobody is there: once to each sender, between two days. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, day, flag, id, longText, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { exampleMailbox, exampleThread } from './shapes.ts'

const exampleAway = '019aa000-0000-7000-8000-000000000623'

export const awayReversed = refusal('mail-away-reversed', 422)
export const awayOver = refusal('mail-away-over', 409)
export const awayThere = refusal('mail-away-there', 409)
export const awayTextTwice = refusal('mail-away-language-twice', 422)

const told = z.strictObject({ id: z.uuid(), title: z.string() })
export const awayReplySet = event(
  'mail.away-reply-set',
  z.strictObject({ id: z.uuid(), title: z.string(), fromOn: day(), untilOn: day() }),
)
export const awayReplyEnded = event('mail.away-reply-ended', told)

/** Answers mails that came while nobody is there. */
export const answerAwayJob = job('mail.answer-away', z.strictObject({ messageIds: z.array(z.uuid()) }), 'system')

export const replyAway = command({
  name: 'mail.reply-away',
  summary: 'Answers one mail as its mailbox was told to while nobody is there; never a machine, never anybody twice.',
  permission: 'mail.manage-mailboxes',
  input: z.strictObject({ messageId: z.uuid() }),
  output: z.strictObject({ answered: flag() }),
  door: 'none',
  tool: false,
  example: { messageId: exampleThread },
})

export const setAwayReply = command({
  name: 'mail.set-away-reply',
  summary: 'Answers whoever writes to a mailbox between two days, once each: never lists, bounces or noise.',
  permission: 'mail.set-rules',
  input: z.strictObject({
    id: id('mail-mailbox'),
    fromOn: day(),
    /** The last day. */
    untilOn: day(),
    texts: z
      .array(z.strictObject({ language: choice(languages, { control: 'language' }), text: longText(4_000).min(1) }))
      .min(1)
      .max(6),
  }),
  output: z.strictObject({ id: z.uuid(), replyId: z.uuid() }),
  emits: [awayReplySet],
  refusals: [awayReversed, awayOver, awayThere, awayTextTwice],
  kinds: ['mail-mailbox'],
  subject: 'id',
  undoable: true,
  example: {
    id: exampleMailbox,
    fromOn: '2126-12-23',
    untilOn: '2127-01-06',
    texts: [{ language: 'en', text: 'We are back on {until}.' }],
  },
})

export const endAwayReply = command({
  name: 'mail.end-away-reply',
  summary: 'Answers by itself no longer.',
  permission: 'mail.set-rules',
  input: z.strictObject({ id: id('mail-mailbox', { hidden: true }), replyId: z.uuid().meta({ hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), replyId: z.uuid() }),
  emits: [awayReplyEnded],
  refusals: [awayOver],
  kinds: ['mail-mailbox'],
  subject: 'id',
  example: { id: exampleMailbox, replyId: exampleAway },
})

export const listAwayReplies = query({
  name: 'mail.list-away-replies',
  summary: 'Which mailboxes answer by themselves, from when to when, and whom they have answered.',
  permission: 'mail.read-mail',
  input: z.strictObject({ mailboxId: id('mail-mailbox').optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        replyId: z.uuid(),
        mailbox: named,
        fromOn: day(),
        untilOn: day(),
        now: flag(),
        texts: z.array(z.strictObject({ language: choice(languages), text: z.string() })),
        answered: count(),
        by: named.nullable(),
      }),
    ),
  }),
  kinds: ['mail-mailbox'],
  example: {},
})
