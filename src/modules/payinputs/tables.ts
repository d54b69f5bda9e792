/** The tables of pay inputs, as migrations/0241-payinputs.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { InputSource, LayoutColumn, LayoutFormat, PayKind, PeriodState } from './contract/shapes.ts'

type Day = Temporal.PlainDate

export interface PayeeTable {
  organisation_id: string
  id: string
  person_id: string
  employee_number: string
  daily_minutes: number
  expects_hours: boolean
  from_on: Day
  until_on: Day | null
}

export interface RecurringTable {
  organisation_id: string
  payee_id: string
  id: string
  kind: PayKind
  minutes: number | null
  amount_minor: bigint | null
  currency: string | null
  note: Generated<string>
  from_on: Day
  until_on: Day | null
}

export interface PeriodTable {
  organisation_id: string
  id: string
  month: string
  state: PeriodState
  handed_on_at: Temporal.Instant | null
  file_digest: string | null
}

export interface InputTable {
  organisation_id: string
  period_id: string
  id: string
  payee_id: string
  kind: PayKind
  on_day: Day
  until_day: Day
  minutes: number | null
  amount_minor: bigint | null
  currency: string | null
  note: Generated<string>
  source: InputSource
  source_id: string | null
  removed: Generated<boolean>
}

export interface SheetTable {
  organisation_id: string
  period_id: string
  payee_id: string
  handed_in_at: Temporal.Instant
}

export interface LayoutTable {
  organisation_id: string
  format: LayoutFormat
  separator: 'semicolon' | 'comma' | 'tab'
  decimal_sign: 'comma' | 'point'
  header: boolean
  columns: LayoutColumn[]
  codes: ColumnType<Readonly<Record<string, string>>, string, string>
}

export interface PayinputsTables {
  'payinputs.payee': PayeeTable
  'payinputs.recurring': RecurringTable
  'payinputs.period': PeriodTable
  'payinputs.input': InputTable
  'payinputs.sheet': SheetTable
  'payinputs.layout': LayoutTable
}
