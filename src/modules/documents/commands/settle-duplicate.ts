import { implementCommand } from '../../../kernel/implement.ts'
import { duplicateSettled, isDuplicate, keepBoth, refusals } from '../contract.ts'
import { changeDocument, documentOf, refreshDocument, requireState } from '../document-store.ts'

export const isDuplicateBody = implementCommand(isDuplicate, {
  locks: ({ id, ofId, expectedVersion }) => [
    { kind: 'document', id, expectedVersion },
    { kind: 'document', id: ofId },
  ],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, ofId }, row) {
    requireState(act, 'discard', row)
    if (id === ofId) act.refuse(refusals.notDuplicate, { id })
    const before = row.state === 'set-aside' ? row.state_before : row.state
    await changeDocument(act, id, {
      state: 'discarded',
      state_before: before,
      set_aside_until: null,
      duplicate_of: ofId,
      duplicate_by: row.duplicate_of === ofId ? row.duplicate_by : 'content',
    })
    const version = await act.changeRecord(id)
    act.emit(duplicateSettled, { documentId: id, name: act.locked(id).title, ofId, settled: 'discarded' }, [id, ofId])
    return { output: { version }, undo: { command: 'documents.restore', input: { ids: [id] } } }
  },
})

export const keepBothBody = implementCommand(keepBoth, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, settled }, row) {
    if (!row.duplicate_of || row.duplicate_settled === settled) act.refuse(refusals.notDuplicate, { id })
    const version = await refreshDocument(act, row, { duplicate_settled: settled })
    act.emit(
      duplicateSettled,
      { documentId: id, name: act.locked(id).title, ofId: row.duplicate_of, settled: settled ? 'both-kept' : 'open' },
      [id],
    )
    return {
      output: { version },
      undo: { command: 'documents.keep-both', input: { id, settled: !settled, expectedVersion: version } },
    }
  },
})
