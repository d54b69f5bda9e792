/** Names of other records, and whether somebody or something that an act names is there. */
import { sql } from 'kysely'
import { maySee } from './dispatch/locks.ts'
import type { Act, Standing, View } from './implement.ts'
import { kernelRefusals, type RefusalDeclaration } from './refusal.ts'
import type { Named } from './shapes.ts'
import { visibleRecords } from './visibility.ts'

/** Names of records, as far as the reader may see them; merged ones bear the name of what they became. */
export async function namesOf(
  view: Pick<View, 'db'> & Standing,
  ids: Iterable<string | null | undefined>,
): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set([...ids].filter(id => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Named & { asked: string }>`
    with asked as (
      select id as asked, coalesce(merged_into, id) as id from kernel.record
      where organisation_id = ${view.office.id} and id = any(${wanted}::uuid[])
    )
    select asked.asked, r.id, r.kind, r.title from asked join ${visibleRecords(view).selectAll()} r on r.id = asked.id`.execute(
    view.db(),
  )
  return new Map(rows.map(({ asked, ...named }) => [asked, named]))
}

/** Looks a name up; null for nobody and for what may not be seen. */
export const naming =
  (names: ReadonlyMap<string, Named>) =>
  (id: string | null | undefined): Named | null =>
    id ? (names.get(id) ?? null) : null

/** Refuses as not found what does not exist, is of another kind or may not be seen; gives the title of what may. */
export async function requireVisible(act: Act, id: string, kinds?: readonly string[]): Promise<string> {
  const { rows } = await sql<{ kind: string; title: string; class: number; audience: string[] | null }>`
    select kind, title, class, audience from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} and merged_into is null`.execute(act.db())
  const [row] = rows
  if (row && (!kinds || kinds.includes(row.kind)) && maySee(act.principal, row)) return row.title
  return act.refuse(kernelRefusals.notFound, { ...(kinds && { kind: kinds.join(', ') }), id })
}

/** Refuses whoever is no colleague here. */
export async function requireColleague(
  act: Act,
  id: string | null | undefined,
  unknown: RefusalDeclaration,
): Promise<void> {
  if (!id || id === act.principal.id) return
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'principal'`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(unknown, { id })
}
