/** The tables of payables. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface AgreementTable {
  organisation_id: string
  id: string
  state: 'running' | 'ended'
  about: 'rent' | 'electricity' | 'heating' | 'water' | 'telephone' | 'insurance' | 'lease' | 'subscription' | 'service' | 'other'
  supplier_id: string | null
  supplier_name: string
  customer_number: string | null
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  notice_months: number | null
  notice_raised_on: Temporal.PlainDate | null
  currency: string
  usual_from_minor: bigint
  usual_to_minor: bigint
  every_months: number
  first_on: Temporal.PlainDate
  come: Generated<number>
  next_on: Temporal.PlainDate
  slack_days: number
  missed_on: Temporal.PlainDate | null
  owner_id: string | null
  note: Generated<string>
}

export interface AgreementBillTable {
  organisation_id: string
  agreement_id: string
  expected_on: Temporal.PlainDate
  bill_id: string | null
  noted_at: Temporal.Instant
}

export interface AlarmTable {
  organisation_id: string
  bill_id: string
  rule: string
  severity: 'stop' | 'look' | 'told'
  data: ColumnType<unknown, string | undefined, string>
  about: Generated<string>
  found_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  settled_by_id: string | null
  how: 'phone' | 'letter' | 'visit' | 'portal' | 'seen' | null
  said: string | null
}

export interface ApproverTable {
  organisation_id: string
  id: string
  supplier_id: string | null
  dimension: string | null
  value: string | null
  approver_id: string
}

export interface BillTable {
  organisation_id: string
  id: string
  kind: 'bill' | 'credit-note'
  state: 'to-code' | 'to-approve' | 'approved' | 'part-paid' | 'paid' | 'withdrawn'
  origin: 'document' | 'hand'
  document_id: string | null
  supplier_id: string | null
  supplier_name: string
  number: string | null
  number_key: string | null
  issued_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  book_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  currency: string
  total_minor: bigint
  vat_minor: bigint | null
  period_from: Temporal.PlainDate | null
  period_to: Temporal.PlainDate | null
  reference_scheme: 'none' | 'ocr' | 'kid' | 'rf' | 'betalingskenmerk' | 'multibanco' | 'text' | null
  reference: string | null
  pay_scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account' | null
  pay_number: string | null
  pay_bic: string | null
  order_number: string | null
  method: 'transfer' | 'direct-debit' | 'card' | 'cash' | 'multibanco' | 'none'
  discount_on: Temporal.PlainDate | null
  discount_minor: bigint | null
  note: Generated<string>
  approver_id: string | null
  hold: 'held' | 'disputed' | null
  hold_reason: string | null
  coded_by_id: string | null
  coded_at: Temporal.Instant | null
  approved_by_id: string | null
  approved_at: Temporal.Instant | null
  round: Generated<number>
  posted: Generated<boolean>
  remaining_minor: bigint
  paid_on: Temporal.PlainDate | null
  payments: Generated<number>
  coding_reason: ColumnType<unknown, string | null | undefined, string | null>
  agreement_id: string | null
  withdrawn_reason: string | null
  state_before: string | null
  stopped: Generated<boolean>
}

export interface BillLineTable {
  organisation_id: string
  bill_id: string
  position: number
  text: string | null
  net_minor: bigint
  vat_minor: bigint
  vat_code: string | null
  account: string | null
  dimensions: ColumnType<unknown, string | undefined, string>
  period_from: Temporal.PlainDate | null
  period_to: Temporal.PlainDate | null
}

export interface CodedFactTable {
  organisation_id: string
  bill_id: string
  document_id: string
  state: string
  currency: string
  dimensions: ColumnType<unknown, string, string>
  account: string
  cost_minor: bigint
}

export interface EInvoiceTable {
  organisation_id: string
  bill_id: string
  syntax: 'ubl' | 'cii'
  profile: string
  findings: ColumnType<unknown, string, string>
  checked_at: Temporal.Instant
}

export interface ParcelTable {
  organisation_id: string
  id: string
  month_on: Temporal.PlainDate
  state: 'making' | 'ready' | 'sent' | 'withdrawn'
  made_on: Temporal.PlainDate
  made_at: Temporal.Instant
  file_id: string | null
  digest: Buffer | null
  file_name: string | null
  bill_count: number
  line_count: number
  late_count: number
  paper_count: Generated<number>
  sent_to: string | null
  email: string | null
  note: Generated<string>
  mail: Generated<'none' | 'sending' | 'sent' | 'failed' | 'no-door'>
  mail_error: string | null
  sent_at: Temporal.Instant | null
  withdrawn_reason: string | null
}

export interface ParcelBillTable {
  organisation_id: string
  parcel_id: string
  bill_id: string
  round: number
  position: number
  late: boolean
  again: boolean
  live: boolean
}

export interface ParcelLineTable {
  organisation_id: string
  parcel_id: string
  line_id: string
  match_id: string
  position: number
  late: boolean
  live: boolean
}

export interface QuestionTable {
  organisation_id: string
  id: string
  bill_id: string
  asked_of: string
  email: string | null
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  question: Generated<string>
  asked_at: Temporal.Instant
  asked_by: string
  mail: 'none' | 'sending' | 'sent' | 'failed' | 'no-door'
  mail_error: string | null
  answer: 'right' | 'wrong' | 'not-mine' | null
  answer_text: Generated<string>
  answered_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
}

export interface ReminderTable {
  organisation_id: string
  document_id: string
  bill_id: string
  came_on: Temporal.PlainDate
  total_minor: bigint | null
}

export interface SettingsTable {
  organisation_id: string
  four_eyes_minor: bigint | null
  four_eyes_currency: string | null
  post_on: 'coding' | 'approval' | 'hand'
}

export interface SettlementTable {
  organisation_id: string
  bill_id: string
  id: string
  key: string
  how: 'cash' | 'card' | 'bank' | 'credit'
  amount_minor: bigint
  on_day: Temporal.PlainDate
  credit_id: string | null
  taken_back_at: Temporal.Instant | null
}

export interface PayablesTables {
  'payables.agreement': AgreementTable
  'payables.agreement_bill': AgreementBillTable
  'payables.alarm': AlarmTable
  'payables.approver': ApproverTable
  'payables.bill': BillTable
  'payables.bill_line': BillLineTable
  'payables.coded_fact': CodedFactTable
  'payables.e_invoice': EInvoiceTable
  'payables.parcel': ParcelTable
  'payables.parcel_bill': ParcelBillTable
  'payables.parcel_line': ParcelLineTable
  'payables.question': QuestionTable
  'payables.reminder': ReminderTable
  'payables.settings': SettingsTable
  'payables.settlement': SettlementTable
}
