/** The tables of fax, as migrations/0540-fax.sql makes them. */
import type { Generated } from 'kysely'
import type { FaxDirection, FaxState, LineWay, NumberForm } from './contract/shapes.ts'

export interface LineTable {
  organisation_id: string
  id: string
  way: LineWay
  number: string | null
  senders: Generated<string[]>
  subject_in: string | null
  address_out: string | null
  subject_out: string | null
  number_form: NumberForm
  is_default: Generated<boolean>
  retired: Generated<boolean>
}

export interface FaxTable {
  organisation_id: string
  id: string
  year: number
  serial: bigint
  direction: FaxDirection
  state: FaxState
  line_id: string | null
  document_id: string
  number: string
  name: string
  party_id: string | null
  pages: number | null
  at: Temporal.Instant
  ended_at: Temporal.Instant | null
  by_id: string | null
  for_id: string | null
  mark: string | null
  note: string
  cover: boolean
  language: string | null
  file_id: string | null
  spool_job: string | null
  problem: string | null
  report: string
  report_id: string | null
  again_of: string | null
}

export interface FaxTables {
  'fax.line': LineTable
  'fax.fax': FaxTable
}
