/** The tables of matters, as its migrations make them. */
import type { Generated } from 'kysely'
import type { MatterState, Outcome, PartyRole } from './contract/shapes.ts'

export interface MatterKindTable {
  organisation_id: string
  id: string
  name: string
  pattern: string | null
  skeleton: string | null
  checklist: Generated<string[]>
  is_standard: Generated<boolean>
  retired_at: Temporal.Instant | null
}

export interface MatterTable {
  organisation_id: string
  id: string
  number: string
  series_id: string
  year: number
  serial: bigint
  name: string
  folded: Generated<string>
  note: Generated<string>
  kind_id: string | null
  owner_id: string
  for_id: string | null
  state: MatterState
  waiting_for: string | null
  waiting_until: Temporal.PlainDate | null
  start_on: Temporal.PlainDate
  target_on: Temporal.PlainDate | null
  outcome: Outcome | null
  result: string | null
  ended_at: Temporal.Instant | null
  ended_by_id: string | null
  budget_minor: bigint | null
  budget_currency: string | null
}

export interface MattersTables {
  'matters.matter_kind': MatterKindTable
  'matters.matter': MatterTable
  'matters.binding': {
    organisation_id: string
    matter_id: string
    record_id: string
    follows: boolean
    bound_at: Temporal.Instant
    bound_by_id: string
    moved_from_id: string | null
  }
  /** The published view: which record belongs to which matter. */
  'matters.binding_fact': { organisation_id: string; record_id: string; matter_id: string }
  'matters.party': {
    organisation_id: string
    matter_id: string
    party_id: string
    role: PartyRole
    note: Generated<string>
    moved_from_id: string | null
  }
  'matters.checklist_item': {
    organisation_id: string
    matter_id: string
    id: string
    position: number
    text: string
    ticked_at: Temporal.Instant | null
    ticked_by_id: string | null
    moved_from_id: string | null
  }
}
