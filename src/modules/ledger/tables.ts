/** The tables of ledger. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface AccountTable {
  organisation_id: string
  number: string
  name: string
  names: ColumnType<unknown, string | undefined, string>
  account_type: 'asset' | 'liability' | 'equity' | 'income' | 'cost'
  vat_code: string | null
  in_use: Generated<boolean>
  folded: Generated<string>
  currency: string | null
}

export interface AccountCodeTable {
  organisation_id: string
  account: string
  country: string
  code: string
}

export interface AccountFactTable {
  organisation_id: string
  number: string
  name: string
  names: ColumnType<unknown, string, string>
  account_type: string
  vat_code: string
  in_use: boolean
  roles: string[]
}

export interface AccrualTable {
  organisation_id: string
  id: string
  entry_id: string
  account: string
  held_on_account: string
  amount_minor: bigint
  text: string
  dimensions: ColumnType<unknown, string | null | undefined, string | null>
  stopped_at: Temporal.Instant | null
  key: string | null
}

export interface AccrualFactTable {
  organisation_id: string
  accrual_id: string
  key: string
  entry_id: string
  source_id: string
  account: string
  amount_minor: bigint
  text: string
  stopped: boolean
  left_minor: bigint
  next_on: Temporal.PlainDate
  last_on: Temporal.PlainDate
  parts: number
}

export interface AccrualPartTable {
  organisation_id: string
  accrual_id: string
  part_on: Temporal.PlainDate
  amount_minor: bigint
  entry_id: string | null
}

export interface BalanceTable {
  organisation_id: string
  account: string
  period_on: Temporal.PlainDate
  debit_minor: bigint
  credit_minor: bigint
  closing_minor: bigint
}

export interface CompanyTable {
  organisation_id: string
  facts: ColumnType<unknown, string, string>
}

export interface DimensionTable {
  organisation_id: string
  code: string
  name: string
}

export interface DimensionFactTable {
  organisation_id: string
  dimension: string
  dimension_name: string
  code: string
  name: string
  in_use: boolean
}

export interface DimensionValueTable {
  organisation_id: string
  dimension: string
  code: string
  name: string
  in_use: Generated<boolean>
}

export interface EntryTable {
  organisation_id: string
  id: string
  year_id: string
  period_on: Temporal.PlainDate
  series: string
  number: bigint
  book: 'bills' | 'payments' | 'invoices' | 'expenses' | 'cash' | 'bank' | 'pay' | 'accruals' | 'general' | 'opening' | 'closing'
  posted_on: Temporal.PlainDate
  text: string
  key: string | null
  source_id: string | null
  reversal_of: string | null
  imported: Generated<boolean>
  line_count: number
  total_minor: bigint
  folded: Generated<string>
  made_at: Temporal.Instant
  made_by_id: string
}

export interface EntryDocumentTable {
  organisation_id: string
  entry_id: string
  document_id: string
}

export interface EntryFactTable {
  organisation_id: string
  entry_id: string
  key: string
  source_id: string
  series: string
  number: bigint
  book: string
  posted_on: Temporal.PlainDate
  text: string
  total_minor: bigint
  reversal_of: string
  reversed_by: string
}

export interface EntryOriginTable {
  organisation_id: string
  entry_id: string
  import_id: string
  series: string
  number: string
  untitled: boolean
  registered_on: Temporal.PlainDate | null
  registered_by: string | null
}

export interface FiscalYearTable {
  organisation_id: string
  id: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  state: Generated<'open' | 'closed'>
  closed_at: Temporal.Instant | null
  closed_by_id: string | null
}

export interface ImportTable {
  organisation_id: string
  id: string
  format: 'sie4' | 'saft-no' | 'saft-pt' | 'd406' | 'xaf'
  file_name: string
  digest: Buffer
  company: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  entry_count: number
  imported_at: Temporal.Instant
  imported_by_id: string
}

export interface ItemTable {
  organisation_id: string
  id: string
  key: string
  side: 'payable' | 'receivable'
  record_id: string
  party_id: string | null
  party_name: string
  number: string | null
  reference_scheme: 'none' | 'ocr' | 'kid' | 'rf' | 'betalingskenmerk' | 'multibanco' | 'text'
  reference: string | null
  issued_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  currency: string
  amount_minor: bigint
  settled_minor: Generated<bigint>
  pay_to: ColumnType<unknown, string | null | undefined, string | null>
  method: 'transfer' | 'direct-debit' | 'card' | 'cash' | 'multibanco' | 'none'
  discount_on: Temporal.PlainDate | null
  discount_minor: bigint | null
  ready: boolean
  hold_reason: string | null
  withdrawn_at: Temporal.Instant | null
  made_at: Temporal.Instant
  worth_minor: bigint | null
  worth_account: string | null
  settled_worth_minor: Generated<bigint>
}

export interface ItemFactTable {
  organisation_id: string
  item_id: string
  key: string
  side: string
  record_id: string
  party_id: string
  party_name: string
  number: string
  reference_scheme: string
  reference: string
  issued_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  currency: string
  amount_minor: bigint
  settled_minor: bigint
  remaining_minor: bigint
  pay_to: ColumnType<unknown, string, string>
  method: string
  discount_on: Temporal.PlainDate
  discount_minor: bigint
  ready: boolean
  hold_reason: string
  state: string
  made_at: Temporal.Instant
}

export interface PeriodTable {
  organisation_id: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  year_id: string
  state: Generated<'open' | 'locked' | 'closed'>
}

export interface PostingTable {
  organisation_id: string
  entry_id: string
  line: number
  account: string
  posted_on: Temporal.PlainDate
  amount_minor: bigint
  currency: string | null
  foreign_minor: bigint | null
  vat_code: string | null
  vat_part: 'base' | 'tax' | 'due' | null
  dimensions: ColumnType<unknown, string | null | undefined, string | null>
  party_id: string | null
  text: string | null
}

export interface PostingFactTable {
  organisation_id: string
  entry_id: string
  line: number
  key: string
  series: string
  number: bigint
  book: string
  text: string
  account: string
  posted_on: Temporal.PlainDate
  amount_minor: bigint
  currency: string
  foreign_minor: bigint
  reversal_of: string
  reversed_by: string
  reversed_on: Temporal.PlainDate
}

export interface RateTable {
  organisation_id: string
  currency: string
  rate_on: Temporal.PlainDate
  rate: string
}

export interface RateFactTable {
  organisation_id: string
  currency: string
  rate_on: Temporal.PlainDate
  rate: string
}

export interface RoleAccountTable {
  organisation_id: string
  role: string
  account: string
}

export interface SeriesTable {
  organisation_id: string
  year_id: string
  code: string
  last_number: bigint
}

export interface SettingsTable {
  organisation_id: string
  mode: 'books' | 'none'
  currency: string
  chart: 'SE' | 'NO' | 'NL' | 'RO' | 'PT' | 'EN'
  year_month: number
  series: ColumnType<unknown, string | undefined, string>
}

export interface SettingsFactTable {
  organisation_id: string
  mode: string
  currency: string
  chart: string
}

export interface SettlementTable {
  organisation_id: string
  id: string
  key: string
  item_id: string
  amount_minor: bigint
  settled_on: Temporal.PlainDate
  by_id: string | null
  how: 'payment' | 'credit' | 'write-off' | 'discount' | 'rounding' | 'exchange'
  withdrawn_at: Temporal.Instant | null
  made_at: Temporal.Instant
  worth_minor: bigint | null
}

export interface SettlementFactTable {
  organisation_id: string
  settlement_id: string
  key: string
  item_id: string
  amount_minor: bigint
  settled_on: Temporal.PlainDate
  by_id: string
  how: string
}

export interface VatCodeTable {
  organisation_id: string
  code: string
  name: string
  names: ColumnType<unknown, string | undefined, string>
  kind: 'sale' | 'purchase' | 'reverse-charge' | 'import' | 'none'
  rate: number
  deductible: Generated<number>
  category: 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O'
  tax_account: string | null
  due_account: string | null
  base_box: string | null
  tax_box: string | null
  due_box: string | null
  valid_from: Temporal.PlainDate | null
  valid_until: Temporal.PlainDate | null
  in_use: Generated<boolean>
}

export interface VatCodeFactTable {
  organisation_id: string
  code: string
  name: string
  names: ColumnType<unknown, string, string>
  kind: string
  rate: number
  deductible: number
  category: string
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate
  in_use: boolean
}

export interface VatSettlementTable {
  organisation_id: string
  id: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  to_pay_minor: bigint
  entry_id: string | null
  settled_at: Temporal.Instant
  settled_by_id: string
  reopened_at: Temporal.Instant | null
}

export interface YearBalanceTable {
  organisation_id: string
  account: string
  starts_on: Temporal.PlainDate
  debit_minor: bigint
  credit_minor: bigint
}

export interface LedgerTables {
  'ledger.account': AccountTable
  'ledger.account_code': AccountCodeTable
  'ledger.account_fact': AccountFactTable
  'ledger.accrual': AccrualTable
  'ledger.accrual_fact': AccrualFactTable
  'ledger.accrual_part': AccrualPartTable
  'ledger.balance': BalanceTable
  'ledger.company': CompanyTable
  'ledger.dimension': DimensionTable
  'ledger.dimension_fact': DimensionFactTable
  'ledger.dimension_value': DimensionValueTable
  'ledger.entry': EntryTable
  'ledger.entry_document': EntryDocumentTable
  'ledger.entry_fact': EntryFactTable
  'ledger.entry_origin': EntryOriginTable
  'ledger.fiscal_year': FiscalYearTable
  'ledger.import': ImportTable
  'ledger.item': ItemTable
  'ledger.item_fact': ItemFactTable
  'ledger.period': PeriodTable
  'ledger.posting': PostingTable
  'ledger.posting_fact': PostingFactTable
  'ledger.rate': RateTable
  'ledger.rate_fact': RateFactTable
  'ledger.role_account': RoleAccountTable
  'ledger.series': SeriesTable
  'ledger.settings': SettingsTable
  'ledger.settings_fact': SettingsFactTable
  'ledger.settlement': SettlementTable
  'ledger.settlement_fact': SettlementFactTable
  'ledger.vat_code': VatCodeTable
  'ledger.vat_code_fact': VatCodeFactTable
  'ledger.vat_settlement': VatSettlementTable
  'ledger.year_balance': YearBalanceTable
}
