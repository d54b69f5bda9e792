import { implementCommand } from '../../../kernel/implement.ts'
import { createOrganisation, partyCreated } from '../contract.ts'
import { findAlikeSoon } from '../find-alike-soon.ts'
import { makeParty } from '../new-party.ts'

export const createOrganisationBody = implementCommand(createOrganisation, {
  async run(act, facts) {
    const id = await makeParty(act, 'organisation', facts)
    findAlikeSoon(act)
    act.emit(partyCreated, { id, title: facts.name, kind: 'organisation', sourceId: null }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'directory.retire-party', input: { id, kind: 'organisation', expectedVersion: 1 } },
    }
  },
})
