import { implementCommand } from '../../../kernel/implement.ts'
import { detailRemoved, detailUnknown, removeEmail } from '../contract.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const removeEmailBody = implementCommand(removeEmail, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, detailId }, party) {
    requireCurrent(act, party)
    const gone = (await detailsOf(act, [id])).emails.find(row => row.id === detailId)
    if (!gone) return act.refuse(detailUnknown, { id, detailId })
    await act
      .db<DirectoryTables>()
      .deleteFrom('directory.address_email')
      .where('organisation_id', '=', act.office.id)
      .where('party_id', '=', id)
      .where('id', '=', detailId)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(detailRemoved, { id, title: party.name, what: 'email', text: gone.email }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'directory.add-email',
        input: {
          id,
          kind,
          expectedVersion: version,
          ...{ email: gone.email, ...(gone.label ? { label: gone.label } : {}) },
        },
      },
    }
  },
})
