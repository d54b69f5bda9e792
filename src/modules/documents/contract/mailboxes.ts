/** Mailboxes whose folder feeds intake: connected once, looked into without a trace, no mail taken in twice. */
import { canSchema } from '../../../kernel/can.ts'
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, expectedVersion, fileId, flag, id, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { refusals } from './refusals.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'
const digest = () => z.string().regex(/^[0-9a-f]{64}$/)

export const encryptions = ['tls', 'starttls', 'none'] as const

/** Why a mailbox cannot be looked into; each is a refusal too, in whose words the page tells it. */
export const mailboxProblems = [
  'host-unknown',
  'unreachable',
  'certificate',
  'sign-in-refused',
  'folder-missing',
  'not-encrypted',
  'broken',
] as const
export type MailboxProblem = (typeof mailboxProblems)[number]

export const mailboxRefusals = {
  'host-unknown': refusal('mailbox-host-unknown', 422),
  unreachable: refusal('mailbox-unreachable', 422),
  certificate: refusal('mailbox-certificate', 422),
  'sign-in-refused': refusal('mailbox-sign-in-refused', 422),
  'folder-missing': refusal('mailbox-folder-missing', 422),
  'not-encrypted': refusal('mailbox-not-encrypted', 422),
  broken: refusal('mailbox-broken', 422),
} as const satisfies Record<MailboxProblem, ReturnType<typeof refusal>>
/** Its connection was ended; data: `name`. */
export const mailboxEnded = refusal('mailbox-ended', 409)

const named = { mailboxId: id('mailbox'), name: z.string() }
export const mailboxConnected = event(
  'documents.mailbox-connected',
  z.strictObject({ ...named, workDone: workEnvelope.workDone }),
)
export const mailboxPaused = event('documents.mailbox-paused', z.strictObject({ ...named, paused: flag() }))
export const mailboxDisconnected = event(
  'documents.mailbox-disconnected',
  z.strictObject({ ...named, workDone: workEnvelope.workDone }),
)
export const mailboxFailed = event(
  'documents.mailbox-failed',
  z.strictObject({ ...named, problem: z.enum(mailboxProblems), work: workEnvelope.work }),
)
export const mailboxReached = event(
  'documents.mailbox-reached',
  z.strictObject({ ...named, workDone: workEnvelope.workDone }),
)

const change = { permission: 'documents.change-mailboxes', tool: false } as const

/** What a mailbox is reached by, but its password. */
export const reachedBy = {
  host: text(253),
  port: z.int().min(1).max(65_535),
  encryption: choice(encryptions),
  username: text(320),
  folder: text(500),
}

export const connectMailbox = command({
  name: 'documents.connect-mailbox',
  summary: 'Lets a folder of a mailbox feed intake; its password was sealed before and stands in no journal.',
  ...change,
  input: z.strictObject({
    name: text(100),
    ...reachedBy,
    withOld: flag(),
    /** `sealSecret` gave it. */
    secretId: z.uuid().meta({ hidden: true }),
    /** A mailbox that is reached another way from now on; what was taken in of it stays known. */
    replacesId: id('mailbox', { hidden: true }).optional(),
  }),
  output: z.strictObject({ id: id('mailbox') }),
  emits: [mailboxConnected],
  refusals: [mailboxEnded, ...Object.values(mailboxRefusals)],
  example: {
    name: 'Bills',
    host: 'imap.example.org',
    port: 993,
    encryption: 'tls',
    username: 'bills@example.org',
    folder: 'INBOX',
    withOld: false,
    secretId: otherId,
  },
})

export const pauseMailbox = command({
  name: 'documents.pause-mailbox',
  summary: 'Stops looking into a mailbox, or goes on where it was left.',
  ...change,
  input: z.strictObject({ id: id('mailbox'), expectedVersion: expectedVersion(), paused: flag({ hidden: true }) }),
  output: z.strictObject({ version: z.int() }),
  emits: [mailboxPaused],
  refusals: [mailboxEnded],
  kinds: ['mailbox'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, paused: true },
})

export const disconnectMailbox = command({
  name: 'documents.disconnect-mailbox',
  summary: 'Ends the connection to a mailbox and forgets its password; what came from it stays.',
  ...change,
  input: z.strictObject({ id: id('mailbox'), expectedVersion: expectedVersion() }),
  output: z.strictObject({ version: z.int() }),
  emits: [mailboxDisconnected],
  refusals: [mailboxEnded],
  kinds: ['mailbox'],
  subject: 'id',
  example: { id: exampleId },
})

const uid = () => z.int().min(0).max(4_294_967_295)

/** Kontor's own step: the paper, the mark and the place in the folder in one act. */
export const takeInMail = command({
  name: 'documents.take-in-mail',
  summary: 'Takes one mail of a mailbox in as a document, unless it was taken in before.',
  ...change,
  door: 'none',
  input: z.strictObject({
    id: id('mailbox'),
    uidValidity: uid(),
    uid: uid(),
    mark: digest(),
    /** Absent: the mail is left out, since it is larger than what is taken in. */
    mail: z
      .strictObject({ digest: digest(), fileId: fileId(), name: text(300), from: text(300).nullable() })
      .optional(),
  }),
  output: z.strictObject({ documentId: id('document').nullable() }),
  refusals: [mailboxEnded, refusals.fileUnknown],
  subject: 'id',
  example: { id: exampleId, uidValidity: 1, uid: 1, mark: 'a3'.repeat(32) },
})

/** Kontor's own step: how the last look went. */
export const noteMailbox = command({
  name: 'documents.note-mailbox',
  summary: 'Notes how looking into a mailbox went, and from which mail on it goes on.',
  ...change,
  door: 'none',
  input: z.strictObject({
    id: id('mailbox'),
    problem: z.enum(mailboxProblems).nullable().optional(),
    place: z.strictObject({ uidValidity: uid(), lastUid: uid() }).optional(),
    /** Mails that lay there before and are left. */
    left: z.array(digest()).max(5000).optional(),
  }),
  output: z.strictObject({}),
  emits: [mailboxFailed, mailboxReached],
  refusals: [mailboxEnded],
  subject: 'id',
  example: { id: exampleId, problem: null },
})

export const listMailboxes = query({
  name: 'documents.list-mailboxes',
  summary: 'Mailboxes whose folders feed intake, and how it goes with them.',
  ...change,
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('mailbox'),
        title: z.string(),
        version: z.int(),
        class: z.int(),
        host: z.string(),
        port: z.int(),
        encryption: z.enum(encryptions),
        username: z.string(),
        folder: z.string(),
        withOld: flag(),
        paused: flag(),
        connectedAt: z.string(),
        taken: count(),
        leftOut: count(),
        problem: z.enum(mailboxProblems).nullable(),
        changedAt: z.string().nullable(),
        /** False before it was looked into for the first time. */
        lookedInto: flag(),
        can: z.array(canSchema),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['mailbox'],
  example: {},
})

export const mailboxCommands = [connectMailbox, pauseMailbox, disconnectMailbox, takeInMail, noteMailbox]
export const mailboxQueries = [listMailboxes]
export const mailboxEvents = [mailboxConnected, mailboxPaused, mailboxDisconnected, mailboxFailed, mailboxReached]
