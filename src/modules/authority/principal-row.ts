import type { Act } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import type { AuthorityTables } from './tables.ts'

export type PrincipalRow = AuthorityTables['authority.principal'] & { clearance: number }

/** The principal of a record that has been locked. */
export async function principalOf(act: Act, id: string): Promise<PrincipalRow> {
  const row = await act
    .db<AuthorityTables>()
    .selectFrom('authority.principal')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as PrincipalRow | undefined) ?? act.refuse(kernelRefusals.notFound, { kind: 'principal', id })
}

/** The title of a record of this office that is known to be open: a colleague's or a role's name. */
export async function titleOf(act: Act, id: string, kind: 'principal' | 'role'): Promise<string> {
  const row = await act
    .db()
    .selectFrom('kernel.record')
    .select('title')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.title ?? act.refuse(kernelRefusals.notFound, { kind, id })
}
