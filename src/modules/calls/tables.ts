/** The tables of calls, as migrations/0453-calls.sql, 0580-wires.sql and 0590 make them. */
import type { Generated } from 'kysely'
import type { WireKind, WireProblem } from './wires/wire.ts'
import type { CallState, directions, Outcome, SlipState, Wish } from './contract/shapes.ts'

type Moment = Temporal.Instant

export interface WireTable {
  organisation_id: string
  id: string
  member_ids: Generated<string[]>
  heard_at: Moment | null
  retired_at: Moment | null
  kind: Generated<WireKind>
  host: string | null
  port: number | null
  username: string | null
  secret_id: string | null
  public_key: string | null
  number: string | null
  context: string | null
  connected_at: Moment | null
  problem: WireProblem | null
}

export interface ExtensionTable {
  organisation_id: string
  wire_id: string
  person_id: string
  told_as: string
  key: string
}

export interface LineTable {
  organisation_id: string
  id: string
  told_as: string
  key: string
  member_ids: string[]
  retired_at: Moment | null
}

export interface CallTable {
  organisation_id: string
  id: string
  direction: (typeof directions)[number]
  state: CallState
  number: string | null
  party_id: string | null
  caller: Generated<string>
  line: Generated<string>
  queue: Generated<string>
  for_ids: Generated<string[]>
  taken_by_id: string | null
  wire_id: string | null
  external_id: string | null
  rang_at: Moment
  answered_at: Moment | null
  ended_at: Moment | null
  cause: Generated<string>
  note: Generated<string>
  outcome: Outcome | null
  handed_to_id: string | null
  settled_at: Moment | null
  settled_by_id: string | null
  removed_at: Moment | null
  channel: string | null
  placed_at: Moment | null
}

export interface VoicemailTable {
  organisation_id: string
  slip_id: string
  key: Buffer
  digest: Buffer
  name: string
  media_type: string
  size_bytes: number
  plays: boolean
  seconds: number | null
}

export interface SlipTable {
  organisation_id: string
  id: string
  call_id: string | null
  for_id: string | null
  also_ids: Generated<string[]>
  party_id: string | null
  caller: string
  number: string | null
  about: Generated<string>
  body: Generated<string>
  wish: Wish
  call_back_at: Moment | null
  urgent: boolean
  private: boolean
  state: SlipState
  taken_by_id: string
  taken_at: Moment
  read_at: Moment | null
  read_by_id: string | null
  done_at: Moment | null
  outcome: Generated<string>
  turn: Generated<number>
  step: Generated<number>
  next_at: Moment | null
}

export interface RuleTable {
  organisation_id: string
  deputy_minutes: number
  on_call_minutes: number
}

export interface PhoneServerTable {
  organisation_id: string
  address: string
  domain: string
  stun: string | null
  turn: string | null
  turn_username: string | null
  turn_secret_id: string | null
  echo: string | null
  voicemail: string | null
}

export interface PhoneAccountTable {
  organisation_id: string
  person_id: string
  username: string
  secret_id: string
}

/** One call at one telephone; several of them are one call, where it rings at several. */
export interface PhoneLegTable {
  organisation_id: string
  person_id: string
  external_id: string
  call_id: string
  began_at: Moment
  answered_at: Moment | null
  ended_at: Moment | null
}

export interface CallsTables {
  'calls.wire': WireTable
  'calls.extension': ExtensionTable
  'calls.voicemail': VoicemailTable
  'calls.line': LineTable
  'calls.call': CallTable
  'calls.slip': SlipTable
  'calls.rule': RuleTable
  'calls.phone_server': PhoneServerTable
  'calls.phone_account': PhoneAccountTable
  'calls.phone_leg': PhoneLegTable
}
