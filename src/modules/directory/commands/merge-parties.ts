import { implementCommand } from '../../../kernel/implement.ts'
import { mergeParties, partiesMerged, partySame } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'

/** Nothing is moved: the merged one keeps all that is its own, and whoever reads the first reads both. */
export const mergePartiesBody = implementCommand(mergeParties, {
  locks: ({ id, kind, mergedId, expectedVersion }) => [
    { kind, id, expectedVersion },
    { kind, id: mergedId },
  ],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, mergedId }, party) {
    if (id === mergedId) act.refuse(partySame, { id })
    requireCurrent(act, party)
    const mergedTitle = act.locked(mergedId).title
    await act.mergeRecord(mergedId, id)
    const version = await act.changeRecord(id)
    act.emit(partiesMerged, { id, title: party.name, mergedId, mergedTitle }, [id, mergedId])
    return {
      output: { id, version },
      undo: { command: 'directory.unmerge-parties', input: { id, kind, expectedVersion: version, mergedId } },
    }
  },
})
