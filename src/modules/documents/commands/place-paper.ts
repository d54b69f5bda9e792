import { implementCommand } from '../../../kernel/implement.ts'
import { paperPlaced, placePaper } from '../contract.ts'
import { changeDocument, documentOf } from '../document-store.ts'

export const placePaperBody = implementCommand(placePaper, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, place, mayShred }, row) {
    await changeDocument(act, id, { paper_place: place, ...(mayShred === undefined ? {} : { may_shred: mayShred }) })
    const version = await act.changeRecord(id)
    act.emit(paperPlaced, { documentId: id, name: act.locked(id).title, place }, [id])
    return {
      output: { version },
      undo: {
        command: 'documents.place-paper',
        input: { id, place: row.paper_place, mayShred: row.may_shred, expectedVersion: version },
      },
    }
  },
})
