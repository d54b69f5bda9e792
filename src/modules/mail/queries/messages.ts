import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { AutomaticKind } from '../contract/shapes.ts'
import type { MailFacts } from '../reading/types.ts'

interface MessageRow {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly at: Temporal.Instant
  readonly subject: string
  readonly automatic: AutomaticKind | null
  readonly author_id: string | null
  readonly bounces: { address: string; because: string; at: string; final: boolean }[]
  readonly bounce_of: string | null
  readonly seen: boolean
  readonly answered: boolean
  readonly flagged: boolean
  readonly gone_at: Temporal.Instant | null
  readonly facts: MailFacts
  readonly text: string
  readonly parse: 'whole' | 'partly' | 'kept'
}

/** Of a thread so many mails are shown, the newest; of a mail so many characters. */
const mostMails = 300
const mostText = 100_000

export async function messagesOf(view: View, threadId: string) {
  const { rows } = await sql<MessageRow>`
    select * from (
      select m.id, m.direction, m.at, m.subject, m.automatic, m.author_id, m.bounces, m.bounce_of, m.seen, m.answered, m.flagged, m.gone_at,
        r.facts, left(r.text, ${mostText}) as text, r.parse
      from mail.message m join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
      where m.organisation_id = ${view.office.id} and m.thread_id = ${threadId} order by m.at desc, m.id desc limit ${mostMails}) l
    order by at, id`.execute(view.db())
  const who = naming(
    await namesOf(
      view,
      rows.map(row => row.author_id),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    direction: row.direction,
    from: row.facts.from,
    to: [...row.facts.to],
    cc: [...row.facts.cc],
    bcc: [...row.facts.bcc],
    replyTo: [...row.facts.replyTo],
    subject: row.subject,
    at: row.at,
    text: row.text,
    quotedFrom: Math.min(row.facts.quotedFrom, row.text.length),
    hasHtml: row.facts.hasHtml,
    hasRemote: row.facts.hasRemote,
    attachments: [...row.facts.attachments],
    parse: row.parse,
    protection: row.facts.protection ?? null,
    automatic: row.automatic,
    author: who(row.author_id),
    bounces: row.bounces.map(one => ({ ...one, at: Temporal.Instant.from(one.at) })),
    bounceOf: row.bounce_of,
    seen: row.seen,
    answered: row.answered,
    flagged: row.flagged,
    gone: row.gone_at !== null,
  }))
}

export const getMessageBody = implementQuery(c.getMessage, async (view, { id }) => {
  const { rows } = await sql<{
    thread_id: string
    class: number
    digest: string
    size_bytes: number
    subject: string
    parse: 'whole' | 'partly' | 'kept'
    facts: MailFacts
  }>`
    select m.thread_id, t.class, encode(m.digest, 'hex') as digest, m.size_bytes, m.subject, r.parse, r.facts from mail.message m
    join (${visibleRecords(view, 'mail-thread').selectAll()}) t on t.id = m.thread_id
    join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
    where m.organisation_id = ${view.office.id} and m.id = ${id}`.execute(view.db())
  const [row] = rows
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
  return {
    record: { id: row.thread_id, class: row.class },
    threadId: row.thread_id,
    digest: row.digest,
    sizeBytes: row.size_bytes,
    subject: row.subject,
    from: row.facts.from,
    parse: row.parse,
    attachments: [...row.facts.attachments],
  }
})
