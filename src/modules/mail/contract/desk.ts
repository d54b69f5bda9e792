/** The daily acts on threads: whose it is, when it comes back, that it is done; who is writing the answer. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, flag, id, instant, longText, slice, text, z } from '../../../kernel/schema.ts'
import { list, named, waitingRow } from '../../../kernel/shapes.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { threadStates, writtenAddress } from './shapes.ts'

const exampleThread = '019aa000-0000-7000-8000-0000000000c2'
const exampleDocument = '019aa000-0000-7000-8000-000000000003'
const examplePerson = '019aa000-0000-7000-8000-000000000002'

export const threadHeld = refusal('mail-thread-held', 409)
export const deskOwnerUnknown = refusal('mail-owner-unknown', 422)
export const snoozePast = refusal('mail-snooze-past', 422)

const many = z.strictObject({ ids: z.array(z.uuid()), count: count(), title: z.string() })
export const threadsAssigned = event('mail.threads-assigned', many.extend({ owner: z.string() }))
export const threadsLaidBack = event('mail.threads-laid-back', many)
export const threadsSnoozed = event('mail.threads-snoozed', many.extend({ at: instant() }))
export const threadsFinished = event('mail.threads-finished', many)
export const threadsReopened = event('mail.threads-reopened', many)
export const threadsLabelled = event('mail.threads-labelled', many.extend({ label: z.string() }))
export const threadsWoken = event('mail.threads-woken', many)
export const threadTaken = event(
  'mail.answer-taken-over',
  z.strictObject({ id: z.uuid(), title: z.string(), from: z.string() }),
)
const writing = z.strictObject({ id: z.uuid(), title: z.string() })
export const attachmentsFiled = event('mail.attachments-filed', writing.extend({ count: count() }))
export const noteAdded = event('mail.note-added', writing.extend({ text: z.string(), ...notifyEnvelope }))
export const answerBegun = event('mail.answer-begun', writing)
export const answerLeft = event('mail.answer-left', writing)

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

export const addNote = command({
  name: 'mail.add-note',
  summary: 'Writes a note to colleagues beside a thread, which nobody outside sees; who is named is told.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    id: id('mail-thread', { hidden: true }),
    text: longText(10_000).min(1),
    personIds: z
      .array(id('principal', { control: 'person' }))
      .max(20)
      .default([]),
  }),
  output: z.strictObject({ id: z.uuid(), commentId: z.uuid() }),
  emits: [noteAdded],
  refusals: [deskOwnerUnknown],
  kinds: ['mail-thread'],
  subject: 'id',
  undoable: true,
  example: { id: exampleThread, text: 'She called about this as well.' },
})

export const noteFiled = command({
  name: 'mail.note-filed',
  summary: 'Notes which documents were filed from a thread: its attachments, or the mail itself.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    id: id('mail-thread', { hidden: true }),
    documentIds: z.array(id('document')).min(1).max(100),
  }),
  output: z.strictObject({ id: z.uuid(), count: count() }),
  emits: [attachmentsFiled],
  kinds: ['mail-thread', 'document'],
  subject: 'id',
  example: { id: exampleThread, documentIds: [exampleDocument] },
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
  }),
  kinds: ['mail-thread'],
  tool: false,
  example: { threadId: exampleThread },
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
