/** What one unit of another currency is worth, as the ledger knows it. */
import { sql } from 'kysely'
import type { Reader } from './rows.ts'

export interface DayRate {
  readonly rate: string
  readonly on: Temporal.PlainDate
}

/** Banks and authorities publish none on weekends and holidays: the last one before, but not an old one. */
const oldestDays = 10

/** The rate of a day, or the last one before it; null where the ledger has none that is near. */
export async function dayRate(at: Reader, currency: string, on: Temporal.PlainDate): Promise<DayRate | null> {
  if (currency === at.office.currency) return null
  const { rows } = await sql<DayRate>`
    select trim_scale(rate)::text as rate, rate_on as "on" from ledger.rate_fact
    where organisation_id = ${at.office.id} and currency = ${currency} and rate_on <= ${on}::date
      and rate_on > ${on.subtract({ days: oldestDays })}::date
    order by rate_on desc limit 1`.execute(at.db())
  return rows[0] ?? null
}
