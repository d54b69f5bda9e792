import type { Act } from '../../kernel/implement.ts'
import type { AuthorityTables } from './tables.ts'

export interface NewPrincipal {
  readonly id?: string
  readonly kind: 'person' | 'assistant'
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly roleIds: readonly string[]
}

/** Makes a principal with its roles. Its record is open: everybody in the office knows the names of colleagues. */
export async function makePrincipal(act: Act, principal: NewPrincipal): Promise<string> {
  const db = act.db<AuthorityTables>()
  const id = await act.createRecord({
    ...(principal.id ? { id: principal.id } : {}),
    kind: 'principal',
    title: principal.name,
    class: 0,
    search: { body: principal.email ?? '', language: principal.language },
  })
  const { kind, email, language } = principal
  await db
    .insertInto('authority.principal')
    .values({ organisation_id: act.office.id, id, kind, email, language, deputy_id: null, disabled_at: null })
    .execute()
  await db
    .insertInto('authority.assignment')
    .values(
      [...new Set(principal.roleIds)].map(role_id => ({
        organisation_id: act.office.id,
        principal_id: id,
        role_id,
        from_at: act.at,
        until_at: null,
      })),
    )
    .execute()
  return id
}
