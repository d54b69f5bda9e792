import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { documentText, original, pageWords, readable } from '../contract.ts'
import { mostChildren } from '../commands/take-in.ts'
import { documentOf, openDigestOf } from '../document-store.ts'
import { unpackLines } from '../reading-pack.ts'
import type { DocumentsTables } from '../tables.ts'
import { visibleDocument } from './visible-document.ts'

/** Characters of one answer. */
const atOnce = 100_000

export const documentTextBody = implementQuery(documentText, async (view, { id, from }) => {
  view.noteRead(await visibleDocument(view, id))
  const { rows } = await sql<{ text: string; length: number }>`
    select substr(text, ${from + 1}, ${atOnce}) as text, length(text) as length from documents.document
    where organisation_id = ${view.office.id} and id = ${id}`.execute(view.db())
  const { text, length } = rows[0]!
  return { text, length, next: from + atOnce < length ? from + atOnce : null }
})

export const pageWordsBody = implementQuery(pageWords, async (view, { id, page }) => {
  view.noteRead(await visibleDocument(view, id))
  const row = await view
    .db<DocumentsTables>()
    .selectFrom('documents.page')
    .select('words')
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
    .where('number', '=', page)
    .executeTakeFirst()
  return { lines: row ? unpackLines(row.words).map(line => line.map(word => ({ ...word, box: [...word.box] }))) : [] }
})

export const originalBody = implementQuery(original, async (view, { id }) => {
  const record = await visibleDocument(view, id)
  view.noteRead(record)
  const row = await documentOf(view, id)
  const { rows } = await sql<{ size_bytes: bigint; media_type: string }>`
    select size_bytes, media_type from kernel.file where organisation_id = ${view.office.id} and id = ${row.file_id}`.execute(
    view.db(),
  )
  const pages = await view
    .db<DocumentsTables>()
    .selectFrom('documents.page')
    .select(['number', 'turn', 'skew'])
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
    .orderBy('number')
    .execute()
  return {
    digest: row.digest.toString('hex'),
    openDigest: (await openDigestOf(view, row)).toString('hex'),
    name: row.name,
    mediaType: row.media_type ?? rows[0]!.media_type,
    mediaKind: row.media_kind,
    sizeBytes: Number(rows[0]!.size_bytes),
    class: record.class,
    pageCount: row.page_count,
    pages,
  }
})

export const readableBody = implementQuery(readable, async (view, { id, readingId }) => {
  await visibleDocument(view, id)
  const { rows } = await sql<{ name: string; digest: Buffer; reading_id: string | null; children: number }>`
    select d.name, coalesce(unlocked.digest, d.digest) as digest, d.reading_id,
      (select count(*)::int from documents.document c where c.organisation_id = d.organisation_id and c.parent_id = d.id) as children
    from documents.document d
    left join kernel.file unlocked on unlocked.organisation_id = d.organisation_id and unlocked.id = d.unlocked_file_id
    where d.organisation_id = ${view.office.id} and d.id = ${id}`.execute(view.db())
  const row = rows[0]!
  return {
    awaited: row.reading_id === readingId,
    digest: row.digest.toString('hex'),
    name: row.name,
    country: view.office.country,
    language: view.office.language,
    today: view.today,
    partsLeft: Math.max(0, mostChildren - row.children),
  }
})
