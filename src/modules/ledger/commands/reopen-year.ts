import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireBooks } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { reverseKeys } from '../reversing.ts'
import { officeWords } from '../words.ts'

interface Year {
  readonly id: string
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate
  readonly state: 'open' | 'closed'
}

async function yearToReopen(act: Act, id: string): Promise<Year> {
  const { rows } = await sql<Year>`
    select id, starts_on, ends_on, state from ledger.fiscal_year where organisation_id = ${act.office.id} order by starts_on for update`.execute(
    act.db(),
  )
  const year = rows.find(row => row.id === id) ?? act.refuse(c.yearMissing, { on: '' })
  if (year.state !== 'closed') act.refuse(c.yearNotClosed, { year: `${year.starts_on} – ${year.ends_on}` })
  const later = rows.findLast(row => row.state === 'closed')!
  if (later.id !== id) act.refuse(c.yearLaterClosed, { year: `${later.starts_on} – ${later.ends_on}` })
  return year
}

/** What closing booked, and what it carried into the next year, under the keys of the last closing. */
async function closingKeys(act: Act, yearId: string): Promise<{ key: string; on: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ key: string; on: Temporal.PlainDate }>`
    select e.key, e.posted_on as "on" from ledger.entry e
    where e.organisation_id = ${act.office.id} and e.reversal_of is null and e.key like ${`ledger.year:${yearId}:%`}
      and not exists (select from ledger.entry r where r.organisation_id = e.organisation_id and r.reversal_of = e.id)
    order by e.posted_on desc`.execute(act.db())
  return rows
}

export const reopenYearBody = implementCommand(c.reopenYear, {
  load: requireBooks,
  async run(act, { yearId, reason }) {
    const year = await yearToReopen(act, yearId)
    await sql`update ledger.fiscal_year set state = 'open', closed_at = null, closed_by_id = null
      where organisation_id = ${act.office.id} and id = ${yearId}`.execute(act.db())
    await sql`update ledger.period set state = 'locked' where organisation_id = ${act.office.id} and year_id = ${yearId}`.execute(
      act.db(),
    )
    const text = officeWords(act, 'text.reopened', { from: String(year.starts_on), until: String(year.ends_on) })
    const posted = await reverseKeys(
      act,
      (await closingKeys(act, yearId)).map(({ key, on }) => ({ key, on, text })),
    )
    act.emit(c.yearReopened, { id: yearId, startsOn: year.starts_on, endsOn: year.ends_on, reason })
    return { output: { id: yearId, entryIds: posted.map(({ id }) => id) } }
  },
})
