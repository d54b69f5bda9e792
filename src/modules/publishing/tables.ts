/** The tables of publishing, as migrations/0570-publishing.sql makes them. */
import type { Generated } from 'kysely'
import type { Network, PageState, PlacementState, PublicationState, Wire, WireProblem } from './contract/shapes.ts'

type Instant = Temporal.Instant
type Language = 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'

export interface OutletTable {
  organisation_id: string
  id: string
  network: Network
  language: Language | null
  address: string | null
  keeper_id: string | null
  wire: Generated<Wire>
  url: string | null
  account: string | null
  secret_id: string | null
  problem: WireProblem | null
  retired: Generated<boolean>
}

export interface PublicationTable {
  organisation_id: string
  id: string
  state: PublicationState
  body: string
  link: string | null
  hashtags: string[]
  language: Language
  campaign: string | null
  owner_id: string
  approver_id: string | null
  about_id: string | null
  planned_at: Instant | null
  zone: string
  rule: string | null
  written_by: string
  turn: Generated<number>
  approved_by: string | null
  approved_at: Instant | null
  sent_back: string | null
}

export interface PlacementTable {
  organisation_id: string
  publication_id: string
  outlet_id: string
  body: string | null
  state: Generated<PlacementState>
  due_at: Instant | null
  tries: Generated<number>
  first_tried_at: Instant | null
  begun_at: Instant | null
  foreign_id: string | null
  address: string | null
  said: string | null
  published_at: Instant | null
  likes: number | null
  shares: number | null
  replies: number | null
  views: number | null
  figures_at: Instant | null
}

export interface PictureTable {
  organisation_id: string
  publication_id: string
  n: number
  file_id: string | null
  document_id: string | null
  alt: string | null
}

export interface PageChangeTable {
  organisation_id: string
  id: string
  state: PageState
  address: string
  before_text: string
  after_text: string
  why: Generated<string>
  asked_by_id: string | null
  keeper_id: string | null
  due_on: Temporal.PlainDate | null
  written_by: string
  turn: Generated<number>
  approved_by: string | null
  sent_back: string | null
  checked_at: Instant | null
  seen: boolean | null
  said: string | null
}

export interface HoldTable {
  organisation_id: string
  held_at: Instant | null
  held_by: string | null
  reason: string | null
  released_at: Instant | null
}

export interface PublishingTables {
  'publishing.outlet': OutletTable
  'publishing.publication': PublicationTable
  'publishing.placement': PlacementTable
  'publishing.picture': PictureTable
  'publishing.page_change': PageChangeTable
  'publishing.hold': HoldTable
}
