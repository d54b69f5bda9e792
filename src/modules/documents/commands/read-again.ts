import { implementCommand } from '../../../kernel/implement.ts'
import { readAgain, readingAsked, readJob } from '../contract.ts'
import { changeDocument, documentOf, requireState } from '../document-store.ts'

export const readAgainBody = implementCommand(readAgain, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id }, row) {
    requireState(act, 'read-again', row)
    const readingId = act.newId()
    await changeDocument(act, id, {
      state: 'arrived',
      state_before: null,
      set_aside_until: null,
      reading_id: readingId,
      read_error: null,
      read_error_data: null,
    })
    const version = await act.changeRecord(id)
    act.emit(readingAsked, { documentId: id, name: act.locked(id).title }, [id])
    act.enqueue(readJob, { documentId: id, readingId })
    return { output: { version } }
  },
})
