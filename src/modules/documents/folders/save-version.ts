import type { StoredFile } from '../../../kernel/files/store.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { storedFile } from '../commands/take-in.ts'
import { folderRefusals, readJob, saveVersion, versionSaved } from '../contract.ts'
import { changeDocument, type DocumentRow, documentOf, requireState } from '../document-store.ts'
import { refuseEdited } from './locks.ts'
import { goOnFrom, keepAside, newestVersion, ownOpening } from './opening-row.ts'
import { keepVersion, lastNumber } from './version-row.ts'

/** These bytes are what the document is from now on: kept as its newest version, and read. */
export async function makeNewest(act: Act, row: DocumentRow, file: Pick<StoredFile, 'id' | 'digest'>) {
  const { id } = row
  const number = (await lastNumber(act, row)) + 1
  const kept = { number, fileId: file.id, digest: file.digest, at: act.at, by: act.principal.id, aside: false }
  await keepVersion(act, row, kept)
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
  return { version, number }
}

export const saveVersionBody = implementCommand(saveVersion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, fileId, expectedDigest, token = null, openingId = null }, row) {
    requireState(act, 'save-version', row)
    if (expectedDigest && expectedDigest !== row.digest.toString('hex'))
      act.refuse(folderRefusals.versionNotNewest, { name: row.name })
    const opening = openingId ? await ownOpening(act, openingId, id) : null
    await refuseEdited(act, { documentId: id, name: row.name, token, openingId })
    const file = await storedFile(act, fileId)
    if (!opening) return { output: await makeNewest(act, row, file) }
    const { number: newest } = await newestVersion(act, id)
    const { version } = act.locked(id)
    if (newest > opening.based_on) return { output: { version, number: await keepAside(act, row, file) } }
    // programs save what was not changed, too
    if (file.digest.equals(row.digest)) return { output: { version, number: newest } }
    const output = await makeNewest(act, row, file)
    await goOnFrom(act, opening.id, output.number)
    return { output }
  },
})
