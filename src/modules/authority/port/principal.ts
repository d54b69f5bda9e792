/** Who is acting, with everything it may do at this instant: one indexed statement, since every act begins with it. */
import { sql } from 'kysely'
import type { Limit, Principal, Tx } from '../../../kernel/authority.ts'
import { systemPrincipalId } from '../../../kernel/platform/first-run.ts'
import { lent, type Reach, union } from './reach.ts'

/** A permission with its limit as JSON carries it: minor units as a string. */
type PermissionEntry = [permission: string, minor: string | null, currency: string | null]

interface PrincipalRow {
  id: string
  name: string
  kind: 'person' | 'assistant'
  clearance: number
  language: string
  roles: { id: string; clearance: number; permissions: PermissionEntry[] }[]
  limits: PermissionEntry[]
  mandate: {
    id: string
    permissions: string[]
    minor: string | null
    currency: string | null
    clearance: number
    /** Epoch seconds, as JSON carries them. */
    until: number
  } | null
}

export const limitFrom = (minor: string | bigint | null, currency: string | null): Limit =>
  minor === null || currency === null ? null : { minor: BigInt(minor), currency }

const reachFrom = (entries: readonly PermissionEntry[]): Reach =>
  new Map(entries.map(([permission, minor, currency]) => [permission, limitFrom(minor, currency)]))

const ownReach = (row: PrincipalRow): Reach =>
  union(
    row.roles.map(role => reachFrom(role.permissions)),
    reachFrom(row.limits),
  )

const ownClearance = (row: PrincipalRow): number => Math.max(row.clearance, ...row.roles.map(role => role.clearance))

const ownAudiences = (row: PrincipalRow): string[] => [row.id, ...row.roles.map(role => role.id)]

/** The principal, or null when it is none here, disabled, or its mandate does not hold at that instant. */
export async function findPrincipal(
  tx: Tx,
  id: string,
  mandateId: string | null,
  at: Temporal.Instant | null,
): Promise<Principal | null> {
  if (id === systemPrincipalId) return mandateId === null ? systemPrincipal(tx) : null
  const rows = await principalRows(tx, id, mandateId, at)
  const actor = rows.find(row => row.id === id)
  if (!actor) return null
  const { name, kind, language } = actor
  if (mandateId === null) {
    const reach = { clearance: ownClearance(actor), audiences: ownAudiences(actor), permissions: ownReach(actor) }
    return { id, name, kind, language, ...reach, onBehalfOf: null }
  }
  const giver = rows.find(row => row.id !== id)
  const { mandate } = actor
  if (!giver || !mandate) return null
  return {
    id,
    name,
    kind,
    language,
    clearance: Math.min(ownClearance(giver), mandate.clearance),
    audiences: [id, ...ownAudiences(giver)],
    permissions: lent(ownReach(giver), mandate.permissions, limitFrom(mandate.minor, mandate.currency)),
    onBehalfOf: {
      id: giver.id,
      name: giver.name,
      mandateId: mandate.id,
      until: Temporal.Instant.fromEpochMilliseconds(Math.round(mandate.until * 1000)),
    },
  }
}

/** What a principal holds by its roles and limits, shut out or not; null where there is none. */
export async function authorityOf(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
): Promise<{ permissions: Reach; clearance: number } | null> {
  const [row] = await principalRows(tx, id, null, at, true)
  return row ? { permissions: ownReach(row), clearance: ownClearance(row) } : null
}

/**
 * Who acts under a mandate is asked for together with who gave it; whoever acts for themselves by a statement of their own: with a
 * mandate in it that is mostly none PostgreSQL plans it anew each time, which took five times as long as to answer it, in every act and every question.
 */
async function principalRows(
  tx: Tx,
  id: string,
  mandateId: string | null,
  given: Temporal.Instant | null,
  disabled = false,
): Promise<PrincipalRow[]> {
  const at = sql`coalesce(${given}::timestamptz, nullif(current_setting('kontor.at', true), '')::timestamptz)`
  const mandate = sql`
    with mandate as (
      select id, from_id, permissions, limit_minor::text as minor, limit_currency as currency, clearance,
        extract(epoch from until_at)::float8 as until
      from authority.mandate
      where organisation_id = kernel.organisation_id() and id = ${mandateId}::uuid and to_id = ${id}::uuid
        and from_at <= ${at} and until_at > ${at} and revoked_at is null)`
  const own = { mandate: sql`null::json`, who: sql`p.id = ${id}` }
  const under = {
    mandate: sql`(select row_to_json(mandate) from mandate)`,
    who: sql`p.id = any (array[${id}::uuid, (select from_id from mandate)])`,
  }
  const asked = mandateId === null ? own : under
  const { rows } = await sql<PrincipalRow>`
    ${mandateId === null ? sql`` : mandate}
    select p.id, r.title as name, p.kind, p.clearance,
      coalesce(platform.member_language(p.id), p.language) as language,
      (select coalesce(json_agg(json_build_object('id', role.id, 'clearance', role.clearance, 'permissions',
          (select coalesce(json_agg(json_build_array(g.permission, g.limit_minor::text, g.limit_currency)), '[]')
            from authority.role_permission g where g.organisation_id = role.organisation_id and g.role_id = role.id))), '[]')
        from authority.assignment a
        join authority.role on role.organisation_id = a.organisation_id and role.id = a.role_id
        where a.organisation_id = p.organisation_id and a.principal_id = p.id
          and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})) as roles,
      (select coalesce(json_agg(json_build_array(l.permission, l.limit_minor::text, l.limit_currency)), '[]')
        from authority.principal_limit l where l.organisation_id = p.organisation_id and l.principal_id = p.id) as limits,
      ${asked.mandate} as mandate
    from authority.principal p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = kernel.organisation_id() ${disabled ? sql`` : sql`and p.disabled_at is null`} and ${asked.who}`.execute(
    tx,
  )
  return rows
}

/** The system may do and see everything in the organisation it acts in; an audience list cannot shut it out. */
async function systemPrincipal(tx: Tx): Promise<Principal> {
  const { rows } = await sql<{ language: string; audiences: string[] }>`
    select o.language, array(
      select id from authority.principal p where p.organisation_id = o.organisation_id
      union all select id from authority.role r where r.organisation_id = o.organisation_id)::text[] as audiences
    from kernel.organisation o where o.organisation_id = kernel.organisation_id()`.execute(tx)
  return {
    id: systemPrincipalId,
    name: 'Kontor',
    kind: 'system',
    clearance: 3,
    audiences: [systemPrincipalId, ...(rows[0]?.audiences ?? [])],
    permissions: new Map([['*', null]]),
    language: rows[0]?.language ?? 'en',
    onBehalfOf: null,
  }
}
