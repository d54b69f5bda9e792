/** Names of the people and roles that lists and pages mention. */
import { sql } from 'kysely'
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import type { View } from '../../kernel/implement.ts'
import { partsOfPlace, writePlace } from '../../kernel/place.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** Names by id; who is not known any more stays as a dash, the system is Kontor itself. */
export async function namesOf(view: View, ids: Iterable<string | null>): Promise<(id: string) => Named> {
  const wanted = [...new Set([...ids].filter(id => id !== null))]
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from kernel.record
    where organisation_id = ${view.office.id} and id = any(${wanted}::uuid[]) and kind in ('principal', 'role')`.execute(
    view.db(),
  )
  const names = new Map(rows.map(row => [row.id, row.title]))
  names.set(systemPrincipalId, 'Kontor')
  return id => ({ id, name: names.get(id) ?? '–' })
}

/** A list of what is few enough to be read at once, in slices by position. */
export function sliced<Row>(rows: readonly Row[], { limit, after }: { limit: number; after?: string | undefined }) {
  const from = Number(partsOfPlace(after, 1)?.[0] ?? 0)
  const start = Number.isSafeInteger(from) && from > 0 ? from : 0
  const next = start + limit < rows.length ? writePlace(String(start + limit)) : null
  return { rows: rows.slice(start, start + limit), total: rows.length, next }
}
