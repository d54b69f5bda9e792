/** Of whom something is asked: those who can sign in, see the approval, and reach as far as it does. */
import { sql } from 'kysely'
import type { Tx } from '../../kernel/authority.ts'
import type { View } from '../../kernel/implement.ts'
import { type Question, reachesDecision } from './approval-rule.ts'
import type { Named } from './people.ts'
import { authorityOf } from './port/principal.ts'
import { approve } from './contract.ts'

/** More names than this tell nobody whom to ask. */
const mostNamed = 8

/** The people who could decide an approval now, in the order of their names; its asker is not one of them. */
export async function deciders(view: View, approval: Question & { readonly id: string }): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id, r.title as name from authority.principal p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    join kernel.record asked on asked.organisation_id = p.organisation_id and asked.id = ${approval.id}
    where p.organisation_id = ${view.office.id} and p.kind = 'person' and p.disabled_at is null and p.id <> ${approval.asked_by}
      and p.id in (select platform.members()) and (asked.audience is null or asked.audience && array(
        select p.id union all
        select a.role_id from authority.assignment a where a.organisation_id = p.organisation_id and a.principal_id = p.id
          and a.from_at <= ${view.at} and (a.until_at is null or a.until_at > ${view.at})))
      and asked.class <= greatest(p.clearance, (
        select max(role.clearance) from authority.assignment a
        join authority.role on role.organisation_id = a.organisation_id and role.id = a.role_id
        where a.organisation_id = p.organisation_id and a.principal_id = p.id
          and a.from_at <= ${view.at} and (a.until_at is null or a.until_at > ${view.at})))
    order by r.title, p.id limit 100`.execute(view.db())
  const named: Named[] = []
  for (const person of rows) {
    if (named.length === mostNamed) break
    const held = await authorityOf(view.db() as unknown as Tx, person.id, view.at)
    if (!held) continue
    const may = (permission: string) => reachesDecision(held.permissions, permission, null) === 'yes'
    if (may(approve.permission) && reachesDecision(held.permissions, approval.permission, approval) === 'yes')
      named.push(person)
  }
  return named
}
