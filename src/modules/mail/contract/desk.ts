/** The daily acts on threads: whose it is, when it comes back, that it is done; who is writing the answer. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { list, named, waitingRow } from '../../../kernel/shapes.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { answerBegun, answerLeft, holdThread, releaseThread, threadTaken, whoAnswers } from './holding.ts'
import { deskOwnerUnknown } from './refusals.ts'
import { addNote, attachmentsFiled, noteAdded, noteFiled } from './notes.ts'
import { threadStates, writingWays, writtenAddress } from './shapes.ts'

const exampleThread = '019aa000-0000-7000-8000-0000000000c2'
const examplePerson = '019aa000-0000-7000-8000-000000000002'

export const snoozePast = refusal('mail-snooze-past', 422)

const many = z.strictObject({ ids: z.array(z.uuid()), count: count(), title: z.string() })
export const threadsAssigned = event('mail.threads-assigned', many.extend({ owner: z.string(), ...notifyEnvelope }))
export const threadsLaidBack = event('mail.threads-laid-back', many)
export const threadsSnoozed = event('mail.threads-snoozed', many.extend({ at: instant() }))
export const threadsFinished = event('mail.threads-finished', many)
export const threadsReopened = event('mail.threads-reopened', many)
export const threadsLabelled = event('mail.threads-labelled', many.extend({ label: z.string() }))
export const threadsWoken = event('mail.threads-woken', many)

const ids = z.array(id('mail-thread')).min(1).max(500).meta({ hidden: true })
const moved = z.strictObject({ ids: z.array(z.uuid()), count: count() })
const about = { kinds: ['mail-thread'], undoable: true } as const

export const assignThreads = command({
  name: 'mail.assign-threads',
  summary: 'Gives threads to somebody, or lays them back to be taken.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ ids, ownerId: id('principal', { control: 'person' }).nullable() }),
  output: moved,
  emits: [threadsAssigned, threadsLaidBack],
  refusals: [deskOwnerUnknown],
  ...about,
  example: { ids: [exampleThread], ownerId: examplePerson },
})

export const snoozeThreads = command({
  name: 'mail.snooze-threads',
  summary: 'Puts threads away until a moment, when they come back by themselves; a new mail brings them back before.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ ids, until: instant() }),
  output: moved,
  emits: [threadsSnoozed],
  refusals: [snoozePast],
  ...about,
  example: { ids: [exampleThread], until: '2126-11-25T08:00:00Z' },
})

export const finishThreads = command({
  name: 'mail.finish-threads',
  summary: 'Says that threads are done; a new mail in one takes it up again.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ ids }),
  output: moved,
  emits: [threadsFinished],
  ...about,
  example: { ids: [exampleThread] },
})

export const reopenThreads = command({
  name: 'mail.reopen-threads',
  summary: 'Takes threads up again: done, snoozed, waiting or noise.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ ids }),
  output: moved,
  emits: [threadsReopened],
  ...about,
  example: { ids: [exampleThread] },
})

/** Mails whose folders an act remembers: what it moved beyond them goes back by how its thread stood. */
export const mostMailsBack = 5_000

/** How threads stood before an act, to be put back so. */
export const restoreThreads = command({
  name: 'mail.restore-threads',
  summary: 'Puts threads back as they stood before an act.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    threads: z
      .array(
        z.strictObject({
          id: z.uuid(),
          state: choice(threadStates),
          ownerId: z.uuid().nullable(),
          snoozedUntil: instant().nullable(),
        }),
      )
      .min(1)
      .max(500)
      .meta({ hidden: true }),
    /** In which folders their mails lay. */
    mails: z
      .array(z.strictObject({ id: z.uuid(), folderId: z.uuid() }))
      .max(mostMailsBack)
      .default([])
      .meta({ hidden: true }),
  }),
  output: moved,
  emits: [threadsReopened],
  kinds: ['mail-thread'],
  tool: false,
  example: { threads: [{ id: exampleThread, state: 'open', ownerId: null, snoozedUntil: null }] },
})

export const labelThreads = command({
  name: 'mail.label-threads',
  summary: 'Puts a label on threads, or takes it off.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ ids, label: text(40), off: flag().optional() }),
  output: moved,
  emits: [threadsLabelled],
  ...about,
  example: { ids: [exampleThread], label: 'Rent' },
})

export const wakeThreads = command({
  name: 'mail.wake-threads',
  summary: 'Brings snoozed threads back whose moment has come.',
  permission: 'mail.manage-mailboxes',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  emits: [threadsWoken],
  door: 'none',
  tool: false,
  example: {},
})
export const wakeJob = job('mail.wake', z.strictObject({}), 'system')

export const beginAnswer = query({
  name: 'mail.begin-answer',
  summary:
    'What an answer begins with: to whom, the subject, the text that is answered, the signature in their language.',
  permission: 'mail.read-mail',
  input: z.strictObject({
    threadId: id('mail-thread'),
    messageId: z.uuid().optional(),
    how: choice(['reply', 'reply-all', 'forward']).default('reply'),
  }),
  output: z.strictObject({
    mailboxId: z.uuid(),
    messageId: z.uuid().nullable(),
    to: z.array(writtenAddress),
    cc: z.array(writtenAddress),
    subject: z.string(),
    /** Beneath what one writes. */
    quote: z.string(),
    signature: z.string(),
    language: choice(languages),
    /** How one begins to write from this mailbox. */
    writes: choice(writingWays),
  }),
  kinds: ['mail-thread'],
  tool: false,
  example: { threadId: exampleThread },
})

export const threadLinks = query({
  name: 'mail.thread-links',
  summary: 'What was made of a thread, or belongs to it: documents, tasks, cases, events.',
  permission: 'mail.read-mail',
  input: z.strictObject({ id: id('mail-thread') }),
  output: z.strictObject({ rows: z.array(named) }),
  kinds: ['mail-thread', 'task', 'document', 'case', 'event', 'matter'],
  tool: false,
  example: { id: exampleThread },
})

export const suggestRecipients = query({
  name: 'mail.suggest-recipients',
  summary: 'To whom one may mean to write: addresses of the directory, and of those who wrote before.',
  permission: 'mail.read-mail',
  input: z.strictObject({ text: text(200), limit: z.int().min(1).max(20).default(8) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ name: z.string(), address: z.string(), known: flag(), language: choice(languages).nullable() }),
    ),
  }),
  kinds: ['person', 'organisation', 'mail-thread'],
  tool: false,
  example: { text: 'kar' },
})

export const listWaiting = query({
  name: 'mail.list-waiting',
  summary: 'Mails that came in and are nobody’s yet, the oldest first.',
  permission: 'mail.read-mail',
  input: z.strictObject({ ...slice }),
  output: list(waitingRow),
  kinds: ['mail-thread'],
  example: {},
})

export * from './holding.ts'
export { deskOwnerUnknown } from './refusals.ts'
export * from './notes.ts'

export const deskEvents = [
  threadsAssigned,
  threadsLaidBack,
  threadsSnoozed,
  threadsFinished,
  threadsReopened,
  threadsLabelled,
  threadsWoken,
  threadTaken,
  answerBegun,
  answerLeft,
  attachmentsFiled,
  noteAdded,
]
export const deskCommands = [
  assignThreads,
  snoozeThreads,
  finishThreads,
  reopenThreads,
  restoreThreads,
  labelThreads,
  holdThread,
  releaseThread,
  addNote,
  noteFiled,
  wakeThreads,
]
export const deskQueries = [beginAnswer, whoAnswers, threadLinks, suggestRecipients, listWaiting]
export const deskJobs = [wakeJob]
