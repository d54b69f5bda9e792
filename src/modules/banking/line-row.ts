import { sql } from 'kysely'
import { type Reading, dbOf } from './account-row.ts'

export interface LineReference {
  readonly scheme: string
  readonly value: string
  readonly minor: string | null
}

export interface LineRow {
  readonly id: string
  readonly account_id: string
  readonly statement_id: string
  readonly kind: 'statement' | 'advice'
  readonly position: number
  readonly booked_on: Temporal.PlainDate
  readonly value_on: Temporal.PlainDate | null
  readonly amount_minor: bigint
  readonly currency: string
  readonly party_name: string | null
  readonly party_account: string | null
  readonly bank_ref: string | null
  readonly end_to_end_id: string | null
  readonly instruction_id: string | null
  readonly code: string | null
  readonly reference: readonly LineReference[]
  readonly text: string
  readonly is_reversal: boolean
  readonly batch: { id: string; paymentInfoId: string | null; sumMinor: string; count: number } | null
  readonly fee_minor: bigint | null
  /** What was exchanged for it, as the bank says: signed as the line. */
  readonly original_minor: bigint | null
  readonly original_currency: string | null
  readonly match_id: string | null
  readonly asked_id: string | null
}

export async function linesByIds(
  at: Reading,
  accountId: string,
  ids: readonly string[],
): Promise<Map<string, LineRow>> {
  const { rows } = await sql<LineRow>`
    select * from banking.line where organisation_id = ${at.office.id} and account_id = ${accountId} and id = any(${[...ids]}::uuid[])`.execute(
    dbOf(at),
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** Lines that nobody has matched, the oldest first. */
export async function openLines(at: Reading, accountId: string, most: number): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select * from banking.line where organisation_id = ${at.office.id} and account_id = ${accountId} and match_id is null
    order by booked_on, id limit ${most}`.execute(dbOf(at))
  return rows
}

/** What a line is called: who it was with, else its first words, else the bank's code; as one clean line. */
export const lineName = (line: Pick<LineRow, 'party_name' | 'text' | 'code' | 'booked_on'>): string =>
  [line.party_name, line.text.split('\n')[0], line.code]
    .map(words => (words ?? '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim())
    .find(words => words !== '')
    ?.slice(0, 200) ?? String(line.booked_on)

/** What a line as it is shown answers. */
export const lineFacts = (line: LineRow, asked: string | null) => ({
  id: line.id,
  accountId: line.account_id,
  kind: line.kind,
  bookedOn: line.booked_on,
  valueOn: line.value_on,
  amount: { minor: line.amount_minor, currency: line.currency },
  partyName: line.party_name,
  partyAccount: line.party_account,
  reference: line.reference[0]?.value ?? null,
  text: line.text,
  code: line.code,
  bankRef: line.bank_ref,
  matched: line.match_id !== null,
  asked,
})
