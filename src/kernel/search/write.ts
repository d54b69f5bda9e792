import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../authority.ts'
import type { RecordRow } from '../implement.ts'
import { compoundParts } from './compounds.ts'
import type { SearchText } from './entry.ts'

/** A tsvector may hold a megabyte; what lies beyond this many characters of a text is not searched. */
const mostCharacters = 400_000

export interface Entry extends SearchText {
  readonly organisationId: string
  readonly recordId: string
  readonly kind: string
  readonly title: string
  readonly class: number
  readonly audience: readonly string[] | null
  readonly at: Temporal.Instant
}

/**
 * Writes what is found of a record, in the transaction that changes it: found at once, by whoever may see it. A statement by itself, or
 * behind what it follows in one statement.
 */
export function searchEntryPut(entry: Entry): RawBuilder<unknown> {
  const body = (entry.body ?? '').slice(0, mostCharacters)
  const language = entry.language ?? null
  const words = `${entry.title}\n${body}`
  const parts = compoundParts(language, words)
  return sql`
    insert into kernel.search_entry (organisation_id, record_id, kind, class, audience, title, language, body, at, parts, title_words, words)
    values (${entry.organisationId}, ${entry.recordId}, ${entry.kind}, ${entry.class}, ${entry.audience ? [...entry.audience] : null}::uuid[],
      ${entry.title}, ${language}, ${body}, ${entry.at}, ${parts},
      kernel.search_vector(${language}, ${entry.title}), kernel.search_vector(${language}, ${words}) || kernel.search_part_words(${language}, ${parts}) || kernel.search_month(${entry.at}))
    on conflict (organisation_id, record_id) do update set
      kind = excluded.kind, class = excluded.class, audience = excluded.audience, title = excluded.title, language = excluded.language,
      body = excluded.body, at = excluded.at, parts = excluded.parts, reindexing = null, title_words = excluded.title_words, words = excluded.words`
}

/** A changed title, class or audience reaches the entry, whose body stays. */
export async function moveSearchEntry(tx: Tx, organisationId: string, id: string, record: RecordRow): Promise<void> {
  const { rows } = await sql<{ language: string | null }>`
    select language from kernel.search_entry where organisation_id = ${organisationId} and record_id = ${id}`.execute(
    tx,
  )
  const more = compoundParts(rows[0]?.language, record.title)
  await sql`
    update kernel.search_entry set title = ${record.title}, class = ${record.class}, audience = ${record.audience}::uuid[],
      parts = case when title = ${record.title} then parts else trim(parts || ' ' || ${more}) end,
      title_words = case when title = ${record.title} then title_words else kernel.search_vector(language, ${record.title}) end,
      words = case when title = ${record.title} then words else kernel.search_vector(language, ${record.title} || E'\n' || body)
        || kernel.search_part_words(language, trim(parts || ' ' || ${more})) || kernel.search_month(at) end
    where organisation_id = ${organisationId} and record_id = ${id}`.execute(tx)
}
