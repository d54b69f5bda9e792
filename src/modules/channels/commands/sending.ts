/** From here on a message is given to its provider: never twice by itself, unless somebody says so. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { channelOf, conversationOf, type ConversationRow, messageFor, type MessageRow } from '../rows.ts'
import { holdRecord, raise, snippetOf } from '../standing.ts'
import { wordsIn } from '../words.ts'

const recordsOf = ({ id, party_id }: ConversationRow): string[] => (party_id ? [id, party_id] : [id])

/** It is somebody's to look at: not taken, or nobody knows. */
export async function stop(
  act: Act,
  message: MessageRow,
  state: 'failed' | 'doubtful',
  because: string,
): Promise<void> {
  const conversation = await conversationOf(act, message.conversation_id)
  const channel = await channelOf(act, message.channel_id)
  await sql`update channels.message set state = ${state}, problem = ${because.slice(0, 300)}
    where organisation_id = ${act.office.id} and id = ${message.id}`.execute(act.db())
  act.write(sql`
    update channels.conversation set unanswered = (last_in_at is not null), snoozed_until = null,
      state = case when state = 'unwanted' then state else 'open' end
    where organisation_id = ${act.office.id} and id = ${conversation.id}`)
  raise(act, [conversation.id])
  const { title } = conversation
  const key = state === 'failed' ? 'task.channels.not-sent' : 'task.channels.doubtful'
  const ownerId = message.author_id ?? conversation.owner_id
  const wish = {
    key: `channels.message:${message.id}:${message.tries}`,
    title: wordsIn(act.office.language, key, { title, channel: channel.title }).slice(0, 300),
    note: [snippetOf(message.text, 300), because].filter(Boolean).join('\n'),
    ...(ownerId && { ownerId }),
    sourceId: conversation.id,
    dueOn: act.today,
    urgency: 'high' as const,
  }
  const told = { id: conversation.id, title, channel: channel.title, because, work: [wish] }
  act.emit(c.messageNotSent, told, recordsOf(conversation))
}

export const beginSendingBody = implementCommand(c.beginSending, {
  async run(act, { id }) {
    const message = await messageFor(act, id)
    // Begun before and never ended: whether the provider took it cannot be known.
    if (message.state === 'sending') await stop(act, message, 'doubtful', '')
    if (message.state !== 'waiting' || Temporal.Instant.compare(message.send_at!, act.at) > 0)
      return { output: { go: false } }
    const channel = await channelOf(act, message.channel_id)
    const conversation = await conversationOf(act, message.conversation_id)
    const hindered = channel.retired_at ? 'retired' : conversation.opted_out_at ? 'opted-out' : null
    if (hindered) {
      await stop(act, message, 'failed', hindered)
      return { output: { go: false } }
    }
    await sql`update channels.message set state = 'sending', tries = tries + 1
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    return { output: { go: true } }
  },
})

/** Minutes until it is tried again; after these it is given up: who waits for an answer by message waits no day. */
const again = [1, 2, 5, 15, 30, 60, 120]

async function finish(act: Act, message: MessageRow, externalId: string | undefined): Promise<void> {
  const conversation = await conversationOf(act, message.conversation_id)
  const channel = await channelOf(act, message.channel_id)
  await holdRecord(act, conversation.id)
  // A provider that gives two messages one name is told of the first alone: the second went as well.
  await sql`update channels.message set state = 'given', problem = null, at = ${act.at}, external_id = (
      select ${externalId ?? null}::text where not exists (select from channels.message o
        where o.organisation_id = ${act.office.id} and o.channel_id = ${channel.id} and o.external_id = ${externalId ?? null}))
    where organisation_id = ${act.office.id} and id = ${message.id}`.execute(act.db())
  act.write(sql`update channels.conversation set last_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${conversation.id}`)
  raise(act, [conversation.id])
  const told = { id: conversation.id, title: conversation.title, channel: channel.title }
  act.emit(c.messageSent, told, recordsOf(conversation))
}

export const noteSentBody = implementCommand(c.noteSent, {
  async run(act, { id, outcome, externalId, because = '' }) {
    const message = await messageFor(act, id)
    if (message.state !== 'sending') return { output: {} }
    const minutes = again[message.tries - 1]
    if (outcome === 'given') await finish(act, message, externalId)
    else if (outcome === 'doubtful') await stop(act, message, 'doubtful', because)
    else if (outcome === 'refused' || minutes === undefined) await stop(act, message, 'failed', because)
    else {
      const sendAt = act.at.add({ minutes })
      await sql`update channels.message set state = 'waiting', send_at = ${sendAt}, problem = ${because}
        where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
      raise(act, [message.conversation_id])
      act.enqueue(c.sendJob, { id }, { startAfter: sendAt })
    }
    return { output: {} }
  },
})
