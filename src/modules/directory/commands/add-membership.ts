import { implementCommand } from '../../../kernel/implement.ts'
import { addMembership, detailAdded } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const addMembershipBody = implementCommand(addMembership, {
  locks: ({ id, memberOfId, expectedVersion }) => [
    { kind: 'person', id, expectedVersion },
    { kind: 'organisation', id: memberOfId },
  ],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, memberOfId, role }, party) {
    requireCurrent(act, party)
    await act
      .db<DirectoryTables>()
      .insertInto('directory.membership')
      .values({ organisation_id: act.office.id, person_id: id, member_of_id: memberOfId, role: role ?? '' })
      .onConflict(conflict =>
        conflict.columns(['organisation_id', 'person_id', 'member_of_id']).doUpdateSet({ role: role ?? '' }),
      )
      .execute()
    const version = await act.changeRecord(id)
    act.emit(
      detailAdded,
      { id, title: party.name, what: 'membership', detailId: memberOfId, text: act.locked(memberOfId).title },
      [id, memberOfId],
    )
    return {
      output: { id, version },
      undo: { command: 'directory.remove-membership', input: { id, expectedVersion: version, memberOfId } },
    }
  },
})
