import { implementQuery } from '../../../kernel/implement.ts'
import { findParty, partyKinds } from '../contract.ts'
import { findParties } from '../find-parties.ts'

export const findPartyBody = implementQuery(findParty, async (view, { wanted, kinds }) => ({
  found: await findParties(view, wanted, kinds ?? partyKinds, { similar: true }),
}))
