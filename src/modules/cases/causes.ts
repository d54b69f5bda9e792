import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { causeUnknown } from './contract.ts'

/** Refuses a cause that is not on the office's list. */
export async function requireCause(act: Act, id: string): Promise<{ name: string; retired: boolean }> {
  const { rows } = await sql<{ name: string; retired: boolean }>`
    select name, retired_at is not null as retired from cases.cause where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0] ?? act.refuse(causeUnknown)
}
