import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { documentText, original, pageWords, readable } from '../contract.ts'
import { mostChildren } from '../commands/take-in.ts'
import type { MediaKind } from '../reading/types.ts'
import type { PagePlan, Turn } from '../pages/lay-out.ts'
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

interface OriginalRow {
  readonly id: string
  readonly class: number
  readonly digest: Buffer
  readonly open_digest: Buffer
  readonly name: string
  readonly media_type: string
  readonly media_kind: MediaKind | null
  readonly size_bytes: bigint
  readonly page_count: number | null
  readonly pages: { number: number; origin: number; turn: number; skew: number }[]
  readonly left: { origin: number; turn: number; skew: number }[]
}

/** In one statement: each small picture of a long list begins with it. */
export const originalBody = implementQuery(original, async (view, { id }) => {
  const { rows } = await sql<OriginalRow>`
    select r.id, r.class, d.digest, coalesce(u.digest, d.digest) as open_digest, d.name, d.media_kind, d.page_count, f.size_bytes,
      coalesce(d.media_type, f.media_type) as media_type,
      coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'origin', coalesce(p.origin, p.number), 'turn', p.turn, 'skew', p.skew)
        order by p.number) from documents.page p where p.organisation_id = d.organisation_id and p.document_id = d.id), '[]') as pages,
      coalesce((select jsonb_agg(jsonb_build_object('origin', l.origin, 'turn', l.turn, 'skew', l.skew) order by l.origin)
        from documents.left_page l where l.organisation_id = d.organisation_id and l.document_id = d.id), '[]') as left
    from (${visibleRecords(view, 'document').select(['kernel.record.id', 'kernel.record.class'])}) r
    join documents.document d on d.organisation_id = ${view.office.id} and d.id = r.id
    join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id
    left join kernel.file u on u.organisation_id = d.organisation_id and u.id = d.unlocked_file_id
    where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'document', id })
  view.noteRead(row)
  return {
    digest: row.digest.toString('hex'),
    openDigest: row.open_digest.toString('hex'),
    name: row.name,
    mediaType: row.media_type,
    mediaKind: row.media_kind,
    sizeBytes: Number(row.size_bytes),
    class: row.class,
    pageCount: row.page_count,
    pages: row.pages,
    left: row.left,
  }
})

export const readableBody = implementQuery(readable, async (view, { id, readingId }) => {
  await visibleDocument(view, id)
  const { rows } = await sql<{
    name: string
    digest: Buffer
    reading_id: string | null
    children: number
    plan: PagePlan | null
    splits: boolean
  }>`
    select d.name, coalesce(unlocked.digest, d.digest) as digest, d.reading_id, d.page_plan as plan,
      not exists (select from documents.replacement x where x.organisation_id = d.organisation_id and d.id in (x.old_id, x.new_id)) as splits,
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
    plan: row.plan && {
      kept: row.plan.kept.map(([page, turned]): [number, Turn] => [page, turned]),
      left: [...row.plan.left],
    },
    splits: row.splits,
    partsLeft: Math.max(0, mostChildren - row.children),
  }
})
