/** The tables of banking. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface AccountTable {
  organisation_id: string
  id: string
  scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account'
  number: string
  currency: string
  bic: string | null
  ledger_account: string | null
  file_version: '09' | '03'
  holder: string
  street: string | null
  postal_code: string | null
  town: string | null
  country: string
  customer_number: string | null
  layout: ColumnType<unknown, string | null | undefined, string | null>
  is_closed: Generated<boolean>
}

export interface AccountBalanceFactTable {
  organisation_id: string
  account_id: string
  currency: string
  ledger_account: string
  is_closed: boolean
  balance_minor: bigint
  balance_on: Temporal.PlainDate
  known_until: Temporal.PlainDate
}

export interface AccountNumberTable {
  organisation_id: string
  account_id: string
  scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account'
  number: string
}

export interface AdviceTable {
  organisation_id: string
  payment_id: string
  mail: 'sending' | 'begun' | 'sent' | 'failed' | 'no-door' | 'doubtful'
  mail_to: string
  subject: string
  body: string
  paper: ColumnType<unknown, string, string>
  given_at: Temporal.Instant
  given_by_id: string
  sent_at: Temporal.Instant | null
  mail_error: string | null
}

export interface AdviceChoiceTable {
  organisation_id: string
  party_id: string
  mode: 'off' | 'offered' | 'by-itself'
  email: string | null
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt' | null
}

export interface CashBalanceFactTable {
  organisation_id: string
  box_id: string
  currency: string
  ledger_account: string
  is_closed: boolean
  balance_minor: bigint
}

export interface CashBoxTable {
  organisation_id: string
  id: string
  currency: string
  ledger_account: string | null
  keeper_id: string | null
  balance_minor: Generated<bigint>
  last_number: Generated<bigint>
  is_closed: Generated<boolean>
}

export interface CashCountTable {
  organisation_id: string
  box_id: string
  id: string
  on_day: Temporal.PlainDate
  counted_minor: bigint
  booked_minor: bigint
  pieces: ColumnType<unknown, string | undefined, string>
  explanation: string | null
  entry_id: string | null
  counted_by_id: string
  witness_id: string | null
  counted_at: Temporal.Instant
}

export interface CashEntryTable {
  organisation_id: string
  box_id: string
  id: string
  number: bigint
  what: 'spent' | 'received' | 'from-bank' | 'to-bank' | 'paid-item' | 'difference' | 'taken-back'
  on_day: Temporal.PlainDate
  amount_minor: bigint
  balance_minor: bigint
  text: string
  counterparty: string | null
  account: string | null
  vat_code: string | null
  vat_minor: Generated<bigint>
  document_id: string | null
  item_id: string | null
  takes_back_id: string | null
  made_by_id: string
  made_at: Temporal.Instant
}

export interface LineTable {
  organisation_id: string
  id: string
  account_id: string
  statement_id: string
  kind: 'statement' | 'advice'
  identity: string
  position: number
  booked_on: Temporal.PlainDate
  value_on: Temporal.PlainDate | null
  amount_minor: bigint
  currency: string
  party_name: string | null
  party_account: string | null
  bank_ref: string | null
  end_to_end_id: string | null
  instruction_id: string | null
  code: string | null
  reference: ColumnType<unknown, string, string>
  text: string
  is_reversal: boolean
  batch: ColumnType<unknown, string | null | undefined, string | null>
  fee_minor: bigint | null
  match_id: string | null
  asked_id: string | null
  asked_at: Temporal.Instant | null
  original_minor: bigint | null
  original_currency: string | null
}

export interface MatchTable {
  organisation_id: string
  id: string
  line_id: string
  parts: ColumnType<unknown, string, string>
  entry_key: string | null
  matched_at: Temporal.Instant
  matched_by_id: string
}

export interface MatchedLineFactTable {
  organisation_id: string
  line_id: string
  match_id: string
  account_id: string
  account_number: string
  kind: string
  booked_on: Temporal.PlainDate
  amount_minor: bigint
  currency: string
  party_name: string
  text: string
  position: number
  parts: ColumnType<unknown, string, string>
}

export interface PaymentTable {
  organisation_id: string
  run_id: string
  id: string
  position: number
  party_id: string | null
  party_name: string
  pay_to: ColumnType<unknown, string, string>
  reference: ColumnType<unknown, string | null | undefined, string | null>
  text: string
  amount_minor: bigint
  currency: string
  pay_on: Temporal.PlainDate
  end_to_end_id: string
  payment_info_id: string | null
  state: 'planned' | 'settled' | 'rejected' | 'dropped'
  ticked_at: Temporal.Instant | null
  reason: string | null
  handed_key: string | null
  confirmed_key: string | null
  settled_on: Temporal.PlainDate | null
  line_id: string | null
  paid_minor: bigint | null
}

export interface PaymentFactTable {
  organisation_id: string
  payment_id: string
  run_id: string
  account_id: string
  run_state: string
  state: string
  pay_on: Temporal.PlainDate
  amount_minor: bigint
  currency: string
  item_id: string
  record_id: string
  item_minor: bigint
}

export interface PaymentItemTable {
  organisation_id: string
  payment_id: string
  item_id: string
  record_id: string
  number: string | null
  due_on: Temporal.PlainDate
  amount_minor: bigint
  discount_minor: Generated<bigint>
  live: boolean
}

export interface RuleTable {
  organisation_id: string
  id: string
  account_id: string
  counterparty: string
  shown: string
  direction: number
  part: ColumnType<unknown, string, string>
  uses: number
  last_on: Temporal.PlainDate
}

export interface RunTable {
  organisation_id: string
  id: string
  account_id: string
  year: number
  serial: bigint
  method: 'file' | 'hand'
  state: 'proposed' | 'approved' | 'handed-out' | 'settled' | 'rejected' | 'withdrawn'
  currency: string
  message_id: string
  proposed_by_id: string
  proposed_on: Temporal.PlainDate
  approved_by_id: string | null
  approved_at: Temporal.Instant | null
  handed_out_by_id: string | null
  handed_out_at: Temporal.Instant | null
  accepted_on: Temporal.PlainDate | null
  settled_on: Temporal.PlainDate | null
  confirmed_because: string | null
  file_id: string | null
  file_digest: Buffer | null
  file_name: string | null
  problem: ColumnType<unknown, string | null | undefined, string | null>
}

export interface SettingsTable {
  organisation_id: string
  four_eyes: boolean
  book_at_hand_out: boolean
}

export interface StatementTable {
  organisation_id: string
  id: string
  file_id: string
  digest: Buffer
  file_name: string
  state: 'waiting' | 'read' | 'asks' | 'refused'
  format: string | null
  account_id: string | null
  run_id: string | null
  taken_on: Temporal.PlainDate
  line_count: Generated<number>
  new_count: Generated<number>
  findings: ColumnType<unknown, string | undefined, string>
  problem: ColumnType<unknown, string | null | undefined, string | null>
  head: ColumnType<unknown, string | null | undefined, string | null>
  layout: ColumnType<unknown, string | null | undefined, string | null>
}

export interface StatementPartTable {
  organisation_id: string
  statement_id: string
  position: number
  account_id: string
  kind: 'statement' | 'intraday' | 'advice'
  sequence: string | null
  currency: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  opening_on: Temporal.PlainDate | null
  opening_minor: bigint | null
  closing_on: Temporal.PlainDate | null
  closing_minor: bigint | null
  line_count: number
  new_count: number
}

export interface BankingTables {
  'banking.account': AccountTable
  'banking.account_balance_fact': AccountBalanceFactTable
  'banking.account_number': AccountNumberTable
  'banking.advice': AdviceTable
  'banking.advice_choice': AdviceChoiceTable
  'banking.cash_balance_fact': CashBalanceFactTable
  'banking.cash_box': CashBoxTable
  'banking.cash_count': CashCountTable
  'banking.cash_entry': CashEntryTable
  'banking.line': LineTable
  'banking.match': MatchTable
  'banking.matched_line_fact': MatchedLineFactTable
  'banking.payment': PaymentTable
  'banking.payment_fact': PaymentFactTable
  'banking.payment_item': PaymentItemTable
  'banking.rule': RuleTable
  'banking.run': RunTable
  'banking.settings': SettingsTable
  'banking.statement': StatementTable
  'banking.statement_part': StatementPartTable
}
