/** The state of months: open, or locked against whoever would post in them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'

type Day = Temporal.PlainDate

/**
 * Changes the state of months; waits for whoever is posting in them. All months of the stretch are held first, whatever their state: who
 * locks while another opens would else pass over what that one is just opening, and leave it open.
 */
export async function setPeriods(
  act: Act,
  from: 'open' | 'locked',
  to: 'open' | 'locked',
  which: { readonly endBy?: Day; readonly endFrom?: Day },
): Promise<Day[]> {
  const stretch = sql`p.organisation_id = ${act.office.id} and (${which.endBy ?? null}::date is null or p.ends_on <= ${which.endBy ?? null}::date)
    and (${which.endFrom ?? null}::date is null or p.ends_on >= ${which.endFrom ?? null}::date)`
  await sql`select from ledger.period p where ${stretch} order by p.starts_on for update`.execute(act.db())
  const { rows } = await sql<{ starts_on: Day }>`
    update ledger.period p set state = ${to} where ${stretch} and p.state = ${from} returning p.starts_on`.execute(
    act.db(),
  )
  return rows.map(row => row.starts_on).sort(Temporal.PlainDate.compare)
}
