import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { originals } from '../contract/many.ts'
import { visibleDocuments } from './document-rows.ts'

export const originalsBody = implementQuery(originals, async (view, { ids }) => {
  const { rows } = await sql<{
    id: string
    name: string
    title: string
    class: number
    received_at: Temporal.Instant
    digest: Buffer
    size_bytes: bigint
  }>`
    select d.id, d.name, r.title, r.class, d.received_at, d.digest, f.size_bytes from ${visibleDocuments(view)}
    join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id
    where d.id = any(${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], d.id)`.execute(view.db())
  for (const row of rows) view.noteRead(row)
  return {
    rows: rows.map(row => ({
      id: row.id,
      name: row.name,
      title: row.title,
      receivedAt: row.received_at.toString(),
      digest: row.digest.toString('hex'),
      sizeBytes: Number(row.size_bytes),
    })),
  }
})
