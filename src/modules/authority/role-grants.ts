import type { Act } from '../../kernel/implement.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import { type Authority, type Grant, limitColumns, limitOfRow } from './held.ts'
import type { AuthorityTables } from './tables.ts'

export const authorityOfGrants = (grants: readonly Grant[], clearance: number): Authority => ({
  permissions: new Map(grants.map(grant => [grant.permission, grant.limit])),
  clearance,
})

/** Replaces all permissions of a role; named twice, the last holds. */
export async function writeGrants(act: Act, roleId: string, grants: readonly Grant[]): Promise<void> {
  const db = act.db<AuthorityTables>()
  await db
    .deleteFrom('authority.role_permission')
    .where('organisation_id', '=', act.office.id)
    .where('role_id', '=', roleId)
    .execute()
  const { permissions } = authorityOfGrants(grants, 0)
  if (permissions.size === 0) return
  const rows = [...permissions].map(([permission, limit]) => ({
    organisation_id: act.office.id,
    role_id: roleId,
    permission,
    ...limitColumns(limit),
  }))
  await db.insertInto('authority.role_permission').values(rows).execute()
}

export async function readGrants(act: Act, roleId: string): Promise<Grant[]> {
  const rows = await act
    .db<AuthorityTables>()
    .selectFrom('authority.role_permission')
    .select(['permission', 'limit_minor', 'limit_currency'])
    .where('organisation_id', '=', act.office.id)
    .where('role_id', '=', roleId)
    .orderBy('permission')
    .execute()
  return rows.map(row => ({ permission: row.permission, limit: limitOfRow(row) }))
}

/** Grants in the wire's form, for an undo. */
export const wireGrants = (grants: readonly Grant[]) =>
  grants.map(({ permission, limit }) => ({
    permission,
    limit: limit && { amount: decimalOfMoney(limit), currency: limit.currency },
  }))
