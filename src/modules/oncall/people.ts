import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { oncallPersonUnknown } from './contract.ts'

/** Refuses whoever is no person of the office. */
export async function requirePeople(act: Act, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record
    where organisation_id = ${act.office.id} and kind = 'principal' and id = any(${wanted}::uuid[])`.execute(act.db())
  const known = new Set(rows.map(row => row.id))
  const unknown = wanted.find(id => !known.has(id))
  if (unknown) act.refuse(oncallPersonUnknown, { id: unknown })
}

export async function nameOf(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? act.principal.name
}
