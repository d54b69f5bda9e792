import { sql } from 'kysely'
import { type Reading, dbOf } from './account-row.ts'
import type { StatementState } from './contract.ts'

export interface StatementRow {
  readonly id: string
  readonly file_id: string
  readonly digest: Buffer
  readonly file_name: string
  readonly state: StatementState
  readonly format: string | null
  readonly account_id: string | null
  readonly run_id: string | null
  readonly taken_on: Temporal.PlainDate
  readonly line_count: number
  readonly new_count: number
  readonly findings: readonly { name: string; line: number | null; data: Record<string, unknown> }[]
  readonly problem: { name: string; line: number | null; detail: string } | null
  readonly head: { separator: ',' | ';' | '\t' | '|'; rows: string[][] } | null
  readonly layout: Record<string, unknown> | null
}

export async function statementOf(at: Reading, id: string): Promise<StatementRow> {
  const { rows } = await sql<StatementRow>`
    select * from banking.statement where organisation_id = ${at.office.id} and id = ${id}`.execute(dbOf(at))
  return rows[0]!
}
