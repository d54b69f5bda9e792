import { command, job } from '../../../kernel/declare.ts'
import { richText } from '../../../formats/rich/schema.ts'
import { choice, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { threadHeld } from './desk.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  afterSending,
  exampleFile,
  exampleMailbox,
  exampleOutgoing,
  exampleThread,
  recipient,
  undoSeconds,
} from './shapes.ts'

const writing = { permission: 'mail.answer-mail', tool: false } as const
const inner = { permission: 'mail.answer-mail', door: 'none', tool: false } as const
const ofThread = { kinds: ['mail-thread'], subject: 'threadId' } as const
const draft = {
  id: z.uuid().meta({ hidden: true }),
  /** Of the draft, which is no record: refused when it was changed since. */
  draftVersion: z.int().min(1).optional().meta({ hidden: true }),
}
const changedDraft = z.strictObject({ id: z.uuid(), version: z.int(), threadId: z.uuid() })

/** Gives a mail to its server, at its time. */
export const sendJob = job('mail.send', z.strictObject({ id: z.uuid() }), 'system')

const content = {
  to: z.array(recipient).max(500),
  cc: z.array(recipient).max(500).default([]),
  bcc: z.array(recipient).max(500).default([]),
  subject: z.string().max(500).default(''),
  text: longText(500_000),
  /** Where it is more than text; what is active in it is taken out. */
  html: longText(2_000_000).nullable().optional(),
  /** Text with its shape, as the editor has it: its HTML and its plain words are made of it. */
  rich: richText().nullable().optional(),
  attachments: z
    .array(z.strictObject({ fileId: z.uuid(), name: text(255) }))
    .max(100)
    .default([]),
}

export const saveDraft = command({
  name: 'mail.save-draft',
  summary: 'Keeps what one is writing: an answer in a thread, or a new mail from a mailbox.',
  ...writing,
  input: z.strictObject({
    id: z.uuid().optional().meta({ hidden: true }),
    draftVersion: z.int().min(1).optional().meta({ hidden: true }),
    mailboxId: id('mail-mailbox'),
    /** None: a thread of its own is begun. */
    threadId: id('mail-thread', { hidden: true }).optional(),
    /** The mail that it answers. */
    answersId: z.uuid().optional().meta({ hidden: true }),
    ...content,
  }),
  output: changedDraft,
  emits: [e.draftSaved],
  refusals: [r.draftNotOpen, r.draftChanged, r.mailboxOver, r.fileMissing, r.mailTooLarge],
  kinds: ['mail-thread'],
  subject: 'threadId',
  example: {
    mailboxId: exampleMailbox,
    to: [{ name: 'Karin Öberg', address: 'karin@example.org' }],
    subject: 'Your question',
    text: 'Thank you for your mail.',
  },
})

export const discardDraft = command({
  name: 'mail.discard-draft',
  summary: 'Throws away what one was writing.',
  ...writing,
  input: z.strictObject({ ...draft, threadId: id('mail-thread', { hidden: true }) }),
  output: changedDraft,
  emits: [e.draftDiscarded, e.mailNotSent],
  refusals: [r.draftNotOpen, r.draftChanged],
  ...ofThread,
  undoable: true,
  example: { id: exampleOutgoing, threadId: exampleThread },
})

/** Brings back what was thrown away: the way back of `mail.discard-draft`. */
export const restoreDraft = command({
  name: 'mail.restore-draft',
  summary: 'Brings back a draft that was thrown away.',
  ...writing,
  input: z.strictObject({ ...draft, threadId: id('mail-thread', { hidden: true }) }),
  output: changedDraft,
  emits: [e.draftSaved],
  refusals: [r.draftNotOpen],
  ...ofThread,
  example: { id: exampleOutgoing, threadId: exampleThread },
})

export const sendDraft = command({
  name: 'mail.send-draft',
  summary: 'Sends what one wrote, in some seconds, in which it can be taken back, or at a time of its own.',
  ...writing,
  input: z.strictObject({
    ...draft,
    threadId: id('mail-thread', { hidden: true }),
    sendAt: instant({ folded: true }).optional(),
    undoSeconds: z.int().min(0).max(60).default(undoSeconds).meta({ hidden: true }),
    leaves: choice(afterSending).default('waiting'),
    /** By itself: no machine answers it (RFC 3834). */
    automatic: flag({ hidden: true }).default(false),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), threadId: z.uuid(), sendAt: instant() }),
  emits: [e.mailQueued],
  refusals: [r.draftNotOpen, r.draftChanged, r.nobodyAddressed, r.sendingPast, r.mailboxOver, r.noWayOut, threadHeld],
  jobs: [sendJob],
  ...ofThread,
  undoable: true,
  example: { id: exampleOutgoing, threadId: exampleThread },
})

export const recallDraft = command({
  name: 'mail.recall-draft',
  summary: 'Takes a mail back that has not gone out yet; it is a draft again.',
  ...writing,
  input: z.strictObject({ ...draft, threadId: id('mail-thread', { hidden: true }) }),
  output: changedDraft,
  emits: [e.mailRecalled],
  refusals: [r.sentAlready, r.draftNotOpen],
  ...ofThread,
  example: { id: exampleOutgoing, threadId: exampleThread },
})

export const settleDoubtful = command({
  name: 'mail.settle-doubtful',
  summary:
    'Says of a mail that was given to the server, and of which nobody knows whether it went: it did, or send it again.',
  ...writing,
  input: z.strictObject({ ...draft, threadId: id('mail-thread', { hidden: true }), again: flag() }),
  output: changedDraft,
  emits: [e.mailQueued, e.mailSent],
  refusals: [r.notDoubtful],
  jobs: [sendJob],
  ...ofThread,
  example: { id: exampleOutgoing, threadId: exampleThread, again: true },
})

export const beginSending = command({
  name: 'mail.begin-sending',
  summary: 'Says that a mail is being given to its server now: from here on it is never given twice.',
  ...inner,
  input: z.strictObject({ id: z.uuid(), fileId: z.uuid() }),
  output: z.strictObject({ go: flag() }),
  emits: [e.mailNotSent],
  refusals: [],
  kinds: ['mail-thread'],
  example: { id: exampleOutgoing, fileId: exampleFile },
})

export const noteSent = command({
  name: 'mail.note-sent',
  summary: 'Notes what became of a mail that was given to its server.',
  ...inner,
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(['sent', 'later', 'refused', 'doubtful']),
    because: z.string().max(500).optional(),
    /** Recipients that the server did not take. */
    rejected: z
      .array(z.strictObject({ address: z.string().max(320), because: z.string().max(500) }))
      .max(1500)
      .default([]),
  }),
  output: z.strictObject({}),
  emits: [e.mailSent, e.mailNotSent, e.mailBounced],
  refusals: [],
  jobs: [sendJob],
  kinds: ['mail-thread'],
  example: { id: exampleOutgoing, outcome: 'sent' },
})

export const outgoingCommands = [
  saveDraft,
  discardDraft,
  restoreDraft,
  sendDraft,
  recallDraft,
  settleDoubtful,
  beginSending,
  noteSent,
]
