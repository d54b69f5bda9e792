/** The tables of bills, as the migrations of this module make them. */
import type {
  AlarmRule,
  accountSchemes,
  BillKind,
  BillState,
  PayMethod,
  PostMoment,
  referenceSchemes,
  Severity,
  settleWays,
} from './contract/shapes.ts'

type Day = Temporal.PlainDate

export interface BillRow {
  organisation_id: string
  id: string
  kind: BillKind
  state: BillState
  origin: 'document' | 'hand'
  document_id: string | null
  supplier_id: string | null
  supplier_name: string
  number: string | null
  number_key: string | null
  issued_on: Day
  due_on: Day
  book_on: Day
  received_on: Day
  currency: string
  total_minor: bigint
  vat_minor: bigint | null
  period_from: Day | null
  period_to: Day | null
  reference_scheme: (typeof referenceSchemes)[number] | null
  reference: string | null
  pay_scheme: (typeof accountSchemes)[number] | null
  pay_number: string | null
  pay_bic: string | null
  order_number: string | null
  method: PayMethod
  discount_on: Day | null
  discount_minor: bigint | null
  note: string
  approver_id: string | null
  hold: 'held' | 'disputed' | null
  hold_reason: string | null
  coded_by_id: string | null
  coded_at: Temporal.Instant | null
  approved_by_id: string | null
  approved_at: Temporal.Instant | null
  round: number
  posted: boolean
  remaining_minor: bigint
  paid_on: Day | null
  payments: number
  coding_reason: CodingReason | null
  agreement_id: string | null
  withdrawn_reason: string | null
  state_before: BillState | null
  stopped: boolean
}

export interface CodingReason {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface LineRow {
  position: number
  text: string | null
  net_minor: bigint
  vat_minor: bigint
  vat_code: string | null
  account: string | null
  dimensions: Record<string, string>
  period_from: Day | null
  period_to: Day | null
}

export interface AlarmRow {
  rule: AlarmRule
  severity: Severity
  data: Record<string, unknown>
  about: string
  found_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  settled_by_id: string | null
  how: (typeof settleWays)[number] | null
  said: string | null
}

export interface SettingsRow {
  four_eyes_minor: bigint | null
  four_eyes_currency: string | null
  post_on: PostMoment
}
