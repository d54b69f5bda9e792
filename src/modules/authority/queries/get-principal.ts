import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as contract from '../contract.ts'
import { authorityHeld, limitOfRow, reachesOver } from '../held.ts'
import { mandatesOf } from '../mandates.ts'
import type { AuthorityTables } from '../tables.ts'

interface Facts {
  kind: 'person' | 'assistant'
  email: string | null
  language: string
  clearance: number
  disabled: boolean
  joined: boolean
  roles: { id: string; name: string; fromAt: string; untilAt: string | null }[]
  deputy: { id: string; name: string } | null
  deputyFor: { id: string; name: string }[]
}

async function factsOf(view: View, id: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select p.kind, p.email::text as email, p.language, p.clearance, p.disabled_at is not null as disabled,
      p.id in (select platform.members()) as joined,
      (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.title, 'fromAt', a.from_at, 'untilAt', a.until_at) order by r.title), '[]')
        from authority.assignment a join kernel.record r on r.organisation_id = a.organisation_id and r.id = a.role_id
        where a.organisation_id = p.organisation_id and a.principal_id = p.id and (a.until_at is null or a.until_at > ${view.at})) as roles,
      (select json_build_object('id', d.id, 'name', d.title) from kernel.record d
        where d.organisation_id = p.organisation_id and d.id = p.deputy_id) as deputy,
      (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.title) order by d.title), '[]')
        from authority.principal o join kernel.record d on d.organisation_id = o.organisation_id and d.id = o.id
        where o.organisation_id = p.organisation_id and o.deputy_id = p.id) as "deputyFor"
    from authority.principal p where p.organisation_id = ${view.office.id} and p.id = ${id}`.execute(view.db())
  return rows[0]!
}

/** What may be done with a colleague: dashed, with the reason, where they reach further than who looks. */
function offers(view: View, id: string, version: number, facts: Facts, over: boolean) {
  const self = view.principal.id === id
  const input = { id, expectedVersion: version }
  const refusedBecause = over || self ? null : { name: contract.refusals.authorityNotHeld.name }
  const offer = (command: Parameters<typeof can>[1], given: Record<string, unknown> = input) =>
    can(view, command, given, { refusedBecause })
  const person = facts.kind === 'person'
  return [
    ...(facts.disabled ? offer(contract.enablePrincipal) : []),
    ...(person && !facts.disabled && !facts.joined ? offer(contract.renewInvitation, { id }) : []),
    ...(person && !facts.disabled && facts.joined ? offer(contract.resetPassword, { id }) : []),
    ...can(view, contract.assignRole, input),
    ...(facts.roles.length > 0 ? can(view, contract.unassignRole, input) : []),
    ...offer(contract.setLimit),
    ...(self || over ? can(view, contract.setDeputy, input) : []),
    ...(facts.disabled || self ? [] : can(view, contract.grantMandate, { toId: id })),
    ...(facts.disabled ? [] : offer(contract.disablePrincipal)),
  ]
}

export const getPrincipalBody = implementQuery(contract.getPrincipal, async (view, { id }) => {
  const record = await visibleRecords(view, 'principal')
    .where('id', '=', id)
    .select(['id', 'kind', 'title', 'class', 'version'])
    .executeTakeFirst()
  if (!record) return view.refuse(kernelRefusals.notFound, { kind: 'principal', id })
  const facts = await factsOf(view, id)
  const limits = await view
    .db<AuthorityTables>()
    .selectFrom('authority.principal_limit')
    .select(['permission', 'limit_minor', 'limit_currency'])
    .where('organisation_id', '=', view.office.id)
    .where('principal_id', '=', id)
    .orderBy('permission')
    .execute()
  const held = await authorityHeld(view, id)
  const { kind, email, language, deputy, deputyFor } = facts
  return {
    record: {
      ...record,
      state: facts.disabled ? 'disabled' : kind === 'person' && !facts.joined ? 'invited' : 'active',
    },
    kind,
    email,
    language,
    clearance: held.clearance,
    deputy,
    deputyFor,
    roles: facts.roles.map(role => ({
      ...role,
      fromAt: Temporal.Instant.from(role.fromAt),
      untilAt: role.untilAt ? Temporal.Instant.from(role.untilAt) : null,
    })),
    limits: limits.map(row => ({ permission: row.permission, limit: limitOfRow(row) })),
    mandates: await mandatesOf(view, { party: id, holding: true }),
    can: offers(view, id, record.version, facts, reachesOver(view, held)),
  }
})
