/** Rights that come to the standard roles with an update: each is offered once, and what an office took away stays away. */
import type { Act, View } from '../../kernel/implement.ts'
import { standardRoles } from './contract.ts'
import type { AuthorityTables } from './tables.ts'

export interface Offer {
  readonly roleId: string
  readonly permission: string
  /** False where the office knew the module before offers were written down: then its roles are as it wants them. */
  readonly give: boolean
}

const moduleOf = (permission: string) => permission.slice(0, permission.indexOf('.'))

/** What the standard roles of this version hold and were never offered in this office. */
export async function openOffers(reader: Act | View): Promise<Offer[]> {
  const standing = await reader
    .db<AuthorityTables>()
    .selectFrom('authority.role')
    .select('id')
    .where('organisation_id', '=', reader.office.id)
    .where('key', 'is not', null)
    .execute()
  const rows = (table: 'authority.role_offer' | 'authority.role_permission') =>
    reader
      .db<AuthorityTables>()
      .selectFrom(table)
      .select(['role_id', 'permission'])
      .where('organisation_id', '=', reader.office.id)
      .execute()
  const [offers, held] = [await rows('authority.role_offer'), await rows('authority.role_permission')]
  const offered = Map.groupBy(offers, row => row.role_id)
  const known = new Set(held.map(row => moduleOf(row.permission)))
  const here = new Set(standing.map(({ id }) => id))
  const roles = Object.values(standardRoles).filter(({ id }) => here.has(id))
  return roles.flatMap(({ id, permissions }) => {
    const before = offered.get(id)
    const was = new Set(before?.map(row => row.permission))
    return [...new Set(permissions)]
      .filter(permission => !was.has(permission))
      .map(permission => ({ roleId: id, permission, give: before !== undefined || !known.has(moduleOf(permission)) }))
  })
}
