import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { storedFile } from '../commands/take-in.ts'
import { folderRefusals, readJob, saveVersion, versionSaved } from '../contract.ts'
import { changeDocument, type DocumentRow, documentOf, requireState } from '../document-store.ts'
import { refuseEdited } from './locks.ts'
import type { FolderTables } from './tables.ts'

/** The number of the newest version; the first saving back writes the original down as number one. */
async function newestNumber(act: Act, row: DocumentRow): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select max(number) as number from documents.version
    where organisation_id = ${act.office.id} and document_id = ${row.id} having max(number) is not null`.execute(
    act.db(),
  )
  if (rows[0]) return rows[0].number
  await keepVersion(act, row, { number: 1, fileId: row.file_id, digest: row.digest, at: row.received_at, by: null })
  return 1
}

interface Kept {
  readonly number: number
  readonly fileId: string
  readonly digest: Buffer
  readonly at: Temporal.Instant
  readonly by: string | null
}

async function keepVersion(act: Act, { id }: DocumentRow, { number, fileId, digest, at, by }: Kept): Promise<void> {
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
    })
    .execute()
}

export const saveVersionBody = implementCommand(saveVersion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, fileId, expectedDigest, token }, row) {
    requireState(act, 'save-version', row)
    if (expectedDigest && expectedDigest !== row.digest.toString('hex'))
      act.refuse(folderRefusals.versionNotNewest, { name: row.name })
    await refuseEdited(act, { documentId: id, name: row.name, token: token ?? null })
    const file = await storedFile(act, fileId)
    const before = await newestNumber(act, row)
    const number = before + 1
    await keepVersion(act, row, { number, fileId: file.id, digest: file.digest, at: act.at, by: act.principal.id })
    const readingId = act.newId()
    await changeDocument(act, id, {
      file_id: file.id,
      digest: file.digest,
      unlocked_file_id: null,
      page_plan: null,
      reading_id: readingId,
      // It is not the same bytes any more.
      ...(row.duplicate_by === 'bytes' ? { duplicate_of: null, duplicate_by: null } : {}),
    })
    const version = await act.changeRecord(id)
    act.emit(versionSaved, { documentId: id, name: row.name, number }, [id])
    act.enqueue(readJob, { documentId: id, readingId })
    return { output: { version, number } }
  },
})
