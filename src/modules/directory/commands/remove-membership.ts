import { implementCommand } from '../../../kernel/implement.ts'
import { detailRemoved, detailUnknown, removeMembership } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const removeMembershipBody = implementCommand(removeMembership, {
  locks: ({ id, expectedVersion }) => [{ kind: 'person', id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, memberOfId }, party) {
    requireCurrent(act, party)
    const gone = await act
      .db<DirectoryTables>()
      .deleteFrom('directory.membership')
      .where('organisation_id', '=', act.office.id)
      .where('person_id', '=', id)
      .where('member_of_id', '=', memberOfId)
      .returning('role')
      .executeTakeFirst()
    if (!gone) return act.refuse(detailUnknown, { id, detailId: memberOfId })
    const version = await act.changeRecord(id)
    act.emit(detailRemoved, { id, title: party.name, what: 'membership', text: gone.role }, [id, memberOfId])
    return {
      output: { id, version },
      undo: {
        command: 'directory.add-membership',
        input: { id, expectedVersion: version, memberOfId, ...(gone.role ? { role: gone.role } : {}) },
      },
    }
  },
})
