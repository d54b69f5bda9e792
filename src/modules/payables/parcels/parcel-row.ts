import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import type { parcelMails, parcelStates } from '../contract.ts'

export interface ParcelRow {
  readonly id: string
  readonly month_on: Temporal.PlainDate
  readonly state: (typeof parcelStates)[number]
  readonly made_on: Temporal.PlainDate
  readonly made_at: Temporal.Instant
  readonly file_id: string | null
  readonly digest: Buffer | null
  readonly file_name: string | null
  readonly bill_count: number
  readonly line_count: number
  readonly late_count: number
  readonly paper_count: number
  readonly sent_to: string | null
  readonly email: string | null
  readonly note: string
  readonly mail: (typeof parcelMails)[number]
  readonly mail_error: string | null
  readonly sent_at: Temporal.Instant | null
  readonly withdrawn_reason: string | null
}

export async function parcelOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<ParcelRow> {
  const { rows } = await sql<ParcelRow>`
    select * from payables.parcel where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}
