import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { type ChannelRow, channelOf } from '../rows.ts'
import { holdRecord, raise, searchConversation, snippetOf } from '../standing.ts'
import { fileNameOf, numberShown } from '../wires/reading.ts'
import { wordsIn } from '../words.ts'
import { partyOf } from '../who.ts'
import { noteStatuses } from './statuses.ts'
import { leave, come, type Wish } from './stop-words.ts'

type Heard = z.output<typeof c.heardMessage>

interface Standing {
  readonly id: string
  readonly title: string
  readonly state: c.ConversationState
  readonly owner_id: string | null
  readonly party_id: string | null
  readonly number: string | null
  readonly email: string | null
  readonly name: string
  readonly opted_out_at: Temporal.Instant | null
  readonly isNew: boolean
}

/** Who writes, as the list calls them. */
function titleFor(act: Act, heard: Heard, channel: ChannelRow): string {
  if (heard.handle === '') return wordsIn(act.office.language, 'page.channels.unreadable', { channel: channel.title })
  return heard.name || heard.email || (heard.number ? numberShown(heard.number) : heard.handle)
}

async function find(act: Act, channelId: string, handle: string): Promise<Standing | null> {
  const { rows } = await sql<Omit<Standing, 'isNew'>>`
    select c.id, r.title, c.state, c.owner_id, c.party_id, c.number, c.email, c.name, c.opted_out_at
    from channels.conversation c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${act.office.id} and c.channel_id = ${channelId} and c.handle = ${handle}`.execute(
    act.db(),
  )
  if (!rows[0]) return null
  await holdRecord(act, rows[0].id)
  return { ...rows[0], isNew: false }
}

/** The channel is locked: of one person there is one conversation. */
async function begin(act: Act, heard: Heard, channel: ChannelRow): Promise<Standing> {
  const { number = null, email = null, name = '', handle } = heard
  const party = await partyOf(act, { number, email, name })
  const title = party?.title ?? titleFor(act, heard, channel)
  const source = party ? [channel.id, party.id] : channel.id
  const id = await act.createRecord({ kind: 'conversation', title, class: 1, source })
  const state = heard.unwanted ? 'unwanted' : 'open'
  act.write(sql`
    insert into channels.conversation (organisation_id, id, channel_id, handle, name, number, email, party_id, state, unanswered, language, last_at)
    values (${act.office.id}, ${id}, ${channel.id}, ${handle}, ${name}, ${number}, ${email}, ${party?.id ?? null}, ${state}, false,
      ${heard.language ?? null}, ${act.at})`)
  if (party) await act.link(id, party.id, 'about')
  return {
    id,
    title,
    state,
    owner_id: null,
    party_id: party?.id ?? null,
    number,
    email,
    name,
    opted_out_at: null,
    isNew: true,
  }
}

/** What became known of them since: a number they shared, a name. */
async function learn(act: Act, standing: Standing, heard: Heard): Promise<void> {
  const { number = standing.number, email = standing.email, name = standing.name } = heard
  if (number === standing.number && email === standing.email && name === standing.name) return
  act.write(sql`update channels.conversation set number = ${number}, email = ${email}, name = ${name}
    where organisation_id = ${act.office.id} and id = ${standing.id}`)
}

/** A message later than it was taken is of now; a clock of somebody else may go wrong. */
const momentOf = (act: Act, { at }: Heard): Temporal.Instant =>
  at && Temporal.Instant.compare(at, act.at) < 0 ? at : act.at

async function keep(act: Act, standing: Standing, heard: Heard, channel: ChannelRow): Promise<string> {
  const id = act.newId()
  act.write(sql`
    insert into channels.message (organisation_id, id, conversation_id, channel_id, direction, external_id, state, text, fields, at)
    values (${act.office.id}, ${id}, ${standing.id}, ${channel.id}, 'in', ${heard.externalId}, ${heard.kept ? 'kept' : 'received'}, ${heard.text},
      ${JSON.stringify(heard.fields)}::jsonb, ${momentOf(act, heard)})`)
  for (const [n, file] of heard.files.entries())
    act.write(sql`
      insert into channels.attachment (organisation_id, message_id, n, name, media_type, bytes, file_id, ref)
      values (${act.office.id}, ${id}, ${n}, ${fileNameOf(file.name)}, ${file.mediaType}, ${file.bytes}, ${file.fileId ?? null}, ${file.ref ?? null})`)
  if (heard.files.some(file => file.ref && !file.fileId)) act.enqueue(c.fetchJob, { id })
  return id
}

const shownOf = (heard: Heard): string =>
  snippetOf(heard.text || heard.fields.map(one => one.value).join(' · ') || heard.files.map(one => one.name).join(', '))

/** What comes is unanswered, save from the unwanted, and where one only wants to be left alone. */
function stand(act: Act, standing: Standing, heard: Heard, wish: Wish): void {
  const [isUnwanted, isWish] = [standing.state === 'unwanted', wish !== null]
  const state = isUnwanted ? 'unwanted' : isWish ? (standing.isNew ? 'done' : standing.state) : 'open'
  act.write(sql`
    update channels.conversation set state = ${state}, snoozed_until = case when ${state} = 'snoozed' then snoozed_until end,
      unanswered = case when ${isUnwanted} then false when ${isWish} then unanswered else true end,
      snippet = ${shownOf(heard)}, last_at = ${act.at}, last_in_at = ${act.at}, language = coalesce(${heard.language ?? null}, language),
      opted_out_at = ${wish === 'leave' ? act.at : wish === 'come' ? null : sql`opted_out_at`}
    where organisation_id = ${act.office.id} and id = ${standing.id}`)
}

const wishOf = (channel: ChannelRow, standing: Standing, { text }: Heard): Wish => {
  if (channel.wire === 'form') return null
  if (leave(text)) return 'leave'
  return standing.opted_out_at && come(text) ? 'come' : null
}

/** Told to whose it is, else to those whom the channel names. */
function noticesOf(standing: Standing, heard: Heard, channel: ChannelRow) {
  if (standing.state === 'unwanted') return []
  const to = standing.owner_id ? [standing.owner_id] : channel.member_ids
  return to.map(toId => ({
    key: `channels.conversation:${standing.id}`,
    toId,
    titleKey: 'notice.channels.message',
    params: { name: standing.title.slice(0, 200), channel: channel.title, text: shownOf(heard) },
    recordId: standing.id,
    urgency: standing.owner_id ? ('now' as const) : ('today' as const),
  }))
}

function acknowledge(act: Act, standing: Standing, heard: Heard, channel: ChannelRow): void {
  if (!heard.acknowledgement || standing.state === 'unwanted') return
  const id = act.newId()
  act.write(sql`
    insert into channels.message (organisation_id, id, conversation_id, channel_id, direction, state, text, at, send_at)
    values (${act.office.id}, ${id}, ${standing.id}, ${channel.id}, 'out', 'waiting', ${heard.acknowledgement}, ${act.at}, ${act.at})`)
  act.enqueue(c.sendJob, { id })
}

async function takeOne(act: Act, heard: Heard, channel: ChannelRow): Promise<string> {
  const standing = (await find(act, channel.id, heard.handle)) ?? (await begin(act, heard, channel))
  if (!standing.isNew) await learn(act, standing, heard)
  const wish = wishOf(channel, standing, heard)
  await keep(act, standing, heard, channel)
  stand(act, standing, heard, wish)
  acknowledge(act, standing, heard, channel)
  raise(act, [standing.id])
  await searchConversation(act, standing.id)
  const told = { id: standing.id, title: standing.title, channel: channel.title }
  const records = standing.party_id ? [standing.id, standing.party_id] : [standing.id]
  const notify = wish ? [] : noticesOf(standing, heard, channel)
  act.emit(c.messageReceived, { ...told, text: shownOf(heard), ...(notify.length > 0 && { notify }) }, records)
  if (wish === 'leave') act.emit(c.optedOutEvent, told, records)
  if (wish === 'come') act.emit(c.optedIn, told, records)
  return standing.id
}

/** Of what is told, what is not here yet, each once. */
async function unknownOf(act: Act, channelId: string, messages: readonly Heard[]): Promise<Heard[]> {
  const ids = messages.map(one => one.externalId)
  const { rows } = await sql<{ external_id: string }>`
    select external_id from channels.message
    where organisation_id = ${act.office.id} and channel_id = ${channelId} and external_id = any(${ids}::text[])`.execute(
    act.db(),
  )
  const known = new Set(rows.map(row => row.external_id))
  return messages.filter(({ externalId }) => !known.has(externalId) && known.add(externalId))
}

/** Told twice, by two at once or after days, a message is one: the channel is locked, and its name for it is kept. */
export const hearBody = implementCommand(c.hear, {
  locks: ({ channelId }) => [{ kind: ['channel', 'web-form'], id: channelId }],
  load: (act, { channelId }) => channelOf(act, channelId),
  async run(act, { channelId, messages, statuses }, channel) {
    if (channel.retired_at) act.refuse(c.channelClosed)
    act.write(sql`
      update channels.channel set heard_at = ${act.at} where organisation_id = ${act.office.id} and id = ${channelId}`)
    const fresh = await unknownOf(act, channelId, messages)
    const ids: string[] = []
    for (const heard of fresh) ids.push(await takeOne(act, heard, channel))
    await noteStatuses(act, channel, statuses)
    return { output: { taken: fresh.length, conversationIds: [...new Set(ids)] } }
  },
})
