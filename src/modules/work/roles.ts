import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { standardRoles } from '../authority/contract.ts'

/** What a task's `ownerRole` may say so that this principal is meant: ids of its roles, and the keys of standard ones. */
export function rolesOf(view: Pick<View, 'principal'>): string[] {
  const { audiences } = view.principal
  return [
    ...audiences,
    ...Object.values(standardRoles).flatMap(role => (audiences.includes(role.id) ? [role.key] : [])),
  ]
}

/** Principals that hold one of these roles now, by the view that authority publishes. */
const holds = (at: Temporal.Instant) => sql`h.from_at <= ${at} and (h.until_at is null or h.until_at > ${at})`

/** Whose a task for a role is when only one person holds it; null where nobody or several do. */
export async function soleHolder(act: Pick<Act, 'db' | 'office' | 'at'>, role: string): Promise<string | null> {
  const { rows } = await sql<{ principal_id: string }>`
    select distinct h.principal_id from authority.role_holder h
    where h.organisation_id = ${act.office.id} and (h.role_key = ${role} or h.role_id::text = ${role}) and ${holds(act.at)} limit 2`.execute(
    act.db(),
  )
  return rows.length === 1 ? rows[0]!.principal_id : null
}

/** Tasks without an owner that this principal might take: its roles', and those of a role that nobody holds. */
export function untakenFor(view: Pick<View, 'principal' | 'at'>) {
  return sql`t.owner_id is null and t.state in ('open', 'waiting') and (t.owner_role is null or t.owner_role = any(${rolesOf(view)}::text[])
    or not exists (select from authority.role_holder h where h.organisation_id = t.organisation_id
      and (h.role_key = t.owner_role or h.role_id::text = t.owner_role) and ${holds(view.at)}))`
}
