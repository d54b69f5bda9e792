/** The tables of mirrors, as migrations/0370-mirrors.sql makes them. */
import type { Generated } from 'kysely'
import type { ProviderKind, LinkType } from './contract/shapes.ts'
import type { Direction, FindingKind } from './engine/store.ts'
import type { MirrorProblem } from './provider.ts'

type Moment = Temporal.Instant

export interface ClientTable {
  organisation_id: string
  provider: 'google' | 'microsoft'
  client_id: string
  secret_id: string
  tenant: string | null
}

export interface AccountTable {
  organisation_id: string
  id: string
  owner_id: string
  provider: ProviderKind
  address: string
  username: string
  secret_id: string | null
  connected_at: Moment
  ended_at: Moment | null
  problem: MirrorProblem | null
  failing_since: Moment | null
  told: Generated<boolean>
}

export interface MirrorTable {
  organisation_id: string
  calendar_id: string
  account_id: string
  remote_id: string
  remote_name: string
  direction: Direction
  writable: boolean
  made: boolean
  token: string | null
  seen_no: Generated<bigint>
  accept_gone: Generated<boolean>
  problem: MirrorProblem | null
  failing_since: Moment | null
  told: Generated<boolean>
  refused_key: string | null
  asked_at: Moment | null
  in_step_at: Moment | null
  next_at: Moment
  tries: Generated<number>
  lease_until: Moment | null
}

export interface PairTable {
  organisation_id: string
  calendar_id: string
  href: string
  uid: string
  name: string
  our_tag: string
  their_tag: string
  came: boolean
}

export interface FindingTable {
  organisation_id: string
  id: string
  calendar_id: string
  kind: FindingKind
  name: string
  tag: string
  uid: string
  title: string
  because: string
  kept: string | null
  at: Moment
}

export interface LinkWayTable {
  organisation_id: string
  id: string
  owner_id: string | null
  type: LinkType
  name: string
  address: string | null
  account_id: string | null
  added_at: Moment
}

export interface MirrorsTables {
  'mirrors.client': ClientTable
  'mirrors.account': AccountTable
  'mirrors.mirror': MirrorTable
  'mirrors.pair': PairTable
  'mirrors.finding': FindingTable
  'mirrors.link_way': LinkWayTable
}
