import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { refusals } from './contract.ts'

/** A task may be given to anybody who acts in this organisation. */
export async function requireOwner(act: Act, id: string | null | undefined): Promise<void> {
  if (!id) return
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'principal'`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(refusals.ownerUnknown, { id })
}
