import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import { obligationRaised } from '../contract.ts'
import { type ObligationRow, raiseDays } from '../obligation-row.ts'

const due = (view: Pick<View, 'office' | 'today'>) => sql`
  from procedures.obligation o where o.organisation_id = ${view.office.id} and o.state = 'in-force' and o.next_raise_on <= ${view.today}::date`

export async function countObligations(view: View): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${due(view)}`.execute(view.db())
  return rows[0]!.count
}

/** Makes the tasks of every obligation whose time has come; gives how many. */
export async function raiseObligations(act: Act): Promise<number> {
  const { rows } = await sql<ObligationRow & { title: string }>`
    select o.*, (select title from kernel.record r where r.organisation_id = o.organisation_id and r.id = o.id) as title
    ${due(act)} order by o.id for update of o`.execute(act.db())
  let raised = 0
  for (const { title, ...row } of rows) {
    const on = row.next_on!
    const work = await raiseDays(act, row, title)
    raised += work.length
    if (work.length > 0) act.emit(obligationRaised, { id: row.id, title, on, work }, [row.id])
  }
  return raised
}
