import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'

/** The record of a document one may see; what may not be seen is refused in the same words as what is not there. */
export async function visibleDocument(
  view: View,
  id: string,
): Promise<{ id: string; title: string; class: number; version: number }> {
  const { rows } = await sql<{ id: string; title: string; class: number; version: number }>`
    select id, title, class, version from (${visibleRecords(view, 'document').selectAll()}) r where id = ${id}`.execute(
    view.db(),
  )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'document', id })
}

/** Titles of those of these documents that one may see. */
export async function visibleTitles(view: View, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from (${visibleRecords(view, 'document').selectAll()}) r where id = any(${[...ids]}::uuid[])`.execute(
    view.db(),
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}
