/** Who leads whom, and what follows from it. */
import { type RawBuilder, sql } from 'kysely'
import { limitOf } from '../../kernel/authority.ts'
import type { Act, Standing, View } from '../../kernel/implement.ts'
import { notTheirSuperior, setSuperior } from './contract.ts'

type Reading = Pick<View, 'db'> & Standing

/** Whoever says who leads whom sees everybody's day. */
export const mayAll = (view: Pick<Standing, 'principal'>): boolean =>
  limitOf(view.principal, setSuperior.permission) !== undefined

/** The people this principal leads, by however many steps. */
export const ledBy = (view: Reading): RawBuilder<unknown> => sql`(
  select l.person_id from supervision.leads l where l.organisation_id = ${view.office.id} and l.leader_id = ${view.principal.id})`

export async function leads(view: Reading, personId: string): Promise<boolean> {
  if (personId === view.principal.id) return false
  if (mayAll(view)) return true
  const { rows } = await sql`select 1 where ${personId}::uuid in ${ledBy(view)}`.execute(view.db())
  return rows.length > 0
}

export async function requireLeader(act: Act, personId: string): Promise<void> {
  if (!(await leads(act, personId))) act.refuse(notTheirSuperior, {})
}

export async function superiorOf(view: Reading, personId: string): Promise<string | null> {
  const { rows } = await sql<{ superior_id: string | null }>`
    select superior_id from supervision.place where organisation_id = ${view.office.id} and person_id = ${personId}`.execute(
    view.db(),
  )
  return rows[0]?.superior_id ?? null
}

/** Whether the principal in column `who` may see the record `r`, by what authority publishes of roles and clearances. */
export function maySeeRecord(who: RawBuilder<unknown>, at: Temporal.Instant): RawBuilder<unknown> {
  const sight = sql`select from authority.sight s where s.organisation_id = r.organisation_id and s.principal_id = ${who}
    and s.from_at <= ${at} and (s.until_at is null or s.until_at > ${at})`
  return sql`(exists (${sight} and s.clearance >= r.class)
    and (r.audience is null or exists (${sight} and s.audience_id = any(r.audience))))`
}
