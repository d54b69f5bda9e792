/** The tables of permits, as migrations/0091-permits.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { ApplicationState, CaseOutcome, ConditionEvery, PermitState } from './contract/shapes.ts'
import type { PeriodUnit } from './periods.ts'

type Json = ColumnType<unknown, string | null, string | null>
type Day = Temporal.PlainDate

export interface PermitTable {
  organisation_id: string
  id: string
  state: PermitState
  permit_type: string | null
  authority_id: string | null
  owner_id: string | null
  reference: string | null
  note: Generated<string>
  fee_minor: bigint | null
  fee_currency: string | null
  sent_on: Day | null
  received_on: Day | null
  completion_what: string | null
  completion_due_on: Day | null
  decided_on: Day | null
  valid_from: Day | null
  valid_until: Day | null
  appeal_until: Day | null
  renewal_lead_days: Generated<number>
  renewal_raised_at: Temporal.Instant | null
  adopted_id: string | null
  renews_id: string | null
  prior: Json
}

export interface RequirementTable {
  organisation_id: string
  permit_id: string
  id: string
  position: number
  requirement: string
  met: Generated<boolean>
  document_id: string | null
}

export interface ConditionTable {
  organisation_id: string
  permit_id: string
  id: string
  condition: string
  owner_id: string | null
  every: ConditionEvery
  next_on: Day | null
  first_on: Day | null
  raised_on: Day | null
  checked_on: Day | null
}

export interface DeskTable {
  organisation_id: string
  switched_on: boolean
  decide_days: number
  decide_unit: PeriodUnit
  appeal_days: number
  appeal_unit: PeriodUnit
  appeal_instructions: string
}

export interface ApplicationTable {
  organisation_id: string
  id: string
  year: number
  serial: bigint
  state: ApplicationState
  permit_type: string | null
  applicant_id: string | null
  applicant: string
  handler_id: string | null
  received_on: Day
  is_public: boolean
  note: Generated<string>
  completion_what: string | null
  completion_due_on: Day | null
  complete_on: Day | null
  decide_by: Day
  warned_at: Temporal.Instant | null
  outcome: CaseOutcome | null
  decision: string | null
  reasons: string | null
  appeal_instructions: string | null
  decided_on: Day | null
  decided_by_id: string | null
  valid_from: Day | null
  valid_until: Day | null
  fee_minor: bigint | null
  fee_currency: string | null
  notified_on: Day | null
  appeal_until: Day | null
  appealed_on: Day | null
  final_on: Day | null
  prior: Json
}

export interface HearingTable {
  organisation_id: string
  application_id: string
  id: string
  party_id: string | null
  party: string
  asked_on: Day
  due_on: Day
  answer: string | null
  answered_on: Day | null
}

export interface PermitsTables {
  'permits.permit': PermitTable
  'permits.requirement': RequirementTable
  'permits.condition': ConditionTable
  'permits.desk': DeskTable
  'permits.application': ApplicationTable
  'permits.hearing': HearingTable
}
