import { implementCommand } from '../../../kernel/implement.ts'
import { addSenders, partyCreated, senderKnown } from '../contract.ts'
import { findParties } from '../find-parties.ts'
import { makeParty } from '../new-party.ts'
import { readAccount } from '../numbers.ts'

/**
 * A sender that is known by a number, an account or its exact name is taken as it stands: an account read on a paper is
 * never added to somebody who is known already, since that is how money is stolen.
 */
export const addSendersBody = implementCommand(addSenders, {
  async run(act, { senders }) {
    const told: { sourceId: string; partyId: string; created: boolean }[] = []
    for (const sender of senders) {
      const account = sender.iban ? readAccount(sender.iban, undefined, act.office.country) : null
      const question = {
        name: sender.name,
        ...(sender.vatNumber ? { vatNumber: sender.vatNumber } : {}),
        ...(sender.organisationNumber ? { companyNumber: sender.organisationNumber } : {}),
        ...(account?.ok ? { account: account.account.number } : {}),
      }
      const [found] = (await findParties(act, [question], ['organisation', 'person'], { similar: false }))[0]!
      const country = /^[A-Z]{2}(?=.*\d)/.exec(sender.vatNumber?.toUpperCase() ?? '')?.[0]
      const partyId =
        found?.id ??
        (await makeParty(act, 'organisation', {
          name: sender.name,
          sourceId: sender.sourceId,
          companyNumber: sender.organisationNumber ?? null,
          vatNumber: sender.vatNumber ?? null,
          ...(country ? { country } : {}),
          ...(account?.ok ? { accounts: [{ ...account.account, sourceId: sender.sourceId }] } : {}),
        }))
      const title = found?.title ?? sender.name
      if (!found)
        act.emit(partyCreated, { id: partyId, title, kind: 'organisation', sourceId: sender.sourceId }, [
          partyId,
          sender.sourceId,
        ])
      act.emit(senderKnown, { sourceId: sender.sourceId, partyId, title, created: !found }, [partyId, sender.sourceId])
      told.push({ sourceId: sender.sourceId, partyId, created: !found })
    }
    return { output: { senders: told } }
  },
})
