/** Words that commands and queries of mail share. */
import { richText } from '../../../formats/rich/schema.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, flag, instant, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export const mailboxKinds = ['shared', 'delegated', 'own'] as const
export type MailboxKind = (typeof mailboxKinds)[number]

/** How one comes into a mailbox; `none`: no server stands behind it. */
export const mailboxWays = ['password', 'google', 'microsoft', 'none'] as const
export type MailboxWay = (typeof mailboxWays)[number]
export const consentKinds = ['google', 'microsoft'] as const
export type ConsentKind = (typeof consentKinds)[number]

export const mailEncryptions = ['tls', 'starttls', 'none'] as const
export type MailEncryption = (typeof mailEncryptions)[number]

/** `draft`: begun here and not sent; `noise`: newsletters and the like; `trash`: thrown away, there too. */
export const threadStates = ['open', 'waiting', 'snoozed', 'done', 'noise', 'trash', 'draft'] as const
export type ThreadState = (typeof threadStates)[number]

export const threadBoxes = [
  'open',
  'mine',
  'unassigned',
  'waiting',
  'snoozed',
  'done',
  'noise',
  'trash',
  'sent',
  'drafts',
  'all',
] as const
export type ThreadBox = (typeof threadBoxes)[number]

/** What a folder is for (RFC 6154). */
export const folderRoles = ['inbox', 'sent', 'archive', 'trash', 'junk', 'drafts', 'all', 'other'] as const
export type FolderRole = (typeof folderRoles)[number]
export const moveTargets = ['inbox', 'archive', 'junk', 'trash'] as const

/** Mail by machines: answers (RFC 3834), to many, not delivered (RFC 3464). */
export const automaticKinds = ['reply', 'generated', 'bulk', 'list', 'bounce'] as const
export type AutomaticKind = (typeof automaticKinds)[number]

/** `kept`: the bytes are here and nothing could be read of them. */
export const parseStates = ['whole', 'partly', 'kept'] as const

/** How its sender sealed a mail. Nothing of it is checked here, and nothing decrypted. */
export const mailProtections = ['smime-signed', 'smime-encrypted', 'openpgp-signed', 'openpgp-encrypted'] as const
export type MailProtection = (typeof mailProtections)[number]

export const outgoingStates = ['draft', 'waiting', 'sending', 'sent', 'failed', 'doubtful', 'discarded'] as const
export type OutgoingState = (typeof outgoingStates)[number]
/** What becomes of a thread once the answer is sent. */
export const afterSending = ['waiting', 'done', 'same'] as const

export const mailProblems = [
  'sign-in-refused',
  'folder-missing',
  'unreachable',
  'host-unknown',
  'not-encrypted',
  'certificate',
  'broken',
] as const
export type MailProblem = (typeof mailProblems)[number]

/** How one begins to write from a mailbox: plain text, or text with its shape. */
export const writingWays = ['plain', 'rich'] as const
export type WritingWay = (typeof writingWays)[number]

/** Seconds in which what is sent can be taken back, where nobody says otherwise. */
export const undoSeconds = 10

export const exampleMailbox = '019aa000-0000-7000-8000-0000000000c1'
export const exampleThread = '019aa000-0000-7000-8000-0000000000c2'
export const exampleMessage = '019aa000-0000-7000-8000-0000000000c3'
export const exampleOutgoing = '019aa000-0000-7000-8000-0000000000c4'
export const exampleFolder = '019aa000-0000-7000-8000-0000000000c5'
export const exampleFile = '019aa000-0000-7000-8000-0000000000c6'
export const examplePerson = '019aa000-0000-7000-8000-0000000000c7'
export const exampleRequest = '019aa000-0000-7000-8000-0000000000c8'

export const mailLanguage = () => choice(languages, { control: 'language' })

/** As it stands in a mail that came: a stranger wrote it. */
export const writtenAddress = z.strictObject({ name: z.string(), address: z.string() })
/** As one writes to it. */
export const recipient = z.strictObject({ name: z.string().trim().max(200).default(''), address: z.email().max(254) })
export type Recipient = z.output<typeof recipient>

export const attachmentLine = z.strictObject({
  /** Its number among the parts of the mail; `/api/mail/messages/:id/parts/:part` gives its bytes. */
  part: z.int(),
  name: z.string(),
  mediaType: z.string(),
  bytes: count(),
  /** Shown within the text. */
  inline: flag(),
})
export type AttachmentLine = z.output<typeof attachmentLine>

export const bounceLine = z.strictObject({
  address: z.string(),
  because: z.string(),
  at: instant(),
  /** It is not tried again. */
  final: flag(),
})

export const threadLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  subject: z.string(),
  mailbox: named,
  from: writtenAddress,
  snippet: z.string(),
  owner: named.nullable(),
  party: named.nullable(),
  state: choice(threadStates),
  snoozedUntil: instant().nullable(),
  promisedAt: instant().nullable(),
  lastAt: instant(),
  unread: count(),
  messages: count(),
  attachments: count(),
  flagged: flag(),
  labels: z.array(z.string()),
  language: choice(languages).nullable(),
  /** Somebody has begun to write an answer: who. */
  drafts: z.array(named),
})

export const messageLine = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['in', 'out']),
  from: writtenAddress,
  to: z.array(writtenAddress),
  cc: z.array(writtenAddress),
  bcc: z.array(writtenAddress),
  replyTo: z.array(writtenAddress),
  subject: z.string(),
  at: instant(),
  /** Readable text, with what it quotes. */
  text: z.string(),
  /** Where what it quotes begins in `text`; its length where nothing is quoted. */
  quotedFrom: z.int(),
  /** `/api/mail/messages/:id/html` shows it, sanitised; `?remote=yes` with pictures from outside. */
  hasHtml: flag(),
  hasRemote: flag(),
  attachments: z.array(attachmentLine),
  parse: choice(parseStates),
  protection: choice(mailProtections).nullable(),
  automatic: choice(automaticKinds).nullable(),
  /** Sent by us: who wrote it. */
  author: named.nullable(),
  bounces: z.array(bounceLine),
  /** Not delivered: the mail of ours that it is about. */
  bounceOf: z.uuid().nullable(),
  seen: flag(),
  answered: flag(),
  flagged: flag(),
  gone: flag(),
})

export const outgoingAttachment = z.strictObject({
  fileId: z.uuid(),
  name: text(255),
  mediaType: text(200),
  bytes: count(),
})

export const outgoingLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  state: choice(outgoingStates),
  author: named,
  answersId: z.uuid().nullable(),
  to: z.array(recipient),
  cc: z.array(recipient),
  bcc: z.array(recipient),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  /** As the editor has it, where it is more than plain text. */
  rich: richText().nullable(),
  attachments: z.array(outgoingAttachment),
  leaves: choice(afterSending),
  sendAt: instant().nullable(),
  problem: z.string().nullable(),
  changedAt: instant(),
})
