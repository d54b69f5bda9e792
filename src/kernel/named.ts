/** Names of other records, and whether somebody or something that an act names is there. */
import { sql } from 'kysely'
import { maySee } from './dispatch/locks.ts'
import type { Act, Standing, View } from './implement.ts'
import { kernelRefusals, type RefusalDeclaration } from './refusal.ts'
import type { Named } from './shapes.ts'
import { visibleRecords } from './visibility.ts'

type Reader = Pick<View, 'db'> & Standing

/** Names of records, as far as the reader may see them; merged ones bear the name of what they became. */
export async function namesOf(
  view: Reader,
  ids: Iterable<string | null | undefined>,
): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set([...ids].filter(id => typeof id === 'string'))]
  const names = await namesThatStand(view, wanted)
  const missing = wanted.filter(id => !names.has(id))
  if (missing.length === 0) return names
  const { rows: merged } = await sql<{ id: string; into: string }>`
    select id, merged_into as into from kernel.record
    where organisation_id = ${view.office.id} and id = any(${missing}::uuid[]) and merged_into is not null`.execute(
    view.db(),
  )
  const became = await namesThatStand(
    view,
    merged.map(({ into }) => into),
  )
  for (const { id, into } of merged) if (became.has(into)) names.set(id, became.get(into)!)
  return names
}

/** By their key alone: what the database believes of the table's size does not matter then. */
async function namesThatStand(view: Reader, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await visibleRecords(view).select(['id', 'kind', 'title']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row]))
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
