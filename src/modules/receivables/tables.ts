/** The tables of receivables, as migrations/0225-receivables.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { DeliveryState, NetworkKind, NetworkProblem } from './contract/network.ts'
import type { RecurringState } from './contract/recurring.ts'
import type {
  Delivery, 
  InvoiceState,
  InvoiceType,
  MailState,
  PauseReason,
  QuoteState,
  RecurringWay,
  TurnPeriod,
  Unit,
} from './contract/shapes.ts'

type Day = Temporal.PlainDate
type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<unknown, string | null, string | null>

interface Mailed {
  mail: Generated<MailState>
  mail_to: string | null
  mail_text: string | null
  mail_error: string | null
}

/** One row for the office; what it says is of the wire. */
export interface SettingTable {
  organisation_id: string
  facts: Json
}

export interface TermsTable {
  organisation_id: string
  party_id: string
  payment_days: number | null
  language: Language | null
  delivery: Generated<Delivery>
  mail_to: string | null
  reference: string | null
  peppol_id: string | null
  vat_code: string | null
  without_reminders: Generated<boolean>
  note: Generated<string>
}

export interface PriceTable {
  organisation_id: string
  id: string
  text: string
  unit: Unit
  price: ColumnType<string, string, string>
  vat_code: string | null
  account: string | null
  article_number: string | null
  removed_at: Temporal.Instant | null
}

export interface QuoteTable extends Mailed {
  organisation_id: string
  id: string
  state: QuoteState
  customer_id: string
  year: number | null
  serial: bigint | null
  content: Json
  valid_until: Day | null
  currency: string
  net_minor: bigint
  total_minor: bigint
  paper: JsonOrNull
  sent_on: Day | null
  reason: Generated<string>
}

export interface InvoiceTable extends Mailed {
  organisation_id: string
  id: string
  type: InvoiceType
  state: InvoiceState
  customer_id: string
  year: number | null
  serial: bigint | null
  content: Json
  issued_on: Day | null
  due_on: Day | null
  currency: string
  net_minor: bigint
  vat_minor: bigint
  total_minor: bigint
  remaining_minor: bigint
  paper: JsonOrNull
  issued_at: Temporal.Instant | null
  credits_id: string | null
  quote_id: string | null
  file_id: string | null
  sent_on: Day | null
  sent_by: Delivery | 'network' | null
  written_off_minor: bigint | null
  written_off_on: Day | null
  written_off_count: Generated<number>
  reason: string | null
}

export interface PaymentTable {
  organisation_id: string
  invoice_id: string
  id: string
  paid_on: Day
  amount_minor: bigint
  paid_into: 'bank' | 'cash' | 'clearing'
  withdrawn_at: Temporal.Instant | null
}

export interface CareTable {
  organisation_id: string
  item_id: string
  record_id: string
  step: Generated<number>
  reminded_on: Day | null
  pause_reason: PauseReason | null
  pause_until: Day | null
  pause_note: Generated<string>
  charged_until: Day | null
}

export interface ReminderTable {
  organisation_id: string
  id: string
  customer_id: string
  step: number
  reminded_on: Day
  letter: Json
  sent_by: Delivery
  mail: Generated<MailState>
  mail_to: string | null
  mail_error: string | null
}

export interface ReminderLineTable {
  organisation_id: string
  reminder_id: string
  item_id: string
  record_id: string
  step: number
  remaining_minor: bigint
  interest_minor: bigint
  fee_minor: Generated<bigint>
  fee_waived_at: Temporal.Instant | null
  currency: string
}

export interface RecurringTable {
  organisation_id: string
  id: string
  state: RecurringState
  customer_id: string
  content: Json
  every_months: number
  first_on: Day
  passed: Generated<number>
  next_on: Day
  until_on: Day | null
  period: TurnPeriod
  way: RecurringWay
  author_id: string
  owner_id: string | null
  stuck_on: Day | null
}

export interface RecurringRaiseTable {
  organisation_id: string
  recurring_id: string
  from_on: Day
  percent: ColumnType<string, string, string>
  index_was: ColumnType<string | null, string | null, string | null>
  index_now: ColumnType<string | null, string | null, string | null>
  reason: string | null
  applied_on: Day | null
}

export interface RecurringTurnTable {
  organisation_id: string
  recurring_id: string
  turn_on: Day
  outcome: 'made' | 'skipped'
  invoice_id: string | null
}

export interface NetworkTable {
  organisation_id: string
  network: NetworkKind
  url: string
  participant: string | null
  token_url: string | null
  client_id: string | null
  cif: string | null
  secret_id: string
  connected_at: Temporal.Instant
  connected_by: string
  problem: NetworkProblem | null
}

export interface DeliveryTable {
  organisation_id: string
  invoice_id: string
  state: DeliveryState
  attempt: Generated<number>
  network_id: string | null
  said: string | null
  by_id: string
  changed_at: Temporal.Instant
}

export interface NetworkArrivalTable {
  organisation_id: string
  network: string
  arrival_id: string
}

export interface ReceivablesTables {
  'receivables.network': NetworkTable
  'receivables.delivery': DeliveryTable
  'receivables.network_arrival': NetworkArrivalTable
  'receivables.recurring': RecurringTable
  'receivables.recurring_raise': RecurringRaiseTable
  'receivables.recurring_turn': RecurringTurnTable
  'receivables.setting': SettingTable
  'receivables.terms': TermsTable
  'receivables.price': PriceTable
  'receivables.quote': QuoteTable
  'receivables.invoice': InvoiceTable
  'receivables.payment': PaymentTable
  'receivables.care': CareTable
  'receivables.reminder': ReminderTable
  'receivables.reminder_line': ReminderLineTable
}
