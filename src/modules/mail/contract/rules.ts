/** What is done with a mail by itself: rules, noise, answers while nobody is there. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { changed, list, named } from '../../../kernel/shapes.ts'
import { deskOwnerUnknown } from './desk.ts'

const exampleRule = '019aa000-0000-7000-8000-000000000622'
const exampleAway = '019aa000-0000-7000-8000-000000000623'
const exampleMailbox = '019aa000-0000-7000-8000-0000000000c1'
const exampleThread = '019aa000-0000-7000-8000-0000000000c2'

/** What becomes of a thread by a rule: it stays, is done, or is noise. */
export const outcomes = ['stays', 'done', 'noise'] as const
export type RuleOutcome = (typeof outcomes)[number]

export const ruleEmpty = refusal('mail-rule-empty', 422)
export const ruleDoesNothing = refusal('mail-rule-does-nothing', 422)
export const awayReversed = refusal('mail-away-reversed', 422)
export const awayOver = refusal('mail-away-over', 409)
export const awayThere = refusal('mail-away-there', 409)
export const awayTextTwice = refusal('mail-away-language-twice', 422)
export const senderNotBuried = refusal('mail-sender-not-buried', 409)

const told = z.strictObject({ id: z.uuid(), title: z.string() })
export const ruleCreated = event('mail.rule-created', told)
export const ruleChanged = event('mail.rule-changed', told)
export const mailsSorted = event('mail.mails-sorted', z.strictObject({ count: count() }))
export const senderBuried = event(
  'mail.sender-buried',
  z.strictObject({ id: z.uuid(), mailbox: z.string(), address: z.string(), count: count() }),
)
export const senderUnburied = event(
  'mail.sender-unburied',
  z.strictObject({ id: z.uuid(), mailbox: z.string(), address: z.string(), count: count() }),
)
export const awayReplySet = event(
  'mail.away-reply-set',
  z.strictObject({ id: z.uuid(), title: z.string(), fromOn: day(), untilOn: day() }),
)
export const awayReplyEnded = event('mail.away-reply-ended', told)

/** All that are given must hold; each is a part of what is written, whatever its case. */
export const conditions = {
  mailboxId: id('mail-mailbox').nullable().optional(),
  from: text(200).nullable().optional(),
  to: text(200).nullable().optional(),
  subject: text(200).nullable().optional(),
  words: text(200, { folded: true }).nullable().optional(),
  hasAttachment: flag().nullable().optional(),
}
export const ruleActs = {
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  label: text(40).nullable().optional(),
  outcome: choice(outcomes).optional(),
}

export const createRule = command({
  name: 'mail.create-rule',
  summary:
    'Lays down what is done with mails as they come in: who takes them, their label, whether they are done or noise.',
  permission: 'mail.set-rules',
  input: z.strictObject({ title: text(120), ...conditions, ...ruleActs, paused: flag({ hidden: true }).optional() }),
  output: changed,
  emits: [ruleCreated],
  refusals: [ruleEmpty, ruleDoesNothing, deskOwnerUnknown],
  kinds: ['mail-rule'],
  undoable: true,
  example: { title: 'Bills of the landlord', from: '@klippan-fastigheter.example', label: 'Rent' },
})

export const changeRule = command({
  name: 'mail.change-rule',
  summary: 'Changes what is given of a rule, pauses it or takes it away.',
  permission: 'mail.set-rules',
  input: z.strictObject({
    id: id('mail-rule', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: text(120).optional(),
    ...conditions,
    ...ruleActs,
    paused: flag().optional(),
    /** Taken away, or put back. */
    removed: flag({ hidden: true }).optional(),
  }),
  output: changed,
  emits: [ruleChanged],
  refusals: [ruleEmpty, ruleDoesNothing, deskOwnerUnknown],
  kinds: ['mail-rule'],
  subject: 'id',
  undoable: true,
  example: { id: exampleRule, paused: true },
})

/** Answers mails that came while nobody is there. */
export const answerAwayJob = job('mail.answer-away', z.strictObject({ messageIds: z.array(z.uuid()) }), 'system')

export const sortReceived = command({
  name: 'mail.sort-received',
  summary: 'Does with mails that came in what the rules and the buried senders say.',
  permission: 'mail.manage-mailboxes',
  input: z.strictObject({ threadIds: z.array(z.uuid()).max(1000), messageIds: z.array(z.uuid()).max(1000) }),
  output: z.strictObject({ count: count() }),
  emits: [mailsSorted],
  jobs: [answerAwayJob],
  door: 'none',
  tool: false,
  example: { threadIds: [], messageIds: [] },
})

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

export const burySender = command({
  name: 'mail.bury-sender',
  summary: 'Buries a sender as noise in a mailbox: what is there of theirs, and what will come.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ id: id('mail-thread', { hidden: true }), expectedVersion: expectedVersion() }),
  output: z.strictObject({ id: z.uuid(), address: z.string(), count: count() }),
  emits: [senderBuried],
  refusals: [senderNotBuried],
  kinds: ['mail-thread'],
  subject: 'id',
  undoable: true,
  example: { id: exampleThread },
})

export const unburySender = command({
  name: 'mail.unbury-sender',
  summary: 'What a sender writes is no noise any more; what was buried by it comes back.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ id: id('mail-mailbox', { hidden: true }), address: text(254, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), address: z.string(), count: count() }),
  emits: [senderUnburied],
  refusals: [senderNotBuried],
  kinds: ['mail-mailbox'],
  subject: 'id',
  example: { id: exampleMailbox, address: 'nyheter@kaffekompaniet.example' },
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

export const ruleLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  mailbox: named.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  words: z.string().nullable(),
  hasAttachment: flag().nullable(),
  owner: named.nullable(),
  label: z.string().nullable(),
  outcome: choice(outcomes),
  paused: flag(),
})

export const listRules = query({
  name: 'mail.list-rules',
  summary: 'The rules for mails that come in, in the order they are asked.',
  permission: 'mail.read-mail',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(ruleLine),
  kinds: ['mail-rule', 'mail-mailbox'],
  example: {},
})

export const tryRule = query({
  name: 'mail.try-rule',
  summary: 'Which of the last hundred mails that came in conditions would have met.',
  permission: 'mail.read-mail',
  input: z.strictObject(conditions),
  output: z.strictObject({
    tried: count(),
    met: z.array(z.strictObject({ id: z.uuid(), title: z.string(), from: z.string(), at: instant() })),
  }),
  kinds: ['mail-thread'],
  example: { from: '@klippan-fastigheter.example' },
})

export const listBuried = query({
  name: 'mail.list-buried',
  summary: 'Senders whose mails are noise, by mailbox.',
  permission: 'mail.read-mail',
  input: z.strictObject({ mailboxId: id('mail-mailbox').optional() }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ mailbox: named, address: z.string(), at: instant(), by: named.nullable() })),
  }),
  kinds: ['mail-mailbox', 'mail-thread'],
  example: {},
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

export const ruleEvents = [
  ruleCreated,
  ruleChanged,
  mailsSorted,
  senderBuried,
  senderUnburied,
  awayReplySet,
  awayReplyEnded,
]
export const ruleCommands = [
  createRule,
  changeRule,
  sortReceived,
  replyAway,
  burySender,
  unburySender,
  setAwayReply,
  endAwayReply,
]
export const ruleQueries = [listRules, tryRule, listBuried, listAwayReplies]
export const ruleJobs = [answerAwayJob]
