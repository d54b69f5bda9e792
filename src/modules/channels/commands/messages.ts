import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { segmentsOf } from '../contract/segments.ts'
import { type ChannelRow, channelOf, conversationOf, type ConversationRow, messageIn } from '../rows.ts'
import { searchConversation, snippetOf } from '../standing.ts'
import { canAnswer, openUntil } from '../may-write.ts'
import { partyOf } from '../who.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { fileNameOf, numberShown } from '../wires/reading.ts'
import { mostCaption, mostFileBytes } from '../wires/wire.ts'
import { wireOf } from '../wires/wires.ts'
import { release, requireFree } from './holding.ts'

interface Written {
  readonly text: string
  readonly template?: { readonly name: string; readonly language: string } | undefined
  readonly leaves: (typeof c.afterSending)[number]
  readonly fileId?: string | undefined
  readonly fileName?: string | undefined
}

interface Attached {
  readonly fileId: string
  readonly name: string
  readonly size_bytes: bigint
  readonly media_type: string
}

/** The file that goes along, if it may: what the channel does not take is said before anything leaves. */
async function attachedOf(act: Act, channel: ChannelRow, { fileId, fileName, text, template }: Written) {
  if (!fileId) return null
  if (template || !wireOf(channel.wire).capabilities.sendsFiles) return act.refuse(c.noFilesThere)
  if (text.length > mostCaption) act.refuse(c.messageTooLong, { most: mostCaption })
  const { rows } = await sql<Attached>`
    select id as "fileId", name, size_bytes, media_type from kernel.file
    where organisation_id = ${act.office.id} and id = ${fileId}`.execute(act.db())
  const file = rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'conversation', id: fileId })
  const name = fileNameOf(fileName ?? file.name ?? 'file')
  if (Number(file.size_bytes) > mostFileBytes)
    act.refuse(c.fileTooLargeThere, { name, most: mostFileBytes / 1024 / 1024 })
  return { ...file, name }
}

/** Why it would not arrive, or must not be sent, is said before it is tried. */
function requireWritable(act: Act, channel: ChannelRow, conversation: ConversationRow, { text, template }: Written) {
  const { capabilities } = wireOf(channel.wire)
  if (channel.retired_at) act.refuse(c.channelRetired, { title: channel.title })
  if (conversation.opted_out_at) act.refuse(c.optedOut)
  if (!canAnswer(channel, conversation)) act.refuse(c.noAnswerThere)
  if (template && !capabilities.templates) act.refuse(c.noTemplates)
  const until = openUntil(channel, conversation)
  if (!template && until !== 'always' && (until === null || Temporal.Instant.compare(until, act.at) <= 0))
    act.refuse(c.windowOver, { hours: capabilities.windowHours ?? 0 })
  const isLong = capabilities.segments
    ? segmentsOf(text).segments > c.mostSegments
    : text.length > capabilities.mostLetters
  if (isLong) act.refuse(c.messageTooLong, { most: capabilities.mostLetters })
}

async function queue(act: Act, channel: ChannelRow, conversation: ConversationRow, written: Written) {
  const attached = await attachedOf(act, channel, written)
  const { text, template, leaves } = written
  const messageId = act.newId()
  const sendAt = act.at.add({ seconds: c.recallSeconds })
  act.write(sql`
    insert into channels.message (organisation_id, id, conversation_id, channel_id, direction, state, text, template, author_id, at, send_at, leaves)
    values (${act.office.id}, ${messageId}, ${conversation.id}, ${channel.id}, 'out', 'waiting', ${text},
      ${template ? JSON.stringify(template) : null}::jsonb, ${act.principal.id}, ${act.at}, ${sendAt}, ${leaves})`)
  if (attached)
    act.write(sql`
      insert into channels.attachment (organisation_id, message_id, n, name, media_type, bytes, file_id)
      values (${act.office.id}, ${messageId}, 0, ${attached.name}, ${attached.media_type.slice(0, 120)}, ${attached.size_bytes}, ${attached.fileId})`)
  const state = leaves === 'same' ? sql`case when state = 'snoozed' then 'open' else state end` : sql`${leaves}`
  act.write(sql`
    update channels.conversation set unanswered = false, snippet = ${snippetOf(text)}, last_at = ${act.at},
      owner_id = coalesce(owner_id, ${act.principal.id}::uuid), state = ${state}, snoozed_until = null
    where organisation_id = ${act.office.id} and id = ${conversation.id}`)
  release(act, conversation.id)
  act.enqueue(c.sendJob, { id: messageId }, { startAfter: sendAt })
  await searchConversation(act, conversation.id)
  const told = { id: conversation.id, title: conversation.title, channel: channel.title }
  act.emit(c.messageQueued, told, conversation.party_id ? [conversation.id, conversation.party_id] : [conversation.id])
  const output = { id: conversation.id, messageId }
  return { output, undo: { command: c.recallMessage.name, input: output } }
}

export const sendMessageBody = implementCommand(c.sendMessage, {
  locks: ({ id }) => [{ kind: 'conversation', id }],
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, ...written }, conversation) {
    const channel = await channelOf(act, conversation.channel_id)
    await requireFree(act, id)
    requireWritable(act, channel, conversation, written)
    await act.changeRecord(id)
    return queue(act, channel, conversation, written)
  },
})

async function standingWith(act: Act, channelId: string, handle: string): Promise<ConversationRow | null> {
  const { rows } = await sql<{ id: string }>`
    select id from channels.conversation
    where organisation_id = ${act.office.id} and channel_id = ${channelId} and handle = ${handle}`.execute(act.db())
  if (!rows[0]) return null
  await act.lockAlso([{ kind: 'conversation', id: rows[0].id }])
  await requireFree(act, rows[0].id)
  await act.changeRecord(rows[0].id)
  return conversationOf(act, rows[0].id)
}

async function beginWith(act: Act, channel: ChannelRow, to: { handle: string; number?: string; name: string }) {
  const { handle, number = null, name } = to
  const party = await partyOf(act, { number, email: null, name })
  const title = party?.title ?? (name || (number ? numberShown(number) : handle))
  const source = party ? [channel.id, party.id] : channel.id
  const id = await act.createRecord({ kind: 'conversation', title, class: 1, source })
  await sql`
    insert into channels.conversation (organisation_id, id, channel_id, handle, name, number, party_id, state, unanswered, owner_id, last_at)
    values (${act.office.id}, ${id}, ${channel.id}, ${handle}, ${name}, ${number}, ${party?.id ?? null}, 'open', false, ${act.principal.id}, ${act.at})`.execute(
    act.db(),
  )
  if (party) await act.link(id, party.id, 'about')
  act.emit(c.conversationBegun, { id, title, channel: channel.title }, party ? [id, party.id] : [id])
  return conversationOf(act, id)
}

export const startConversationBody = implementCommand(c.startConversation, {
  locks: ({ channelId }) => [{ kind: 'channel', id: channelId }],
  load: (act, { channelId }) => channelOf(act, channelId),
  async run(act, { to, name = '', text, template }, channel) {
    const found = wireOf(channel.wire).handleOf(to, { country: act.office.country })
    if (!found) return act.refuse(c.recipientWrong)
    const written: Written = { text, template, leaves: 'waiting' }
    const conversation =
      (await standingWith(act, channel.id, found.handle)) ?? (await beginWith(act, channel, { ...found, name }))
    requireWritable(act, channel, conversation, written)
    return queue(act, channel, conversation, written)
  },
})

export const recallMessageBody = implementCommand(c.recallMessage, {
  locks: ({ id }) => [{ kind: 'conversation', id }],
  async run(act, { id, messageId }) {
    const message = await messageIn(act, id, messageId)
    if (message.state !== 'waiting') act.refuse(c.messageUnderWay, { state: message.state })
    await sql`update channels.message set state = 'recalled' where organisation_id = ${act.office.id} and id = ${messageId}`.execute(
      act.db(),
    )
    act.write(sql`
      update channels.conversation set unanswered = (last_in_at is not null), state = case when state = 'unwanted' then state else 'open' end,
        snoozed_until = null
      where organisation_id = ${act.office.id} and id = ${id}`)
    await act.changeRecord(id)
    await searchConversation(act, id)
    act.emit(c.messageRecalled, { id, title: act.locked(id).title }, [id])
    return { output: { id, messageId } }
  },
})

export const settleMessageBody = implementCommand(c.settleMessage, {
  locks: ({ id }) => [{ kind: 'conversation', id }],
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, messageId, again }, conversation) {
    const message = await messageIn(act, id, messageId)
    if (message.state !== 'doubtful' && message.state !== 'failed')
      act.refuse(c.messageNotDoubtful, { state: message.state })
    const channel = await channelOf(act, message.channel_id)
    const { title } = conversation
    if (again) {
      if (channel.retired_at) act.refuse(c.channelRetired, { title: channel.title })
      if (conversation.opted_out_at) act.refuse(c.optedOut)
    }
    // Left as it is: one that failed did not arrive, one that nobody knows of is taken as sent.
    const state = again ? 'waiting' : message.state === 'failed' ? 'recalled' : 'given'
    await sql`update channels.message set state = ${state}, send_at = ${act.at}, problem = null, external_id = ${again ? null : sql`external_id`}
      where organisation_id = ${act.office.id} and id = ${messageId}`.execute(act.db())
    if (again)
      act.write(sql`update channels.conversation set unanswered = false, state = case when state = 'open' then 'waiting' else state end
        where organisation_id = ${act.office.id} and id = ${id}`)
    await act.changeRecord(id)
    const workDone = [{ key: `channels.message:${messageId}:${message.tries}` }]
    act.emit(c.messageSettled, { id, title, workDone }, [id])
    if (again) act.enqueue(c.sendJob, { id: messageId })
    return { output: { id, messageId } }
  },
})
