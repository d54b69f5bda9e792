/** The tables of expenses, as migrations/0240-expenses.sql makes them. */
import type { Generated } from 'kysely'
import type { Category, LimitPer, PaidBy, RateOf, ReportState, Sort, Vehicle } from './contract/shapes.ts'

type Day = Temporal.PlainDate

export interface ReportTable {
  organisation_id: string
  id: string
  serial: bigint
  person_id: string
  state: ReportState
  currency: string
  place: string | null
  country: string | null
  left_on: Day | null
  left_time: string | null
  back_on: Day | null
  back_time: string | null
  advance_minor: Generated<bigint>
  total_minor: Generated<bigint>
  card_minor: Generated<bigint>
  doubts: Generated<number>
  handed_in_at: Temporal.Instant | null
  verified_at: Temporal.Instant | null
  verified_by_id: string | null
  approved_at: Temporal.Instant | null
  approved_by_id: string | null
  returned_reason: string | null
  approvals: Generated<number>
  alone: Generated<boolean>
}

export interface LineTable {
  organisation_id: string
  report_id: string
  id: string
  position: number
  sort: Sort
  category: Category
  on_day: Day
  text: Generated<string>
  document_id: string | null
  proposed: Generated<boolean>
  currency: string
  amount_minor: bigint
  vat_minor: bigint | null
  rate: string | null
  /** Whose day's rate of the ledger it is; none where it was written. */
  rate_on: Day | null
  office_minor: bigint | null
  paid_by: Generated<PaidBy>
  participants: string | null
  distance_tenths: number | null
  vehicle: Vehicle | null
  country: string | null
  share: number | null
  breakfast: Generated<boolean>
  lunch: Generated<boolean>
  dinner: Generated<boolean>
  removed: Generated<boolean>
}

export interface PolicyTable {
  organisation_id: string
  from_on: Day
  currency: string
  receipt_above_minor: bigint
  hand_in_days: number
  weekends: boolean
  alcohol: boolean
  four_eyes: boolean
}

export interface CategoryRuleTable {
  organisation_id: string
  category: Category
  from_on: Day
  account: string | null
  vat_code: string | null
  limit_minor: bigint | null
  limit_currency: string | null
  per: LimitPer
  participants: boolean
}

export interface RateTable {
  organisation_id: string
  what: RateOf
  country: Generated<string>
  from_on: Day
  rate: string
}

export interface ClaimantTable {
  organisation_id: string
  id: string
  person_id: string
  scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account'
  number: string
  bic: string | null
}

export interface ExpensesTables {
  'expenses.report': ReportTable
  'expenses.line': LineTable
  'expenses.policy': PolicyTable
  'expenses.category_rule': CategoryRuleTable
  'expenses.rate': RateTable
  'expenses.claimant': ClaimantTable
}
