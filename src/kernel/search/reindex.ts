/** The index of the search made anew, some entries at a time: memory stays that of one batch, and search goes on meanwhile. */
import { sql } from 'kysely'
import type { Tx } from '../authority.ts'
import { compoundParts } from './compounds.ts'

/** Entries of one act, and characters of text among them, at most; one entry is always taken. */
const mostEntries = 100
const mostCharacters = 4_000_000

interface Waiting {
  record_id: string
  language: string | null
  title: string
  body: string
}

/** Makes the words of the next entries after an id that this reindexing has not made yet. */
export async function reindexEntries(
  tx: Tx,
  organisationId: string,
  number: number,
  after: string | null,
): Promise<{ done: number; last: string | null }> {
  const { rows } = await sql<Waiting>`
    with next as (
      select record_id, length(body) as size from kernel.search_entry
      where organisation_id = ${organisationId} and (${after}::uuid is null or record_id > ${after}::uuid)
        and reindexing is distinct from ${number}
      order by record_id limit ${mostEntries}),
    fitting as (
      select record_id, sum(size) over (order by record_id) as sum, row_number() over (order by record_id) as n from next)
    select e.record_id, e.language, e.title, e.body from kernel.search_entry e
    where e.organisation_id = ${organisationId}
      and e.record_id in (select record_id from fitting where sum <= ${mostCharacters} or n = 1)
    order by e.record_id for update`.execute(tx)
  if (rows.length === 0) return { done: 0, last: null }
  const ids = rows.map(({ record_id }) => record_id)
  const parts = rows.map(({ language, title, body }) => compoundParts(language, `${title}\n${body}`))
  await sql`
    update kernel.search_entry e set parts = n.parts, reindexing = ${number},
      title_words = kernel.search_vector(e.language, e.title),
      words = kernel.search_vector(e.language, e.title || E'\n' || e.body) || kernel.search_part_words(e.language, n.parts)
        || kernel.search_month(e.at)
    from unnest(${ids}::uuid[], ${parts}::text[]) as n (record_id, parts)
    where e.organisation_id = ${organisationId} and e.record_id = n.record_id`.execute(tx)
  return { done: rows.length, last: ids.at(-1)! }
}

/** Entries that this reindexing has still to make. */
export async function entriesLeft(tx: Tx, organisationId: string, number: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from kernel.search_entry
    where organisation_id = ${organisationId} and reindexing is distinct from ${number}`.execute(tx)
  return rows[0]!.left
}
