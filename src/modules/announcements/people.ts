/** Names of records, whether those that an act names are there, and who may read an announcement. */
import { sql } from 'kysely'
import { maySee } from '../../kernel/dispatch/locks.ts'
import type { Act, View } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type Named, readerUnknown } from './contract.ts'

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

/** Refuses as not found what does not exist, is of another kind or may not be seen. */
export async function requireVisible(act: Act, kind: string, id: string): Promise<void> {
  const { rows } = await sql<{ class: number; audience: string[] | null }>`
    select class, audience from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} and kind = ${kind} and merged_into is null`.execute(
    act.db(),
  )
  const [row] = rows
  if (!row || !maySee(act.principal, row)) act.refuse(kernelRefusals.notFound, { kind, id })
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

/** Names of records, as far as the reader may see them. */
export async function namesOf(
  view: View,
  ids: Iterable<string | null | undefined>,
): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set([...ids].filter(id => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Named>`
    select id, kind, title from ${visibleRecords(view).selectAll()} r where id = any(${wanted}::uuid[])`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** Looks a name up; null for nobody and for what may not be seen. */
export const naming =
  (names: ReadonlyMap<string, Named>) =>
  (id: string | null | undefined): Named | null =>
    id ? (names.get(id) ?? null) : null
