import { implementCommand } from '../../../kernel/implement.ts'
import { detailRemoved, detailUnknown, removeNumber } from '../contract.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const removeNumberBody = implementCommand(removeNumber, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, detailId }, party) {
    requireCurrent(act, party)
    const gone = (await detailsOf(act, [id])).phones.find(row => row.id === detailId)
    if (!gone) return act.refuse(detailUnknown, { id, detailId })
    await act
      .db<DirectoryTables>()
      .deleteFrom('directory.phone')
      .where('organisation_id', '=', act.office.id)
      .where('party_id', '=', id)
      .where('id', '=', detailId)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(detailRemoved, { id, title: party.name, what: 'phone', text: gone.written }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'directory.add-number',
        input: {
          id,
          kind,
          expectedVersion: version,
          ...{ number: gone.written, ...(gone.label ? { label: gone.label } : {}) },
        },
      },
    }
  },
})
