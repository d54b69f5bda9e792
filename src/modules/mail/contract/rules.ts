/** What is done with a mail by itself: rules, noise, answers while nobody is there. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, expectedVersion, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { changed, list, named } from '../../../kernel/shapes.ts'
import {
  answerAwayJob,
  awayReplyEnded,
  awayReplySet,
  endAwayReply,
  listAwayReplies,
  replyAway,
  setAwayReply,
} from './away.ts'
import { deskOwnerUnknown } from './refusals.ts'
import { burySender, listBuried, senderBuried, senderUnburied, unburySender } from './noise.ts'

const exampleRule = '019aa000-0000-7000-8000-000000000622'

/** What becomes of a thread by a rule: it stays, is done, or is noise. */
export const outcomes = ['stays', 'done', 'noise'] as const
export type RuleOutcome = (typeof outcomes)[number]

export const ruleEmpty = refusal('mail-rule-empty', 422)
export const ruleDoesNothing = refusal('mail-rule-does-nothing', 422)
/** The folder is none of the mailbox that the rule is for. */
export const ruleFolderElsewhere = refusal('mail-rule-folder-elsewhere', 422)

const told = z.strictObject({ id: z.uuid(), title: z.string() })
export const ruleCreated = event('mail.rule-created', told)
export const ruleChanged = event('mail.rule-changed', told)
export const mailsSorted = event('mail.mails-sorted', z.strictObject({ count: count() }))

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
  /** Where it is laid, there too: a folder of the rule's mailbox. */
  folderId: id().meta({ control: 'record', optionsFrom: 'mail.list-folders' }).nullable().optional(),
  outcome: choice(outcomes).optional(),
}

export const createRule = command({
  name: 'mail.create-rule',
  summary:
    'Lays down what is done with mails as they come in: who takes them, their label, their folder, whether they are done or noise.',
  permission: 'mail.set-rules',
  input: z.strictObject({ title: text(120), ...conditions, ...ruleActs, paused: flag({ hidden: true }).optional() }),
  output: changed,
  emits: [ruleCreated],
  refusals: [ruleEmpty, ruleDoesNothing, ruleFolderElsewhere, deskOwnerUnknown],
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
  refusals: [ruleEmpty, ruleDoesNothing, ruleFolderElsewhere, deskOwnerUnknown],
  kinds: ['mail-rule'],
  subject: 'id',
  undoable: true,
  example: { id: exampleRule, paused: true },
})

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
  folder: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
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

export * from './away.ts'
export * from './noise.ts'

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
