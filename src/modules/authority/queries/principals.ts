import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { listPrincipals, suggestPrincipal } from '../contract.ts'

interface Filters {
  readonly text?: string | undefined
  readonly kind?: string | undefined
  readonly state?: string | undefined
  readonly roleId?: string | undefined
}

interface Row {
  id: string
  title: string
  version: number
  kind: 'person' | 'assistant'
  email: string | null
  state: 'invited' | 'active' | 'disabled'
  roles: { id: string; name: string }[]
  deputy: { id: string; name: string } | null
}

/** Letters alone decide what matches: å is found by a, ț by t. */
const folded = (text: string): string => liked(text.trim())

/** The visible principals with their state and roles; one wording for list, picker and count. */
function principals(view: View, { text, kind, state, roleId }: Filters) {
  return sql`
    select * from (
      select r.id, r.title, r.version, p.kind, p.email::text as email,
        case when p.disabled_at is not null then 'disabled'
          when p.kind = 'person' and p.id not in (select platform.members()) then 'invited' else 'active' end as state,
        (select coalesce(json_agg(json_build_object('id', a.role_id, 'name', role.title) order by role.title), '[]')
          from authority.assignment a join kernel.record role on role.organisation_id = a.organisation_id and role.id = a.role_id
          where a.organisation_id = p.organisation_id and a.principal_id = p.id
            and a.from_at <= ${view.at} and (a.until_at is null or a.until_at > ${view.at})) as roles,
        (select json_build_object('id', d.id, 'name', d.title) from kernel.record d
          where d.organisation_id = p.organisation_id and d.id = p.deputy_id) as deputy
      from (${visibleRecords(view, 'principal').select(['organisation_id', 'id', 'title', 'version'])}) r
      join authority.principal p on p.organisation_id = r.organisation_id and p.id = r.id) all_principals
    where (${text ?? null}::text is null
        or unaccent(title) ilike unaccent(${folded(text ?? '')}) or email ilike ${folded(text ?? '')})
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (${state ?? null}::text is null or state = ${state ?? null})
      and (${roleId ?? null}::text is null or exists (select from json_array_elements(roles) role where role ->> 'id' = ${roleId ?? null}))`
}

export const listPrincipalsBody = implementQuery(listPrincipals, async (view, { limit, after, ...filters }) => {
  const db = view.db()
  const place = readPlace(after)
  const { rows } = await sql<Row>`
    select * from (${principals(view, filters)}) found
    where ${place === null} or (lower(title), id) > (${place?.key ?? ''}, ${place?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by lower(title), id limit ${limit + 1}`.execute(db)
  const counted = await sql<{
    total: bigint
  }>`select count(*) as total from (${principals(view, filters)}) found`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ title: name, ...row }) => ({ ...row, name })),
    total: Number(counted.rows[0]!.total),
    next: rows.length > limit && last ? writePlace(last.title.toLowerCase(), last.id) : null,
  }
})

export const suggestPrincipalBody = implementQuery(suggestPrincipal, async (view, { text, limit }) => {
  const { rows } = await sql<Row>`
    select * from (${principals(view, { text })}) found where state <> 'disabled' order by lower(title), id limit ${limit}`.execute(
    view.db(),
  )
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      subtitle: row.email ?? row.roles.map(role => role.name).join(', '),
    })),
  }
})
