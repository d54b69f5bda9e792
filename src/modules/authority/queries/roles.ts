import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  changeRole,
  getRole,
  listOpenOffers,
  listRoles,
  permissionMatrix,
  type RoleKey,
  refusals,
  standardRoles,
} from '../contract.ts'
import { sliced } from '../people.ts'
import { limitFrom } from '../port/principal.ts'
import { reachOf } from '../port/reach.ts'
import { openOffers } from '../standard-rights.ts'
import { allPermissions, permissionLabel } from '../words.ts'

interface Row {
  id: string
  title: string
  version: number
  key: RoleKey | null
  clearance: number
  holders: { id: string; name: string }[]
  grants: [permission: string, minor: string | null, currency: string | null][]
}

/** The roles one may see, standard ones first, with what they grant and who holds them now. */
async function rolesOf(view: View, id: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.title, r.version, role.key, role.clearance,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]')
        from authority.assignment a join kernel.record p on p.organisation_id = a.organisation_id and p.id = a.principal_id
        where a.organisation_id = role.organisation_id and a.role_id = role.id
          and a.from_at <= ${view.at} and (a.until_at is null or a.until_at > ${view.at})) as holders,
      (select coalesce(json_agg(json_build_array(g.permission, g.limit_minor::text, g.limit_currency) order by g.permission), '[]')
        from authority.role_permission g where g.organisation_id = role.organisation_id and g.role_id = role.id) as grants
    from (${visibleRecords(view, 'role').select(['organisation_id', 'id', 'title', 'version'])}) r
    join authority.role on role.organisation_id = r.organisation_id and role.id = r.id
    where ${id}::uuid is null or role.id = ${id}::uuid
    order by role.key is null, role.id`.execute(view.db())
  return rows
}

const grantsOf = (row: Row) =>
  row.grants.map(([permission, minor, currency]) => ({ permission, limit: limitFrom(minor, currency) }))

export const listRolesBody = implementQuery(listRoles, async (view, { text, ...slice }) => {
  const wanted = text?.trim().toLowerCase() ?? ''
  const roles = (await rolesOf(view, null)).filter(row => row.title.toLowerCase().includes(wanted))
  const facts = roles.map(row => ({
    id: row.id,
    key: row.key,
    name: row.title,
    clearance: row.clearance,
    version: row.version,
  }))
  return sliced(
    facts.map((fact, index) => ({ ...fact, holders: roles[index]!.holders.length, grants: grantsOf(roles[index]!) })),
    slice,
  )
})

export const getRoleBody = implementQuery(getRole, async (view, { id }) => {
  const record = await visibleRecords(view, 'role')
    .where('id', '=', id)
    .select(['id', 'kind', 'title', 'class', 'version'])
    .executeTakeFirst()
  const [row] = record ? await rolesOf(view, id) : []
  if (!record || !row) return view.refuse(kernelRefusals.notFound, { kind: 'role', id })
  const fixed = id === standardRoles.owner.id ? { name: refusals.roleOwnerFixed.name } : null
  return {
    record: { ...record, state: null },
    key: row.key,
    clearance: row.clearance,
    grants: grantsOf(row),
    holders: row.holders,
    can: can(view, changeRole, { id, expectedVersion: record.version }, { refusedBecause: fixed }),
  }
})

export const listOpenOffersBody = implementQuery(listOpenOffers, async view => {
  const rows = (await openOffers(view)).map(({ roleId, permission }) => ({ roleId, permission }))
  return { rows, total: rows.length }
})

export const permissionMatrixBody = implementQuery(permissionMatrix, async view => {
  const language = nearestLanguage(view.principal.language)
  const roles = (await rolesOf(view, null)).map(row => ({
    id: row.id,
    name: row.title,
    reach: new Map(grantsOf(row).map(({ permission, limit }) => [permission, limit])),
  }))
  const cells = (permission: string) =>
    roles.map(({ id: roleId, reach }) => {
      const limit = reachOf(reach, permission)
      return { roleId, held: limit !== undefined, limit: limit ?? null }
    })
  return {
    roles: roles.map(({ id, name }) => ({ id, name })),
    rows: allPermissions().map(permission => ({
      permission,
      label: permissionLabel(language, permission),
      cells: cells(permission),
    })),
  }
})
