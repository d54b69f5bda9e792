/** The tables of post, as migrations/0506-post.sql makes them. */
import type { Generated } from 'kysely'
import type { BoxProvider, BoxRhythm, ItemState, MissedWhy, OutgoingState, PostSort, ReceiptRule, Zone } from './contract/shapes.ts'

type Day = Temporal.PlainDate

export interface StopTable {
  organisation_id: string
  id: string
  place: string
  position: number
  retired: Generated<boolean>
}

export interface ItemTable {
  organisation_id: string
  id: string
  year: number
  serial: bigint
  state: ItemState
  sort: PostSort
  sender_id: string | null
  sender: string
  for_id: string | null
  stop_id: string | null
  tracking: string | null
  personal: Generated<boolean>
  arrived_on: Day
  postmark_on: Day | null
  receipt_rule: ReceiptRule
  receipt_on: Day | null
  answer_days: number | null
  answer_by: Day | null
  note: Generated<string>
  attempts: Generated<number>
  missed: MissedWhy | null
  custody_n: Generated<number>
  holder_id: string | null
  delivered_at: Temporal.Instant | null
}

export interface CustodyTable {
  organisation_id: string
  item_id: string
  n: number
  prior_n: number | null
  way: 'arrived' | 'handed' | 'taken' | 'delivered' | 'returned'
  from_id: string | null
  to_id: string | null
  to_name: string | null
  by_id: string
  at: Temporal.Instant
  note: Generated<string>
  signature: string | null
}

export interface RateTable {
  organisation_id: string
  id: string
  sort: PostSort
  zone: Zone
  max_grams: number
  price_minor: bigint
  currency: string
  valid_from: Day
  valid_until: Day | null
}

export interface OutgoingTable {
  organisation_id: string
  id: string
  year: number
  serial: bigint
  state: OutgoingState
  sort: PostSort
  zone: Zone
  recipient_id: string | null
  recipient: string
  address: Generated<string>
  grams: number | null
  pieces: Generated<number>
  postage_minor: bigint | null
  postage_currency: string | null
  postage_listed: Generated<boolean>
  tracking: string | null
  stop_id: string | null
  sender_id: string
  about_id: string | null
  note: Generated<string>
  ready_on: Day
  carrier: string | null
  gone_on: Day | null
  ended_on: Day | null
  receipt_id: string | null
  returned_why: string | null
}

export interface BoxTable {
  organisation_id: string
  id: string
  provider: BoxProvider
  address: string | null
  rhythm: BoxRhythm
  keeper_id: string | null
  note: Generated<string>
  next_on: Day
  raised_on: Day | null
  retired: Generated<boolean>
}

export interface LookTable {
  organisation_id: string
  box_id: string
  id: string
  at: Temporal.Instant
  by_id: string
  found: number
  note: Generated<string>
  document_ids: string[]
}

export interface PostTables {
  'post.stop': StopTable
  'post.stop_person': { organisation_id: string; stop_id: string; person_id: string }
  'post.item': ItemTable
  'post.custody': CustodyTable
  'post.rate': RateTable
  'post.outgoing': OutgoingTable
  'post.box': BoxTable
  'post.look': LookTable
}
