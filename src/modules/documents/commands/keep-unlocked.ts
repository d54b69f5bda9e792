import { implementCommand } from '../../../kernel/implement.ts'
import { keepUnlocked } from '../contract.ts'
import { changeDocument, documentOf, requireState } from '../document-store.ts'
import { storedFile } from './take-in.ts'

export const keepUnlockedBody = implementCommand(keepUnlocked, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, fileId }, row) {
    requireState(act, 'read-again', row)
    const file = await storedFile(act, fileId)
    await changeDocument(act, id, { unlocked_file_id: file.id })
    return { output: { version: await act.changeRecord(id) } }
  },
})
