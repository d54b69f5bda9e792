/** The tables of calls, as migrations/0453-calls.sql makes them. */
import type { Generated } from 'kysely'
import type { CallState, directions, Outcome, SlipState, Wish } from './contract/shapes.ts'

type Moment = Temporal.Instant

export interface WireTable {
  organisation_id: string
  id: string
  member_ids: Generated<string[]>
  heard_at: Moment | null
  retired_at: Moment | null
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

export interface CallsTables {
  'calls.wire': WireTable
  'calls.line': LineTable
  'calls.call': CallTable
  'calls.slip': SlipTable
  'calls.rule': RuleTable
}
