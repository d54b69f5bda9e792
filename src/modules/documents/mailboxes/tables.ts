/** The tables of mailboxes, as migration 0153 makes them. */
import type { Generated } from 'kysely'
import type { encryptions, MailboxProblem } from '../contract/mailboxes.ts'

export interface MailboxTable {
  organisation_id: string
  id: string
  name: string
  host: string
  port: number
  encryption: (typeof encryptions)[number]
  username: string
  secret_id: string | null
  folder: string
  with_old: boolean
  paused: Generated<boolean>
  ended_at: Temporal.Instant | null
  connected_at: Temporal.Instant
  connected_by: string
  uid_validity: bigint | null
  last_uid: Generated<bigint>
  taken: Generated<number>
  left_out: Generated<number>
  problem: MailboxProblem | null
  changed_at: Temporal.Instant | null
  failing_since: Temporal.Instant | null
}

export interface MailboxTables {
  'documents.mailbox': MailboxTable
  'documents.mailbox_mail': {
    organisation_id: string
    mailbox_id: string
    mark: Buffer
    digest: Buffer | null
    entry: Generated<bigint>
  }
}
