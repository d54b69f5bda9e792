/** Programme and budget as they stand. */
import type { Selectable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { BudgetLineTable, OutingsTables } from './tables.ts'

type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<OutingsTables>()

export const programmeOf = (at: Reading, id: string): Promise<{ time: string; what: string }[]> =>
  dbOf(at)
    .selectFrom('outings.programme')
    .select(['time', 'what'])
    .where('organisation_id', '=', at.office.id)
    .where('outing_id', '=', id)
    .orderBy('position')
    .execute()

export const budgetOf = (at: Reading, id: string): Promise<Selectable<BudgetLineTable>[]> =>
  dbOf(at)
    .selectFrom('outings.budget_line')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('outing_id', '=', id)
    .orderBy('position')
    .execute()
