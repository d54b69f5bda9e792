import { sql } from 'kysely'
import type { View } from '../implement.ts'
import { snippetOf, wordsOf } from './snippet.ts'

export interface Hit {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly at: Temporal.Instant
  /** Text around the first word found, with the places to mark; null where only the title matched. */
  readonly snippet: { readonly text: string; readonly marks: readonly (readonly [from: number, to: number])[] } | null
}

export interface Found {
  readonly hits: readonly Hit[]
  /** Visible hits counted; `mostRanked` means "that many or more". */
  readonly total: number
  /** True where nothing held the words and likely titles are offered instead. */
  readonly similar: boolean
}

/** Ranking stops at this many of the newest hits. */
export const mostRanked = 1_000

interface Row {
  record_id: string
  kind: string
  title: string
  at: Temporal.Instant
  total: bigint
}

/** Finds records by words in their title or text: those with the words in the title first, then the newest. */
export async function search(
  view: View,
  typed: string,
  options: { kinds?: readonly string[]; limit: number; offset?: number },
): Promise<Found> {
  const { clearance, audiences } = view.principal
  const kinds = options.kinds ? [...options.kinds] : null
  const offset = options.offset ?? 0
  const { rows } = await sql<Row>`
    select found.*, count(*) over () as total
    from kernel.search(${typed}, ${clearance}::smallint, ${[...audiences]}::uuid[], ${kinds}::text[], ${view.today}, ${mostRanked}) found
    order by in_title desc, at desc limit ${options.limit} offset ${offset}`.execute(view.db())
  if (rows.length > 0 || offset > 0 || typed.trim().length < 3)
    return { hits: await withSnippets(view, typed, rows), total: Number(rows[0]?.total ?? 0n), similar: false }
  const similar = await sql<Row>`
    select *, 0::bigint as total from kernel.search_similar(${typed}, ${clearance}::smallint, ${[...audiences]}::uuid[], ${kinds}::text[], 20)`.execute(
    view.db(),
  )
  return { hits: await withSnippets(view, typed, similar.rows), total: similar.rows.length, similar: true }
}

async function withSnippets(view: View, typed: string, rows: readonly Row[]): Promise<Hit[]> {
  const bodies = new Map<string, string>()
  if (rows.length > 0) {
    const { rows: texts } = await sql<{ record_id: string; body: string }>`
      select record_id, left(body, 20000) as body from kernel.search_entry
      where organisation_id = ${view.office.id} and record_id = any(${rows.map(row => row.record_id)}::uuid[])`.execute(
      view.db(),
    )
    for (const { record_id, body } of texts) bodies.set(record_id, body)
  }
  const words = wordsOf(typed)
  return rows.map(row => ({
    id: row.record_id,
    kind: row.kind,
    title: row.title,
    at: row.at,
    snippet: snippetOf(bodies.get(row.record_id) ?? '', words),
  }))
}
