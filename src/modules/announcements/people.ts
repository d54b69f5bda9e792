/** Whether those that an act names are there, and who may read an announcement. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { readerUnknown } from './contract.ts'

/** Refuses ids of people or roles that are not of this office. */
export async function requireOf(act: Act, kind: 'principal' | 'role', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record
    where organisation_id = ${act.office.id} and kind = ${kind} and id = any(${[...ids]}::uuid[])`.execute(act.db())
  const known = new Set(rows.map(row => row.id))
  const unknown = ids.find(id => !known.has(id) && id !== act.principal.id)
  if (unknown) act.refuse(readerUnknown, { id: unknown })
}

/** The people of the office who may see a record of this class and audience; software assistants do not read. */
export async function readersOf(
  act: Act,
  { class: level, audience }: { readonly class: number; readonly audience: readonly string[] | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.principal_id as id from authority.colleague c
    where c.organisation_id = ${act.office.id} and c.kind = 'person'
      and exists (select from authority.sight s where s.organisation_id = c.organisation_id and s.principal_id = c.principal_id
        and s.clearance >= ${level} and s.from_at <= ${act.at} and (s.until_at is null or s.until_at > ${act.at}))
      and (${audience === null} or exists (select from authority.sight s where s.organisation_id = c.organisation_id
        and s.principal_id = c.principal_id and s.audience_id = any(${[...(audience ?? [])]}::uuid[])
        and s.from_at <= ${act.at} and (s.until_at is null or s.until_at > ${act.at})))
    order by c.principal_id`.execute(act.db())
  return rows.map(row => row.id)
}
