import { sql } from 'kysely'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import { picturesIn } from '../../../formats/rich/walk.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
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
  readonly rich: RichDoc | null
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
    rich: row.rich,
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
  readonly for_id: string | null
  readonly for_link: 'verdict' | null
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
  const pictures = row.rich ? picturesIn(row.rich) : []
  const { rows: files } = await sql<{ id: string; digest: string; name: string; media_type: string }>`
    select id, encode(digest, 'hex') as digest, name, media_type from kernel.file
    where organisation_id = ${view.office.id} and id = any(${[...row.attachments.map(one => one.fileId), ...pictures]}::uuid[])`.execute(
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
    rich: row.rich,
    pictures: files
      .filter(file => pictures.includes(file.id))
      .map(file => ({ fileId: file.id, digest: file.digest, name: file.name, mediaType: file.media_type })),
    automatic: row.automatic,
    link: row.for_id && row.for_link ? { id: row.for_id, purpose: row.for_link } : null,
    answers,
    references: answers ? [...(row.answered?.references ?? []).slice(-30), answers] : [],
    files: row.attachments.flatMap(({ fileId, name, mediaType }) => {
      const digest = digests.get(fileId)
      return digest ? [{ digest, name, mediaType }] : []
    }),
    at: row.send_at ?? view.at,
  }
})

/** What the browser shows within a text: never what could run. */
const shownPictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

export const draftPictureBody = implementQuery(c.draftPicture, async (view, { id, fileId }) => {
  const { rows } = await sql<{ rich: RichDoc | null; digest: string; media_type: string; size_bytes: number }>`
    select o.rich, encode(f.digest, 'hex') as digest, f.media_type, f.size_bytes::int as size_bytes from mail.outgoing o
    join (${visibleRecords(view, 'mail-thread').selectAll()}) t on t.id = o.thread_id
    join kernel.file f on f.organisation_id = o.organisation_id and f.id = ${fileId}
    where o.organisation_id = ${view.office.id} and o.id = ${id}
      and (o.author_id = ${view.principal.id} or o.state not in ('draft', 'discarded'))`.execute(view.db())
  const [row] = rows
  if (!row?.rich || !picturesIn(row.rich).includes(fileId) || !shownPictures.includes(row.media_type))
    return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
  return { digest: row.digest, mediaType: row.media_type, sizeBytes: row.size_bytes }
})
