/** Rows as commands load them. */
import { type Selectable, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import type { ChannelTable, ConversationTable, FormTable, MessageTable } from './tables.ts'

export type At = Pick<Act | View, 'office' | 'db' | 'at'>
interface Head {
  readonly title: string
  readonly class: number
  readonly version: number
}
export type ChannelRow = Readonly<Selectable<ChannelTable>> & Head
export type ConversationRow = Readonly<Selectable<ConversationTable>> & Head
export type MessageRow = Readonly<Selectable<MessageTable>>
export type FormRow = Readonly<Omit<Selectable<FormTable>, 'fields' | 'intros' | 'consents' | 'thanks'>> & {
  readonly fields: readonly c.FormField[]
  readonly intros: c.Worded
  readonly consents: c.Worded
  readonly thanks: c.Worded
}

/** Of a record that is there; whoever changes it has locked its record. */
export async function channelOf(at: At, id: string): Promise<ChannelRow> {
  const { rows } = await sql<ChannelRow>`
    select c.*, r.title, r.class, r.version::int as version from channels.channel c
    join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${at.office.id} and c.id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function conversationOf(at: At, id: string): Promise<ConversationRow> {
  const { rows } = await sql<ConversationRow>`
    select c.*, r.title, r.class, r.version::int as version from channels.conversation c
    join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${at.office.id} and c.id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function formOf(at: At, id: string): Promise<FormRow> {
  const { rows } = await sql<FormRow>`
    select * from channels.form where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

/** A message for Kontor's own steps, locked; what is not there is refused as such. */
export async function messageFor(act: Act, id: string): Promise<MessageRow> {
  const { rows } = await sql<MessageRow>`
    select * from channels.message where organisation_id = ${act.office.id} and id = ${id} for update`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'conversation', id })
}

/** Of the conversation that is locked, or none. */
export async function messageIn(act: Act, conversationId: string, id: string): Promise<MessageRow> {
  const message = await messageFor(act, id)
  if (message.conversation_id !== conversationId) act.refuse(kernelRefusals.notFound, { kind: 'conversation', id })
  return message
}

/** Refuses whoever is no person of the office. */
export async function requirePeople(act: Act, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record
    where organisation_id = ${act.office.id} and kind = 'principal' and id = any(${wanted}::uuid[])`.execute(act.db())
  const known = new Set(rows.map(row => row.id))
  const unknown = wanted.find(id => !known.has(id))
  if (unknown) act.refuse(c.personUnknown, { id: unknown })
}
