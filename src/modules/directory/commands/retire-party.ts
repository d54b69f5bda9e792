import { implementCommand } from '../../../kernel/implement.ts'
import { partyRetiredEvent, retireParty } from '../contract.ts'
import { partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const retirePartyBody = implementCommand(retireParty, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind }, party) {
    requireCurrent(act, party)
    await act
      .db<DirectoryTables>()
      .updateTable('directory.party')
      .set({ retired_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(partyRetiredEvent, { id, title: party.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'directory.restore-party', input: { id, kind, expectedVersion: version } },
    }
  },
})
