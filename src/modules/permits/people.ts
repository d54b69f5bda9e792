/** Names of records, and whether somebody or something that an act names is there. */
import { sql } from 'kysely'
import { maySee } from '../../kernel/dispatch/locks.ts'
import type { Act, View } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type Named, permitPersonUnknown } from './contract.ts'

/** Refuses whoever is no colleague here. */
export async function requirePerson(act: Act, id: string | null | undefined): Promise<void> {
  if (!id || id === act.principal.id) return
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'principal'`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(permitPersonUnknown, { id })
}

/** Refuses as not found what does not exist, is of another kind or may not be seen; gives the title of what may. */
export async function requireVisible(act: Act, kinds: readonly string[], id: string): Promise<string> {
  const { rows } = await sql<{ title: string; class: number; audience: string[] | null }>`
    select title, class, audience from kernel.record where organisation_id = ${act.office.id} and id = ${id}
      and kind = any(${[...kinds]}::text[]) and merged_into is null`.execute(act.db())
  const [row] = rows
  if (!row || !maySee(act.principal, row)) return act.refuse(kernelRefusals.notFound, { kind: kinds.join(', '), id })
  return row.title
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
