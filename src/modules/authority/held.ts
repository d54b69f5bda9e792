/** Nobody gives, takes or resets what reaches further than they do: the one check behind every command on people. */
import { sql } from 'kysely'
import type { Limit, Tx } from '../../kernel/authority.ts'
import type { Act, View } from '../../kernel/implement.ts'
import { refusals, standardRoles } from './contract.ts'
import { authorityOf } from './port/principal.ts'
import { holdsAll, type Reach } from './port/reach.ts'
import type { AuthorityTables } from './tables.ts'

export interface Grant {
  readonly permission: string
  readonly limit: Limit
}

export interface Authority {
  readonly permissions: Reach
  readonly clearance: number
}

type Standing = Pick<View, 'office' | 'principal' | 'at' | 'db'>

/**
 * Whether the one who acts could do all that `other` could, and see as much. Under a mandate nobody does: acts are lent, not
 * authority over people, or a deputy would give what outlives the mandate, or sign in as its giver.
 */
export const reachesOver = (act: Pick<Act, 'principal'>, other: Authority): boolean =>
  act.principal.kind === 'system' ||
  (act.principal.onBehalfOf === null &&
    act.principal.clearance >= other.clearance &&
    holdsAll(act.principal.permissions, other.permissions))

/** What a principal holds now by roles and limits, shut out or not. */
export async function authorityHeld(standing: Standing, principalId: string): Promise<Authority> {
  const held = await authorityOf(standing.db() as unknown as Tx, principalId, standing.at)
  return held ?? { permissions: new Map(), clearance: 0 }
}

/** Refuses who reaches less far than the principal named; oneself is always within reach. */
export async function refuseUnlessOver(act: Act, principalId: string): Promise<void> {
  if (act.principal.id === principalId && !act.principal.onBehalfOf) return
  if (!reachesOver(act, await authorityHeld(act, principalId))) act.refuse(refusals.authorityNotHeld, {})
}

/** What these roles hold together. */
export async function authorityOfRoles(act: Act, roleIds: readonly string[]): Promise<Authority[]> {
  const db = act.db<AuthorityTables>()
  const roles = await db
    .selectFrom('authority.role')
    .select(['id', 'clearance'])
    .where('organisation_id', '=', act.office.id)
    .where('id', 'in', [...roleIds])
    .execute()
  const rows = await db
    .selectFrom('authority.role_permission')
    .select(['role_id', 'permission', 'limit_minor', 'limit_currency'])
    .where('organisation_id', '=', act.office.id)
    .where('role_id', 'in', [...roleIds])
    .execute()
  return roles.map(role => ({
    clearance: role.clearance,
    permissions: new Map(rows.filter(row => row.role_id === role.id).map(row => [row.permission, limitOfRow(row)])),
  }))
}

/** Refuses who reaches less far than one of these roles. */
export async function refuseUnlessOverRoles(act: Act, roleIds: readonly string[]): Promise<void> {
  const roles = await authorityOfRoles(act, roleIds)
  if (!roles.every(role => reachesOver(act, role))) act.refuse(refusals.authorityNotHeld, {})
}

/** A limit as its two columns hold it; NULL is without limit. */
export const limitOfRow = (row: { limit_minor: bigint | null; limit_currency: string | null }): Limit =>
  row.limit_minor === null || row.limit_currency === null
    ? null
    : { minor: row.limit_minor, currency: row.limit_currency }

/** The two columns of a limit. */
export const limitColumns = (limit: Limit) => ({
  limit_minor: limit?.minor ?? null,
  limit_currency: limit?.currency ?? null,
})

/** A limit is weighed against amounts in the office's currency, so it is set in it. */
export function refuseForeignCurrency(act: Act, limits: readonly Limit[]): void {
  for (const limit of limits) {
    if (limit && limit.currency !== act.office.currency)
      act.refuse(refusals.limitCurrency, { currency: act.office.currency, field: 'limit' })
  }
}

/** Whether some other person in the office would still be owner, for good, if this one were not. */
export async function anotherOwner(act: Act, principalId: string): Promise<boolean> {
  const { rows } = await sql<{ other: boolean }>`
    select exists (
      select from authority.assignment a join authority.principal p on p.organisation_id = a.organisation_id and p.id = a.principal_id
      where a.organisation_id = ${act.office.id} and a.role_id = ${standardRoles.owner.id} and a.principal_id <> ${principalId}
        and p.kind = 'person' and p.disabled_at is null and a.from_at <= ${act.at} and a.until_at is null
        and p.id in (select platform.members())) as other`.execute(act.db<AuthorityTables>())
  return rows[0]!.other
}

/** Whether the principal holds the owner's role now or later. */
export const isOwner = async (act: Act, principalId: string): Promise<boolean> => {
  const row = await act
    .db<AuthorityTables>()
    .selectFrom('authority.assignment')
    .select('role_id')
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', principalId)
    .where('role_id', '=', standardRoles.owner.id)
    .where(eb => eb.or([eb('until_at', 'is', null), eb('until_at', '>', act.at)]))
    .executeTakeFirst()
  return row !== undefined
}
