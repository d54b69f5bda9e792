/** What the tests of the desk share: an office with a mailbox, and mails put there as intake would. */
import { createHash } from 'node:crypto'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Principal } from '../../../kernel/authority.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { named } from '../../scheduling/testing.ts'
import { insertRecord, tuesday, type WorkOffice, workOffice } from '../../work/testing.ts'
import { mail } from '../index.ts'
import type { AutomaticKind } from '../contract/shapes.ts'

export { refusalOf, tuesday } from '../../work/testing.ts'

export interface MailOffice extends WorkOffice {
  readonly system: TestPrincipal
  readonly mailboxId: string
  /** A mail that came: its thread, and itself. */
  mail(facts: GivenMail): Promise<{ threadId: string; messageId: string }>
  colleague(name: string, options?: Partial<Omit<Principal, 'id'>>): Promise<TestPrincipal>
}

export interface GivenMail {
  readonly from?: string
  readonly address?: string
  readonly subject?: string
  readonly text?: string
  readonly to?: readonly { name: string; address: string }[]
  readonly cc?: readonly { name: string; address: string }[]
  readonly automatic?: AutomaticKind
  readonly attachments?: number
  /** In a thread that is there. */
  readonly threadId?: string
  readonly mailboxId?: string
}

export const info = 'info@almgrentveit.example'

export async function mailOffice(): Promise<MailOffice> {
  const it = await workOffice([named('directory'), named('notifications'), mail])
  const { office, organisationId } = it
  const run = (text: string, values: unknown[]) => office.superuser.query(text, [organisationId, ...values])
  const mailboxId = await insertRecord(office, organisationId, 'mail-mailbox', 'Info')
  await run(
    `insert into mail.mailbox (organisation_id, id, name, address, kind, way, imap_host, imap_port, imap_encryption, smtp_host,
       smtp_port, smtp_encryption, username, language, connected_at, connected_by)
     values ($1, $2, 'Info', '${info}', 'shared', 'password', 'imap.example.org', 993, 'tls', 'smtp.example.org', 465, 'tls', 'info', 'sv', $3, $4)`,
    [mailboxId, tuesday, it.elin.id],
  )
  const mailOf = async (facts: GivenMail) => {
    const {
      from = 'Anna Nyman',
      address = 'anna@example.org',
      subject = 'Your hours',
      text = 'When are you open?',
    } = facts
    const threadId = facts.threadId ?? (await insertRecord(office, organisationId, 'mail-thread', subject))
    if (!facts.threadId)
      await run(
        `insert into mail.thread (organisation_id, id, mailbox_id, subject, topic, state, from_name, from_address, last_at, last_incoming_at)
         values ($1, $2, $3, $4, lower($4), 'open', $5, $6, $7, $7)`,
        [threadId, facts.mailboxId ?? mailboxId, subject, from, address, tuesday],
      )
    const [fileId, messageId] = [newId(), newId()]
    const digest = createHash('sha256').update(fileId).digest()
    await run(
      `insert into kernel.file (organisation_id, id, digest, size_bytes, media_type, name, stored_at)
       values ($1, $2, $3, 10, 'message/rfc822', 'mail.eml', $4)`,
      [fileId, digest, tuesday],
    )
    const read = {
      to: facts.to ?? [{ name: 'Info', address: info }],
      cc: facts.cc ?? [],
      replyTo: [],
    }
    await run(
      `insert into mail.reading (organisation_id, file_id, parse, facts, text, fresh, reader) values ($1, $2, 'whole', $3, $4, $4, 1)`,
      [fileId, JSON.stringify(read), text],
    )
    await run(
      `insert into mail.message (organisation_id, id, mailbox_id, thread_id, direction, file_id, digest, size_bytes, from_name,
         from_address, subject, at, automatic, attachments)
       values ($1, $2, $3, $4, 'in', $5, $6, 10, $7, $8, $9, $10, $11, $12)`,
      [
        messageId,
        facts.mailboxId ?? mailboxId,
        threadId,
        fileId,
        digest,
        from,
        address,
        subject,
        tuesday,
        facts.automatic ?? null,
        facts.attachments ?? 0,
      ],
    )
    return { threadId, messageId }
  }
  return { ...it, system: { id: systemPrincipalId, organisationId }, mailboxId, mail: mailOf }
}
