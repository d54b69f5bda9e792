import { implementCommand } from '../../../kernel/implement.ts'
import { createPerson, partyCreated } from '../contract.ts'
import { findAlikeSoon } from '../find-alike-soon.ts'
import { makeParty } from '../new-party.ts'
import type { DirectoryTables } from '../tables.ts'

export const createPersonBody = implementCommand(createPerson, {
  locks: ({ memberOfId }) => (memberOfId ? [{ kind: 'organisation', id: memberOfId }] : []),
  async run(act, { memberOfId, role, ...facts }) {
    const id = await makeParty(act, 'person', memberOfId ? facts : { ...facts, ...(role ? { role } : {}) })
    if (memberOfId) {
      await act
        .db<DirectoryTables>()
        .insertInto('directory.membership')
        .values({ organisation_id: act.office.id, person_id: id, member_of_id: memberOfId, role: role ?? '' })
        .execute()
    }
    findAlikeSoon(act)
    act.emit(
      partyCreated,
      { id, title: facts.name, kind: 'person', sourceId: null },
      memberOfId ? [id, memberOfId] : [id],
    )
    return {
      output: { id, version: 1 },
      undo: { command: 'directory.retire-party', input: { id, kind: 'person', expectedVersion: 1 } },
    }
  },
})
