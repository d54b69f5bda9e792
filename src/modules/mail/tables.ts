/** The tables of mail's ground, as migrations/0420-mail.sql makes them. */
import type { Generated } from 'kysely'
import type {
  AutomaticKind,
  ConsentKind,
  FolderRole,
  MailboxKind,
  MailboxWay,
  MailEncryption,
  MailProblem,
  OutgoingState,
  ThreadState,
  WritingWay,
} from './contract/shapes.ts'
import type { DeskTables } from './desk/tables.ts'

type Moment = Temporal.Instant
type Day = Temporal.PlainDate

export interface MailClientTable {
  organisation_id: string
  provider: ConsentKind
  client_id: string
  secret_id: string
  tenant: string | null
}

export interface MailboxTable {
  organisation_id: string
  id: string
  name: string
  address: string
  aliases: Generated<string[]>
  kind: MailboxKind
  owner_id: string | null
  way: MailboxWay
  imap_host: string | null
  imap_port: number | null
  imap_encryption: MailEncryption | null
  smtp_host: string | null
  smtp_port: number | null
  smtp_encryption: MailEncryption | null
  username: string | null
  secret_id: string | null
  since_on: Day | null
  archives: Generated<boolean>
  writes: Generated<WritingWay>
  language: string | null
  answer_hours: number | null
  paused: Generated<boolean>
  connected_at: Moment
  connected_by: string
  ended_at: Generated<Moment | null>
  problem: Generated<MailProblem | null>
  failing_since: Generated<Moment | null>
  told: Generated<boolean>
  in_step_at: Generated<Moment | null>
}

export interface FolderTable {
  organisation_id: string
  id: string
  mailbox_id: string
  path: string
  role: FolderRole
  uid_validity: bigint | null
  last_uid: Generated<bigint>
  mod_seq: bigint | null
  gone: Generated<boolean>
}

export interface ThreadTable {
  organisation_id: string
  id: string
  mailbox_id: string
  subject: string
  topic: string
  state: ThreadState
  owner_id: string | null
  party_id: string | null
  from_name: Generated<string>
  from_address: Generated<string>
  snippet: Generated<string>
  language: string | null
  snoozed_until: Moment | null
  promised_at: Moment | null
  last_at: Moment
  last_incoming_at: Moment | null
  messages: Generated<number>
  unread: Generated<number>
  attachments: Generated<number>
  flagged: Generated<boolean>
  labels: Generated<string[]>
}

export interface ReadingTable {
  organisation_id: string
  file_id: string
  parse: 'whole' | 'partly' | 'kept'
  problem: string | null
  facts: unknown
  text: Generated<string>
  fresh: Generated<string>
  reader: number
}

export interface MessageTable {
  organisation_id: string
  id: string
  mailbox_id: string
  thread_id: string
  direction: 'in' | 'out'
  file_id: string
  digest: Buffer
  size_bytes: number
  message_id: string | null
  from_name: Generated<string>
  from_address: Generated<string>
  subject: string
  at: Moment
  automatic: AutomaticKind | null
  attachments: Generated<number>
  author_id: string | null
  bounces: Generated<unknown>
  bounce_of: string | null
  seen: Generated<boolean>
  answered: Generated<boolean>
  flagged: Generated<boolean>
  folder_id: string | null
  pending: Generated<boolean>
  push_tries: Generated<number>
  push_after: Moment | null
  gone_at: Moment | null
}

export interface PlaceTable {
  organisation_id: string
  folder_id: string
  uid: bigint
  message_id: string
  seen: boolean
  answered: boolean
  flagged: boolean
}

export interface ReferenceTable {
  organisation_id: string
  mailbox_id: string
  named: string
  thread_id: string
}

export interface OutgoingTable {
  organisation_id: string
  id: string
  mailbox_id: string
  thread_id: string
  answers_id: string | null
  author_id: string
  state: OutgoingState
  automatic: Generated<boolean>
  leaves: Generated<'waiting' | 'done' | 'same'>
  message_id: string
  from_name: Generated<string>
  recipients: unknown
  subject: string
  text: Generated<string>
  html: string | null
  rich: unknown
  attachments: Generated<unknown>
  send_at: Moment | null
  tries: Generated<number>
  problem: string | null
  file_id: string | null
  changed_at: Moment
  sent_at: Moment | null
  version: Generated<number>
  for_id: string | null
  for_ref: string | null
  for_link: 'verdict' | null
}

/** Published: by which mailbox a thread came, whether it can be answered from there, and who is writing an answer. */
export interface ThreadFactView {
  organisation_id: string
  thread_id: string
  mailbox_id: string
  mailbox: string
  address: string
  answers: boolean
  holder_id: string | null
  held_until: Moment | null
}

/** Published: mails that came into the office's shared mailboxes, where their bytes lie and what is attached to them. */
export interface MessageFactView {
  organisation_id: string
  message_id: string
  thread_id: string
  mailbox_id: string
  digest: Buffer
  size_bytes: number
  at: Moment
  attachments: unknown
}

export interface MailTables extends DeskTables {
  'mail.client': MailClientTable
  'mail.mailbox': MailboxTable
  'mail.folder': FolderTable
  'mail.thread': ThreadTable
  'mail.reading': ReadingTable
  'mail.message': MessageTable
  'mail.place': PlaceTable
  'mail.reference': ReferenceTable
  'mail.outgoing': OutgoingTable
  'mail.thread_fact': ThreadFactView
  'mail.message_fact': MessageFactView
}
