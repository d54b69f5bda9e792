/** The rows of a document's versions. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { DocumentRow } from '../document-store.ts'
import type { FolderTables } from './tables.ts'

/** The number of the last version, whether newest or kept beside; the first saving back writes the original down as number one. */
export async function lastNumber(act: Act, row: DocumentRow): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select max(number) as number from documents.version
    where organisation_id = ${act.office.id} and document_id = ${row.id} having max(number) is not null`.execute(
    act.db(),
  )
  if (rows[0]) return rows[0].number
  const original = { fileId: row.file_id, digest: row.digest, at: row.received_at, by: null, aside: false }
  await keepVersion(act, row, { number: 1, ...original })
  return 1
}

interface Kept {
  readonly number: number
  readonly fileId: string
  readonly digest: Buffer
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly aside: boolean
}

export async function keepVersion(act: Act, { id }: DocumentRow, kept: Kept): Promise<void> {
  const { number, fileId, digest, at, by, aside } = kept
  await act
    .db<FolderTables>()
    .insertInto('documents.version')
    .values({
      organisation_id: act.office.id,
      document_id: id,
      number,
      file_id: fileId,
      digest,
      saved_at: at,
      saved_by: by,
      aside,
    })
    .execute()
}
