/** The tables of outings, as migrations/0335-outings.sql and 0404-in-the-calendar.sql make them. */
import type { Generated } from 'kysely'
import type { Answer, Diet, OutingState } from './contract/shapes.ts'

type Moment = Temporal.Instant

export interface OutingTable {
  organisation_id: string
  id: string
  event_id: string | null
  state: OutingState
  starts_at: Moment
  ends_at: Moment
  place: string | null
  description: Generated<string>
  owner_id: string | null
  capacity: number | null
  plus_ones: Generated<number>
  register_until: Moment | null
  keep_days: Generated<number>
  seats_taken: Generated<number>
  diets_erased_at: Moment | null
  feedback_asked_at: Moment | null
  own_event: Generated<boolean>
  event_told: string | null
  dimension: string | null
  code: string | null
}

export interface RegistrationTable {
  organisation_id: string
  outing_id: string
  id: string
  principal_id: string | null
  name: string
  email: string | null
  language: string
  answer: Answer
  guests: Generated<number>
  queued: bigint | null
  diets: Generated<Diet[]>
  diet_note: Generated<string>
  checked_in_at: Moment | null
  invited_mail: Generated<boolean>
  moved_mail: Generated<boolean>
  feedback_mail: Generated<boolean>
  cancelled_mail: Generated<boolean>
  rating: number | null
  feedback: Generated<string>
  told: string | null
}

export interface ProgrammeTable {
  organisation_id: string
  outing_id: string
  position: number
  time: string
  what: string
}

export interface BudgetLineTable {
  organisation_id: string
  outing_id: string
  position: number
  what: string
  currency: string
  planned_minor: bigint
  actual_minor: bigint | null
  document_id: string | null
}

export interface FoodOrderTable {
  organisation_id: string
  id: string
  for_id: string
  what: string
  body: string
  subject: string
  heads: number
  deliver_at: Moment
  supplier_id: string | null
  email: string | null
  how: 'task' | 'sending' | 'sent' | 'failed' | 'cancelled'
  by_id: string
}

export interface OutingsTables {
  'outings.outing': OutingTable
  'outings.registration': RegistrationTable
  'outings.programme': ProgrammeTable
  'outings.budget_line': BudgetLineTable
  'outings.food_order': FoodOrderTable
}
