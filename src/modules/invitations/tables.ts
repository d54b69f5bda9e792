/** The tables of invitations, as migrations/0320-invitations.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { MessageMethod, MessageState, proposalStates } from './contract/shapes.ts'
import type { answers } from '../calendar/contract.ts'

type Instant = Temporal.Instant
type Json<T> = ColumnType<T, string | undefined, string>

/** Number and time of writing of the newest message, by instance; '' is the whole. */
export type Versions = Readonly<Record<string, readonly [sequence: number, stamp: number]>>

export interface GuestTable {
  organisation_id: string
  id: string
  event_id: string
  email: string
  told: string | null
  since: Generated<number>
  answered: Json<Versions>
  delegated_to: Generated<string[]>
  words: string | null
  asked_at: Instant | null
  reminded_at: Instant | null
  bounced_at: Instant | null
  bounced_because: string | null
}

export interface HostTable {
  organisation_id: string
  event_id: string
  uid: string
  email: string
  name: string
  versions: Json<Versions>
  /** By principal, then by instance. */
  replied: Json<Readonly<Record<string, Readonly<Record<string, string>>>>>
}

export interface MessageTable {
  organisation_id: string
  id: string
  event_id: string | null
  document_id: string | null
  direction: 'out' | 'in'
  method: MessageMethod
  uid: string
  sequence: number
  instance: Generated<string>
  email: string
  name: string
  state: MessageState
  because: string | null
  answer: (typeof answers)[number] | null
  said: string | null
  letter: ColumnType<unknown, string | null | undefined, string | null>
  calendar: string | null
  digest: Buffer
  at: Instant
  sent_at: Instant | null
}

export interface ProposalTable {
  organisation_id: string
  id: string
  event_id: string
  email: string
  name: string
  recurrence: string | null
  start_at: Instant
  end_at: Instant
  from_day: Temporal.PlainDate | null
  until_day: Temporal.PlainDate | null
  said: string | null
  state: (typeof proposalStates)[number]
  at: Instant
}

export interface FeedTable {
  organisation_id: string
  calendar_id: string
  url: string
  etag: string | null
  modified: string | null
  asked_at: Instant | null
  taken_at: Instant | null
  problem: string | null
  events: Generated<number>
  refused: Generated<number>
}

export interface FeedEventTable {
  organisation_id: string
  calendar_id: string
  href: string
  digest: Buffer
  refused: string | null
}

export interface InvitationsTables {
  'invitations.settings': { organisation_id: string; answers_address: string | null }
  'invitations.guest': GuestTable
  'invitations.host': HostTable
  'invitations.message': MessageTable
  'invitations.proposal': ProposalTable
  'invitations.feed': FeedTable
  'invitations.feed_event': FeedEventTable
}
