import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { Named } from './contract.ts'
import { numbersIn } from './quick-entry.ts'

/**
 * What `#number` in a line means: the matter whose title begins with that number, as far as the writer may see it; one
 * that was merged into another stands for that. By the number as written, without case.
 */
export async function withinNamed(
  view: Pick<View, 'db'> & Standing,
  text: string,
): Promise<ReadonlyMap<string, Named>> {
  const numbers = numbersIn(text)
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<Named & { number: string }>`
    select wanted.number, v.id, v.kind, v.title from unnest(${numbers}::text[]) as wanted(number)
    join kernel.record r on r.organisation_id = ${view.office.id} and r.kind = 'matter' and starts_with(lower(r.title), wanted.number || ' ')
    join ${visibleRecords(view, 'matter').selectAll()} v on v.id = coalesce(r.merged_into, r.id)`.execute(view.db())
  return new Map(rows.map(({ number, ...named }) => [number, named]))
}
