import { implementCommand } from '../../../kernel/implement.ts'
import { detailRemoved, detailUnknown, removeAccount } from '../contract.ts'
import { accountShown } from '../numbers.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const removeAccountBody = implementCommand(removeAccount, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, detailId }, party) {
    requireCurrent(act, party)
    const gone = (await detailsOf(act, [id])).accounts.find(row => row.id === detailId)
    if (!gone) return act.refuse(detailUnknown, { id, detailId })
    await act
      .db<DirectoryTables>()
      .deleteFrom('directory.bank_account')
      .where('organisation_id', '=', act.office.id)
      .where('party_id', '=', id)
      .where('id', '=', detailId)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(detailRemoved, { id, title: party.name, what: 'account', text: accountShown(gone) }, [id])
    const back = {
      number: gone.number,
      scheme: gone.scheme,
      ...(gone.bic ? { bic: gone.bic } : {}),
      ...(gone.source_id ? { sourceId: gone.source_id } : {}),
    }
    return {
      output: { id, version },
      undo: { command: 'directory.add-account', input: { id, kind, expectedVersion: version, ...back } },
    }
  },
})
