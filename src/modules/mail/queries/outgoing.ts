import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import type { OutgoingState, Recipient } from '../contract/shapes.ts'
import type { MailFacts } from '../reading/types.ts'

export interface Recipients {
  readonly to: Recipient[]
  readonly cc: Recipient[]
  readonly bcc: Recipient[]
}

export interface OutgoingFile {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

interface OutgoingRow {
  readonly id: string
  readonly version: number
  readonly state: OutgoingState
  readonly author_id: string
  readonly answers_id: string | null
  readonly recipients: Recipients
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly attachments: OutgoingFile[]
  readonly leaves: 'waiting' | 'done' | 'same'
  readonly send_at: Temporal.Instant | null
  readonly problem: string | null
  readonly changed_at: Temporal.Instant
}

/** One's own drafts, and whatever of anybody's waits to go out or could not. */
export async function outgoingOf(view: View, threadId: string) {
  const { rows } = await sql<OutgoingRow>`
    select * from mail.outgoing where organisation_id = ${view.office.id} and thread_id = ${threadId}
      and (state in ('waiting', 'sending', 'failed', 'doubtful') or state = 'draft' and author_id = ${view.principal.id})
    order by changed_at, id`.execute(view.db())
  const who = naming(
    await namesOf(
      view,
      rows.map(row => row.author_id),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    state: row.state,
    author: who(row.author_id) ?? { id: row.author_id, kind: 'principal', title: '' },
    answersId: row.answers_id,
    ...row.recipients,
    subject: row.subject,
    text: row.text,
    html: row.html,
    attachments: row.attachments,
    leaves: row.leaves,
    sendAt: row.send_at,
    problem: row.problem,
    changedAt: row.changed_at,
  }))
}

interface ToSendRow extends OutgoingRow {
  readonly mailbox_id: string
  readonly automatic: boolean
  readonly message_id: string
  readonly from_name: string
  readonly address: string
  readonly answered: MailFacts | null
}

export const mailToSendBody = implementQuery(c.mailToSend, async (view, { id }) => {
  // Kontor's own job alone: whose mail it is was asked when it was sent.
  if (view.principal.kind !== 'system') return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
  const { rows } = await sql<ToSendRow>`
    select o.*, b.address, r.facts as answered from mail.outgoing o
    join mail.mailbox b on b.organisation_id = o.organisation_id and b.id = o.mailbox_id
    left join mail.message a on a.organisation_id = o.organisation_id and a.id = o.answers_id
    left join mail.reading r on r.organisation_id = a.organisation_id and r.file_id = a.file_id
    where o.organisation_id = ${view.office.id} and o.id = ${id}`.execute(view.db())
  const [row] = rows
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
  const { rows: files } = await sql<{ id: string; digest: string }>`
    select id, encode(digest, 'hex') as digest from kernel.file
    where organisation_id = ${view.office.id} and id = any(${row.attachments.map(one => one.fileId)}::uuid[])`.execute(
    view.db(),
  )
  const digests = new Map(files.map(file => [file.id, file.digest]))
  const answers = row.answered?.messageId ?? null
  return {
    due: (row.state === 'waiting' || row.state === 'sending') && Temporal.Instant.compare(row.send_at!, view.at) <= 0,
    mailboxId: row.mailbox_id,
    messageId: row.message_id,
    from: { name: row.from_name, address: row.address },
    ...row.recipients,
    subject: row.subject,
    text: row.text,
    html: row.html,
    automatic: row.automatic,
    answers,
    references: answers ? [...(row.answered?.references ?? []).slice(-30), answers] : [],
    files: row.attachments.flatMap(({ fileId, name, mediaType }) => {
      const digest = digests.get(fileId)
      return digest ? [{ digest, name, mediaType }] : []
    }),
    at: row.send_at ?? view.at,
  }
})
