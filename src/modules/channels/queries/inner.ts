/** What Kontor's own jobs ask; whoever else does is told that there is nothing. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import type { MessageRow } from '../rows.ts'

type Found = MessageRow & {
  readonly handle: string
  readonly email: string | null
  readonly name: string
  readonly title: string
  readonly language: Language | null
  readonly wire: c.WireName
  readonly author: string | null
  readonly follows: string | null
}

async function foundOf(view: View, id: string): Promise<Found> {
  const nothing = () => view.refuse(kernelRefusals.notFound, { kind: 'conversation', id })
  if (view.principal.kind !== 'system') return nothing()
  const { rows } = await sql<Found>`
    select m.*, c.handle, c.email, c.name, r.title, c.language, h.wire, (
      select p.title from kernel.record p where p.organisation_id = m.organisation_id and p.id = m.author_id) as author, (
      select o.id from channels.message o where o.organisation_id = m.organisation_id and o.conversation_id = m.conversation_id
        and o.direction = 'out' and o.state in ('given', 'delivered', 'seen') and o.id <> m.id and o.at <= m.at order by o.at limit 1) as follows
    from channels.message m
    join channels.conversation c on c.organisation_id = m.organisation_id and c.id = m.conversation_id
    join channels.channel h on h.organisation_id = m.organisation_id and h.id = m.channel_id
    join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where m.organisation_id = ${view.office.id} and m.id = ${id}`.execute(view.db())
  return rows[0] ?? nothing()
}

export const messageToSendBody = implementQuery(c.messageToSend, async (view, { id }) => {
  const found = await foundOf(view, id)
  const { rows } = await sql<{ name: string; media_type: string; digest: Buffer }>`
    select a.name, f.media_type, f.digest from channels.attachment a
    join kernel.file f on f.organisation_id = a.organisation_id and f.id = a.file_id
    where a.organisation_id = ${view.office.id} and a.message_id = ${id} order by a.n limit 1`.execute(view.db())
  const file = found.direction === 'out' ? rows[0] : undefined
  const isDue = found.state === 'waiting' && Temporal.Instant.compare(found.send_at!, view.at) <= 0
  return {
    // One that was begun and never ended is looked at too, so that somebody is asked about it.
    due: found.direction === 'out' && (isDue || found.state === 'sending'),
    channelId: found.channel_id,
    to: found.wire === 'form' ? (found.email ?? '') : found.handle,
    name: found.name || found.title,
    text: found.text,
    template: found.template as { name: string; language: string } | null,
    language: found.language,
    author: found.author,
    follows: found.follows,
    file: file ? { name: file.name, mediaType: file.media_type, digest: file.digest.toString('hex') } : null,
  }
})

export const filesToFetchBody = implementQuery(c.filesToFetch, async (view, { id }) => {
  const found = await foundOf(view, id)
  const { rows } = await sql<{ n: number; name: string; mediaType: string; ref: string }>`
    select n, name, media_type as "mediaType", ref from channels.attachment
    where organisation_id = ${view.office.id} and message_id = ${id} and ref is not null and file_id is null and not lost order by n`.execute(
    view.db(),
  )
  return { channelId: found.channel_id, files: rows }
})
