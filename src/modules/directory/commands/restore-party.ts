import { implementCommand } from '../../../kernel/implement.ts'
import { partyNotRetired, partyRestored, restoreParty } from '../contract.ts'
import { partyOf, refreshParty } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const restorePartyBody = implementCommand(restoreParty, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind }, party) {
    if (!party.retired_at) act.refuse(partyNotRetired, { id, title: party.name })
    await act
      .db<DirectoryTables>()
      .updateTable('directory.party')
      .set({ retired_at: null })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(partyRestored, { id, title: party.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'directory.retire-party', input: { id, kind, expectedVersion: version } },
    }
  },
})
