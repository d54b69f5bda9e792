/** The tables of channels, as migrations/0560-channels.sql makes them. */
import type { Generated } from 'kysely'
import type { ConversationState, FormState, MessageState, WireName } from './contract/shapes.ts'

type Moment = Temporal.Instant

export interface ChannelTable {
  organisation_id: string
  id: string
  wire: WireName
  address: string | null
  sender: string | null
  account: string | null
  reply_to: string | null
  member_ids: Generated<string[]>
  secret_id: string | null
  heard_at: Moment | null
  retired_at: Moment | null
}

export interface FormTable {
  organisation_id: string
  id: string
  state: FormState
  languages: string[]
  intros: Generated<unknown>
  consents: Generated<unknown>
  thanks: Generated<unknown>
  fields: Generated<unknown>
  sites: Generated<string[]>
  acknowledges: Generated<boolean>
}

export interface ConversationTable {
  organisation_id: string
  id: string
  channel_id: string
  handle: string
  name: Generated<string>
  number: string | null
  email: string | null
  party_id: string | null
  party_said: Generated<boolean>
  state: ConversationState
  unanswered: boolean
  owner_id: string | null
  snoozed_until: Moment | null
  language: string | null
  snippet: Generated<string>
  last_at: Moment
  last_in_at: Moment | null
  opted_out_at: Moment | null
}

export interface MessageTable {
  organisation_id: string
  id: string
  conversation_id: string
  channel_id: string
  direction: 'in' | 'out'
  external_id: string | null
  state: MessageState
  text: string
  fields: Generated<unknown>
  template: unknown
  author_id: string | null
  at: Moment
  send_at: Moment | null
  tries: Generated<number>
  problem: string | null
  leaves: Generated<'waiting' | 'done' | 'same'>
}

export interface AttachmentTable {
  organisation_id: string
  message_id: string
  n: number
  name: string
  media_type: string
  bytes: Generated<bigint>
  file_id: string | null
  ref: string | null
  lost: Generated<boolean>
  document_id: string | null
}

export interface HoldingTable {
  organisation_id: string
  conversation_id: string
  holder_id: string
  since_at: Moment
  until_at: Moment
}

export interface ChannelsTables {
  'channels.channel': ChannelTable
  'channels.form': FormTable
  'channels.conversation': ConversationTable
  'channels.message': MessageTable
  'channels.attachment': AttachmentTable
  'channels.holding': HoldingTable
}
