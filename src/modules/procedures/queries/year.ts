import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { workingCalendar } from '../../work/contract.ts'
import { year } from '../contract.ts'
import { type DayRow, daysDue } from '../obligation-row.ts'
import { proposalsFor, proposalTitle, proposedRule } from '../proposals.ts'
import { nextDay } from '../rule-dates.ts'
import { factsOf, readObligations } from './obligation-lines.ts'

export type DayState = 'coming' | 'raised' | 'late' | 'fulfilled'

/** How a day stands today. */
export function stateOfDay(day: DayRow | undefined, dueOn: Temporal.PlainDate, today: Temporal.PlainDate): DayState {
  if (day?.fulfilled_at) return 'fulfilled'
  if (day?.raised_at) return Temporal.PlainDate.compare(dueOn, today) < 0 ? 'late' : 'raised'
  return 'coming'
}

async function daysNoted(view: View): Promise<Map<string, DayRow[]>> {
  const { rows } = await sql<DayRow>`
    select * from procedures.obligation_day where organisation_id = ${view.office.id}
      and (raised_at is not null or fulfilled_at is not null) order by due_on`.execute(view.db())
  return Map.groupBy(rows, row => row.obligation_id)
}

export const yearBody = implementQuery(year, async (view, { from: given, months, ownerId }) => {
  const from = given ?? view.today
  const to = from.add({ months })
  const rows = await readObligations(
    view,
    sql`where o.state = 'in-force' and (${ownerId ?? null}::uuid is null or o.owner_id = ${ownerId ?? null}::uuid)`,
  )
  const facts = await factsOf(view, rows)
  const noted = await daysNoted(view)
  const found = rows.flatMap(row => {
    const known = noted.get(row.id) ?? []
    const within = (day: Temporal.PlainDate) =>
      Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0
    // what is late stays on the list until it is done, however long ago it was
    const days = new Map(
      [
        ...known.filter(day => within(day.due_on) || day.fulfilled_at === null).map(day => day.due_on),
        ...daysDue(row, from, to, view.office.country),
      ].map(day => [day.toString(), day]),
    )
    return [...days.values()].map(dueOn => ({
      ...facts(row),
      dueOn,
      day: stateOfDay(
        known.find(day => day.due_on.equals(dueOn)),
        dueOn,
        view.today,
      ),
    }))
  })
  found.sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.title.localeCompare(b.title))
  const { rows: adopted } = await sql<{ proposal: string }>`
    select proposal from procedures.obligation where organisation_id = ${view.office.id} and proposal is not null and state = 'in-force'`.execute(
    view.db(),
  )
  return {
    from,
    to,
    rows: found,
    withoutOwner: rows.filter(row => !row.owner_id && !row.owner_role).length,
    proposals: proposalsFor(view.office.country)
      .filter(({ key }) => !adopted.some(({ proposal }) => proposal === key))
      .map(proposal => {
        const rule = proposedRule(proposal, view.today)
        return {
          key: proposal.key,
          title: proposalTitle(proposal.key, view.principal.language),
          source: proposal.source,
          rule,
          nextOn: nextDay(rule, view.today, workingCalendar(view.office.country)),
        }
      }),
  }
})
