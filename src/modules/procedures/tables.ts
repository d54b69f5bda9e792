/** The module's own tables, as its migrations make them. */
import type { ColumnType, Generated } from 'kysely'
import type { ObligationState, ProcedureState, RunState, Shift, StepState } from './contract/shapes.ts'

type Json = ColumnType<unknown, string, string>

export interface ProcedureTable {
  organisation_id: string
  id: string
  purpose: Generated<string>
  owner_id: string | null
  owner_role: string | null
  state: ProcedureState
  number: number | null
  rrule: string | null
  rule_from_on: Temporal.PlainDate | null
  rule_shift: Shift | null
  rule_lead_days: number | null
  rule_zone: string | null
  next_on: Temporal.PlainDate | null
  next_start_on: Temporal.PlainDate | null
  event_name: string | null
  event_field: string | null
  event_is: string | null
}

export interface HabitAnswerTable {
  organisation_id: string
  person_id: string
  like_title: string
  rhythm: string
  title: string
  answer: 'adopted' | 'refused'
  record_id: string | null
  answered_at: Temporal.Instant
  answered_by_id: string
}

export interface EditionTable {
  organisation_id: string
  procedure_id: string
  number: number
  content: Json
  made_at: Temporal.Instant
  made_by_id: string
  in_force_at: Temporal.Instant | null
}

export interface RunTable {
  organisation_id: string
  id: string
  procedure_id: string
  number: number
  state: RunState
  how: 'hand' | 'rule' | 'event'
  anchor_on: Temporal.PlainDate
  about_id: string | null
  answers: Json
  started_at: Temporal.Instant
  started_by_id: string
  rule_on: Temporal.PlainDate | null
  event_key: string | null
  ended_at: Temporal.Instant | null
  because: string | null
}

export interface RunStepTable {
  organisation_id: string
  run_id: string
  id: string
  key: string | null
  position: number
  title: string
  how_to: Generated<string>
  owner_id: string | null
  owner_role: string | null
  due_on: Temporal.PlainDate | null
  begin_on: Temporal.PlainDate | null
  effort_minutes: number | null
  checklist: Generated<string[]>
  evidence: Generated<boolean>
  waits_for: Generated<number[]>
  state: StepState
  begun_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_by_id: string | null
  evidence_id: string | null
  round: Generated<number>
  because: string | null
}

export interface ObligationTable {
  organisation_id: string
  id: string
  state: ObligationState
  basis: 'law' | 'contract' | 'decision' | 'custom'
  basis_text: string | null
  basis_id: string | null
  counterpart_id: string | null
  owner_id: string | null
  owner_role: string | null
  rrule: string | null
  from_on: Temporal.PlainDate
  shift: Shift
  lead_days: number
  if_late: 'nothing' | 'holds-others' | 'breaks-promise' | 'costs-money' | 'breaks-rule'
  consequence: string | null
  note: Generated<string>
  evidence: Generated<boolean>
  next_on: Temporal.PlainDate | null
  next_raise_on: Temporal.PlainDate | null
  proposal: string | null
}

export interface ObligationDayTable {
  organisation_id: string
  obligation_id: string
  due_on: Temporal.PlainDate
  raised_at: Temporal.Instant | null
  fulfilled_at: Temporal.Instant | null
  fulfilled_by_id: string | null
  evidence_id: string | null
  round: Generated<number>
  note: Generated<string>
}

export interface ProceduresTables {
  'procedures.procedure': ProcedureTable
  'procedures.edition': EditionTable
  'procedures.habit_answer': HabitAnswerTable
  'procedures.run': RunTable
  'procedures.run_step': RunStepTable
  'procedures.obligation': ObligationTable
  'procedures.obligation_day': ObligationDayTable
}
