import { implementCommand } from '../../../kernel/implement.ts'
import { visibleParty } from '../confirm-plan.ts'
import { linkParty, partyLinked, refusals } from '../contract.ts'
import { documentOf, refreshDocument } from '../document-store.ts'

export const linkPartyBody = implementCommand(linkParty, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, partyId }, row) {
    if (partyId && !(await visibleParty(act, partyId))) act.refuse(refusals.senderUnknown, { id: partyId })
    const version = await refreshDocument(act, row, { sender_id: partyId })
    act.emit(
      partyLinked,
      { documentId: id, name: act.locked(id).title, partyId, before: row.sender_id },
      partyId ? [id, partyId] : [id],
    )
    return {
      output: { version },
      undo: { command: 'documents.link-party', input: { id, partyId: row.sender_id, expectedVersion: version } },
    }
  },
})
