import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { holderOf } from '../commands/holding.ts'
import * as c from '../contract.ts'
import { canAnswer, openUntil } from '../may-write.ts'
import type { ConversationRow, MessageRow } from '../rows.ts'
import { maybeOf } from '../who.ts'
import { numberShown } from '../wires/reading.ts'
import { wireOf } from '../wires/wires.ts'

/** As many as a page shows at once, the newest of them. */
const mostLines = 300

type Found = ConversationRow & {
  readonly wire: c.WireName
  readonly retired_at: Temporal.Instant | null
  readonly channel_title: string
  readonly messages: number
}

async function foundOf(view: View, id: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select c.*, r.title, r.class, r.version::int as version, h.wire, h.retired_at, coalesce(n.title, '') as channel_title, (
      select count(*)::int from channels.message m where m.organisation_id = c.organisation_id and m.conversation_id = c.id) as messages
    from ${visibleRecords(view, 'conversation').selectAll()} r
    join channels.conversation c on c.organisation_id = ${view.office.id} and c.id = r.id
    join channels.channel h on h.organisation_id = c.organisation_id and h.id = c.channel_id
    left join ${visibleRecords(view).selectAll()} n on n.id = c.channel_id
    where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'conversation', id })
}

interface Attached {
  readonly message_id: string
  readonly n: number
  readonly name: string
  readonly media_type: string
  readonly bytes: bigint
  readonly file_id: string | null
  readonly lost: boolean
  readonly document_id: string | null
}

async function linesOf(view: View, id: string) {
  const { rows } = await sql<MessageRow & { fields: c.AnsweredField[] }>`
    select * from (select * from channels.message where organisation_id = ${view.office.id} and conversation_id = ${id}
      order by at desc, id desc limit ${mostLines}) m order by at, id`.execute(view.db())
  const { rows: files } = await sql<Attached>`
    select message_id, n, name, media_type, bytes, file_id, lost, document_id from channels.attachment
    where organisation_id = ${view.office.id} and message_id = any(${rows.map(row => row.id)}::uuid[]) order by n`.execute(
    view.db(),
  )
  return { rows, files: Map.groupBy(files, file => file.message_id) }
}

const fileLine = (file: Attached, isSeen: (id: string | null) => boolean) => ({
  n: file.n,
  name: file.name,
  mediaType: file.media_type,
  bytes: Number(file.bytes),
  state: file.file_id ? ('here' as const) : file.lost ? ('lost' as const) : ('coming' as const),
  documentId: isSeen(file.document_id) ? file.document_id : null,
})

/** What may be done now, as it stands. */
function mayDo(view: View, { id, state, owner_id }: ConversationRow) {
  const isOver = state === 'done' || state === 'unwanted'
  return [
    ...(isOver ? can(view, c.reopenConversation, { id }, { primary: true }) : can(view, c.finishConversation, { id })),
    ...can(view, c.assignConversation, { id, ownerId: owner_id === view.principal.id ? null : view.principal.id }),
    ...(isOver ? [] : can(view, c.setAside, { id })),
  ]
}

export const getConversationBody = implementQuery(c.getConversation, async (view, { id }) => {
  const found = await foundOf(view, id)
  const { rows, files } = await linesOf(view, id)
  const holder = await holderOf(view, id)
  const documents = [...files.values()].flatMap(list => list.map(file => file.document_id))
  const name = naming(
    await namesOf(view, [found.owner_id, found.party_id, holder, ...rows.map(row => row.author_id), ...documents]),
  )
  const until = openUntil(found, found)
  const shut = found.retired_at
    ? 'retired'
    : found.opted_out_at
      ? 'opted-out'
      : canAnswer(found, found)
        ? null
        : 'no-answer'
  const isOurs = found.party_id !== null || found.party_said || found.handle === ''
  return {
    record: {
      id,
      kind: 'conversation',
      title: found.title,
      class: found.class,
      version: found.version,
      state: found.state,
    },
    channel: { id: found.channel_id, kind: found.wire === 'form' ? 'web-form' : 'channel', title: found.channel_title },
    wire: found.wire,
    capabilities: wireOf(found.wire).capabilities,
    handle: found.wire === 'form' ? (found.email ?? '') : found.handle,
    email: found.email,
    number: found.number && numberShown(found.number),
    unanswered: found.unanswered,
    owner: name(found.owner_id),
    party: name(found.party_id),
    maybe: isOurs ? [] : await maybeOf(view, found),
    language: found.language as Language | null,
    snoozedUntil: found.snoozed_until,
    optedOutAt: found.opted_out_at,
    lastInAt: found.last_in_at,
    openUntil: until === 'always' ? null : (until ?? view.at),
    shutBecause: shut,
    holder: name(holder),
    heldByMe: holder === view.principal.id,
    lines: rows.map(row => ({
      id: row.id,
      direction: row.direction,
      state: row.state,
      text: row.text,
      fields: row.fields,
      at: row.at,
      author: name(row.author_id),
      automatic: row.direction === 'out' && row.author_id === null,
      problem: row.problem,
      sendAt: row.state === 'waiting' ? row.send_at : null,
      files: (files.get(row.id) ?? []).map(file => fileLine(file, one => name(one) !== null)),
    })),
    older: found.messages - rows.length,
    can: mayDo(view, found),
  }
})

export const getAttachmentBody = implementQuery(c.getAttachment, async (view, { messageId, n }) => {
  const { rows } = await sql<{
    id: string
    class: number
    name: string
    media_type: string
    size_bytes: bigint
    digest: string
  }>`
    select r.id, r.class, a.name, f.media_type, f.size_bytes, encode(f.digest, 'hex') as digest from channels.attachment a
    join channels.message m on m.organisation_id = a.organisation_id and m.id = a.message_id
    join ${visibleRecords(view, 'conversation').selectAll()} r on r.id = m.conversation_id
    join kernel.file f on f.organisation_id = a.organisation_id and f.id = a.file_id
    where a.organisation_id = ${view.office.id} and a.message_id = ${messageId} and a.n = ${n}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'conversation', id: messageId })
  return {
    record: { id: row.id, class: row.class },
    name: row.name,
    mediaType: row.media_type,
    bytes: Number(row.size_bytes),
    digest: row.digest,
  }
})
