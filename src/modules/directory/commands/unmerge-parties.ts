import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { partiesUnmerged, partyNotMerged, unmergeParties } from '../contract.ts'
import { partyOf } from '../party-row.ts'

export const unmergePartiesBody = implementCommand(unmergeParties, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, mergedId }, party) {
    const { rows } = await sql<{ title: string }>`
      update kernel.record set merged_into = null, version = version + 1, changed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${mergedId} and merged_into = ${id} returning title`.execute(
      act.db(),
    )
    const [merged] = rows
    if (!merged) return act.refuse(partyNotMerged, { id, mergedId })
    const version = await act.changeRecord(id)
    act.emit(partiesUnmerged, { id, title: party.name, mergedId, mergedTitle: merged.title }, [id, mergedId])
    return {
      output: { id, version },
      undo: { command: 'directory.merge-parties', input: { id, kind, expectedVersion: version, mergedId } },
    }
  },
})
