import { query } from '../../../kernel/declare.ts'
import { richText } from '../../../formats/rich/schema.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { can, head, list, named } from '../../../kernel/shapes.ts'
import {
  attachmentLine,
  consentKinds,
  exampleFile,
  exampleMessage,
  exampleOutgoing,
  exampleThread,
  folderRoles,
  mailboxKinds,
  mailboxWays,
  mailEncryptions,
  mailLanguage,
  mailProblems,
  messageLine,
  outgoingLine,
  parseStates,
  recipient,
  threadBoxes,
  threadLine,
  threadStates,
  writingWays,
  writtenAddress,
} from './shapes.ts'

export const listMailboxes = query({
  name: 'mail.list-mailboxes',
  summary: 'Mailboxes one may read, how much waits in each, and how it goes.',
  permission: 'mail.read-mail',
  input: z.strictObject({}),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      version: z.int(),
      class: z.int(),
      address: z.string(),
      aliases: z.array(z.string()),
      kind: choice(mailboxKinds),
      owner: named.nullable(),
      readers: z.array(named),
      language: mailLanguage().nullable(),
      answerHours: z.int().nullable(),
      archives: flag(),
      writes: choice(writingWays),
      way: choice(mailboxWays),
      imapHost: z.string().nullable(),
      imapPort: z.int().nullable(),
      imapEncryption: choice(mailEncryptions).nullable(),
      smtpHost: z.string().nullable(),
      smtpPort: z.int().nullable(),
      smtpEncryption: choice(mailEncryptions).nullable(),
      username: z.string().nullable(),
      paused: flag(),
      connectedAt: instant(),
      problem: choice(mailProblems).nullable(),
      inStepAt: instant().nullable(),
      /** Threads that are open, and of these: nobody's. */
      open: count(),
      unassigned: count(),
      can,
    }),
  ),
  kinds: ['mail-mailbox', 'mail-thread'],
  example: {},
})

export const listFolders = query({
  name: 'mail.list-folders',
  summary: 'The folders of the mailboxes one may read, as their servers have them.',
  permission: 'mail.read-mail',
  input: z.strictObject({ mailboxId: id('mail-mailbox').optional(), text: text(200).optional(), ...slice }),
  output: list(z.strictObject({ id: z.uuid(), title: z.string(), role: choice(folderRoles), mailbox: named })),
  kinds: ['mail-mailbox'],
  tool: false,
  example: {},
})

export const listMailClients = query({
  name: 'mail.list-clients',
  summary: 'Of which services this Kontor is known to, so that mailboxes there can be connected by consent.',
  permission: 'mail.manage-mailboxes',
  tool: false,
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ provider: choice(consentKinds), clientId: z.string(), tenant: z.string().nullable() }),
    ),
  }),
  kinds: ['mail-mailbox'],
  example: {},
})

export const listThreads = query({
  name: 'mail.list-threads',
  summary:
    'Threads of mail in the mailboxes one may read: open, mine, nobody’s, waiting, done; found by their words, by who wrote or was written to, by day (the newest 500). Counted up to 2,000.',
  permission: 'mail.read-mail',
  input: z.strictObject({
    box: choice(threadBoxes).default('open'),
    mailboxId: id('mail-mailbox').optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    partyId: id().optional(),
    label: text(60).optional(),
    unread: flag().optional(),
    flagged: flag().optional(),
    attachments: flag().optional(),
    text: text(200).optional(),
    /** Words of the name or address of somebody who wrote in it, or was written to. */
    from: text(100).optional(),
    to: text(100).optional(),
    /** The last mail came before this day; on it or later. */
    before: day().optional(),
    since: day().optional(),
    ...slice,
  }),
  output: list(threadLine),
  kinds: ['mail-thread', 'mail-mailbox'],
  example: {},
})

export const getThread = query({
  name: 'mail.get-thread',
  summary: 'One thread: its mails with their text and attachments, what is being written, who it is from.',
  permission: 'mail.read-mail',
  input: z.strictObject({ id: id('mail-thread') }),
  output: z.strictObject({
    record: head(threadStates),
    ...threadLine.omit({ id: true, version: true, state: true, drafts: true }).shape,
    address: z.string(),
    lines: z.array(messageLine),
    /** One's own, and what waits to go out or did not. */
    outgoing: z.array(outgoingLine),
    /** Others who are writing in it. */
    writing: z.array(named),
    can,
  }),
  kinds: ['mail-thread', 'mail-mailbox'],
  example: { id: exampleThread },
})

/** Where the bytes of a mail lie, for the pages that show them. */
export const getMessage = query({
  name: 'mail.get-message',
  summary: 'One mail: its original, how it was read, and what is attached.',
  permission: 'mail.read-mail',
  tool: false,
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({
    record: z.strictObject({ id: z.uuid(), class: z.int() }),
    threadId: z.uuid(),
    digest: z.string(),
    sizeBytes: count(),
    subject: z.string(),
    from: writtenAddress,
    parse: choice(parseStates),
    attachments: z.array(attachmentLine),
  }),
  kinds: ['mail-thread'],
  example: { id: exampleMessage },
})

/** What the sending job needs: asked by Kontor itself. */
export const mailToSend = query({
  name: 'mail.to-send',
  summary: 'A mail that is due to go out, and how its server is reached.',
  permission: 'mail.manage-mailboxes',
  tool: false,
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({
    due: flag(),
    mailboxId: z.uuid(),
    messageId: z.string(),
    from: writtenAddress,
    to: z.array(recipient),
    cc: z.array(recipient),
    bcc: z.array(recipient),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    rich: richText().nullable(),
    /** Pictures within the text. */
    pictures: z.array(
      z.strictObject({ fileId: z.uuid(), digest: z.string(), name: z.string(), mediaType: z.string() }),
    ),
    automatic: flag(),
    /** The record whose link stands in the text by its mark, and what for. */
    link: z.strictObject({ id: z.uuid(), purpose: choice(['verdict']) }).nullable(),
    answers: z.string().nullable(),
    references: z.array(z.string()),
    files: z.array(z.strictObject({ digest: z.string(), name: z.string(), mediaType: z.string() })),
    at: instant(),
  }),
  kinds: ['mail-thread'],
  example: { id: exampleOutgoing },
})

/** Where the bytes of a picture lie that stands in a draft, for the page that shows it. */
export const draftPicture = query({
  name: 'mail.draft-picture',
  summary: 'A picture within the text of what somebody is writing.',
  permission: 'mail.read-mail',
  tool: false,
  input: z.strictObject({ id: z.uuid(), fileId: z.uuid() }),
  output: z.strictObject({ digest: z.string(), mediaType: z.string(), sizeBytes: count() }),
  kinds: ['mail-thread'],
  example: { id: exampleOutgoing, fileId: exampleFile },
})

export const whoWrites = query({
  name: 'mail.who-writes',
  summary: 'Whom of the directory mail addresses belong to.',
  permission: 'mail.read-mail',
  input: z.strictObject({ addresses: z.array(z.email().max(254)).min(1).max(500) }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ address: z.string(), party: named, language: z.string().nullable() })),
  }),
  kinds: ['person', 'organisation'],
  example: { addresses: ['karin@example.org'] },
})

export const mailQueries = [
  listMailboxes,
  listFolders,
  listMailClients,
  listThreads,
  getThread,
  getMessage,
  mailToSend,
  draftPicture,
  whoWrites,
]
