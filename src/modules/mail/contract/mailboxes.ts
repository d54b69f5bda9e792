import { command } from '../../../kernel/declare.ts'
import { choice, day, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  consentKinds,
  exampleMailbox,
  exampleRequest,
  folderRoles,
  mailboxKinds,
  mailboxWays,
  mailEncryptions,
  mailLanguage,
  mailProblems,
  writingWays,
} from './shapes.ts'

const setup = { permission: 'mail.manage-mailboxes', tool: false } as const
/** Kontor's own steps. */
const inner = { permission: 'mail.manage-mailboxes', door: 'none', tool: false } as const
const ofMailbox = { kinds: ['mail-mailbox'], subject: 'id' } as const
const one = { id: id('mail-mailbox', { hidden: true }), expectedVersion: expectedVersion() }
const host = () => text(253)
const port = () => z.int().min(1).max(65535)

/** What one may change of a mailbox without signing in anew. */
const facts = {
  name: text(100),
  kind: choice(mailboxKinds),
  /** Whose it is, where it is not the office's. */
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  /** People and roles that read and answer it; nobody named: everybody who may read mail. */
  readerIds: z
    .array(id('principal', { control: 'person' }))
    .max(200)
    .optional(),
  aliases: z.array(z.email().max(254)).max(50).optional().meta({ folded: true }),
  language: mailLanguage().nullable().optional().meta({ folded: true }),
  /** Answers are promised within so many hours. */
  answerHours: z.int().min(1).max(720).nullable().optional().meta({ folded: true }),
  archives: flag({ folded: true }).optional(),
  /** How one begins to write from it. */
  writes: choice(writingWays, { folded: true }).optional(),
}

export const connectMail = command({
  name: 'mail.connect-mailbox',
  summary: 'Connects a mailbox that people answer here; its password was sealed before and stands in no journal.',
  ...setup,
  input: z.strictObject({
    ...facts,
    address: z.email().max(254),
    way: choice(mailboxWays),
    imapHost: host().optional(),
    imapPort: port().optional(),
    imapEncryption: choice(mailEncryptions).optional(),
    smtpHost: host().optional(),
    smtpPort: port().optional(),
    smtpEncryption: choice(mailEncryptions).optional(),
    username: text(320).optional(),
    /** Older mails stay where they are. */
    sinceOn: day().optional(),
    /** `sealSecret` gave it; none where no server stands behind it. */
    secretId: z.uuid().optional().meta({ hidden: true }),
    /** A mailbox that is signed in to anew. */
    replacesId: id('mail-mailbox', { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.mailboxConnectedEvent],
  refusals: [
    r.mailboxOver,
    r.addressTaken,
    r.ownerMissing,
    r.reachMissing,
    r.mailClientMissing,
    r.mailConsentOver,
    ...Object.values(r.mailRefusals),
  ],
  kinds: ['mail-mailbox'],
  example: { name: 'Info', address: 'info@example.org', kind: 'shared', way: 'none' },
})

export const changeMailbox = command({
  name: 'mail.change-mailbox',
  summary: 'Changes what a mailbox is called, who reads and answers it, and what is promised to those who write.',
  ...setup,
  input: z.strictObject({ ...one, ...z.strictObject(facts).partial().shape }),
  output: changed,
  emits: [e.mailboxChangedEvent],
  refusals: [r.mailboxOver, r.ownerMissing],
  ...ofMailbox,
  example: { id: exampleMailbox, name: 'Information' },
})

export const pauseMail = command({
  name: 'mail.pause-mailbox',
  summary: 'Stops keeping a mailbox in step with its server, or goes on.',
  ...setup,
  input: z.strictObject({ ...one, paused: flag() }),
  output: changed,
  emits: [e.mailboxPausedEvent],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  undoable: true,
  example: { id: exampleMailbox, paused: true },
})

export const disconnectMail = command({
  name: 'mail.disconnect-mailbox',
  summary: 'Ends the connection to a mailbox and forgets its password; the mails that came stay.',
  ...setup,
  input: z.strictObject(one),
  output: changed,
  emits: [e.mailboxEndedEvent],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: { id: exampleMailbox },
})

export const setMailClient = command({
  name: 'mail.set-client',
  summary: 'Keeps what this Kontor is known by to Google or Microsoft for mail; its secret was sealed before.',
  ...setup,
  input: z.strictObject({
    provider: choice(consentKinds),
    clientId: text(300),
    tenant: text(200).optional(),
    secretId: z.uuid().meta({ hidden: true }),
  }),
  output: z.strictObject({}),
  emits: [e.clientKept],
  refusals: [r.mailClientMissing],
  kinds: ['mail-mailbox'],
  example: { provider: 'google', clientId: '1234.apps.example.com', secretId: exampleRequest },
})

export const forgetMailClient = command({
  name: 'mail.forget-client',
  summary: 'Forgets what this Kontor is known by to Google or Microsoft for mail.',
  ...setup,
  input: z.strictObject({ provider: choice(consentKinds) }),
  output: z.strictObject({}),
  emits: [e.clientDropped],
  refusals: [r.mailClientMissing],
  kinds: ['mail-mailbox'],
  example: { provider: 'google' },
})

export const renewMailbox = command({
  name: 'mail.renew-mailbox',
  summary: 'Keeps what a mailbox gave anew to come in with.',
  ...inner,
  input: z.strictObject({ id: id('mail-mailbox'), secretId: z.uuid() }),
  output: z.strictObject({}),
  emits: [e.mailboxReachedEvent],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: { id: exampleMailbox, secretId: exampleRequest },
})

export const noteMail = command({
  name: 'mail.note-mailbox',
  summary: 'Notes whether a mailbox could be reached, and which folders it has.',
  ...inner,
  input: z.strictObject({
    id: id('mail-mailbox'),
    problem: choice(mailProblems).nullable().optional(),
    /** Long enough to be told to people. */
    tell: flag().default(false),
    folders: z
      .array(z.strictObject({ path: z.string().min(1).max(1000), role: choice(folderRoles) }))
      .max(2000)
      .optional(),
  }),
  output: z.strictObject({}),
  emits: [e.mailboxFailedEvent, e.mailboxReachedEvent],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: { id: exampleMailbox, problem: null },
})

export const mailboxCommands = [
  connectMail,
  changeMailbox,
  pauseMail,
  disconnectMail,
  setMailClient,
  forgetMailClient,
  renewMailbox,
  noteMail,
]
