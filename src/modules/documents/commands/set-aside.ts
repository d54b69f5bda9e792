import { implementCommand } from '../../../kernel/implement.ts'
import { documentSetAside, setAside } from '../contract.ts'
import { changeDocument, documentOf, requireState } from '../document-store.ts'

export const setAsideBody = implementCommand(setAside, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, untilOn }, row) {
    requireState(act, 'set-aside', row)
    await changeDocument(act, id, { state: 'set-aside', state_before: row.state, set_aside_until: untilOn ?? null })
    const version = await act.changeRecord(id)
    act.emit(documentSetAside, { documentId: id, name: act.locked(id).title }, [id])
    return { output: { version }, undo: { command: 'documents.bring-back', input: { id, expectedVersion: version } } }
  },
})
