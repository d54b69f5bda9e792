import { implementCommand } from '../../../kernel/implement.ts'
import { accountAdded, accountKnown, addAccount } from '../contract.ts'
import { accountRow } from '../detail-rows.ts'
import { accountShown } from '../numbers.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const addAccountBody = implementCommand(addAccount, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, expectedVersion: _seen, ...facts }, party) {
    requireCurrent(act, party)
    const { accounts } = await detailsOf(act, [id])
    const row = accountRow(act, id, (accounts.at(-1)?.position ?? 0) + 1, facts, party.country)
    const number = accountShown(row)
    if (accounts.some(known => known.scheme === row.scheme && known.number === row.number))
      act.refuse(accountKnown, { number })
    await act.db<DirectoryTables>().insertInto('directory.bank_account').values(row).execute()
    const version = await refreshParty(act, id)
    act.emit(
      accountAdded,
      {
        id,
        title: party.name,
        accountId: row.id,
        number,
        sourceId: facts.sourceId ?? null,
        first: accounts.length === 0,
      },
      facts.sourceId ? [id, facts.sourceId] : [id],
    )
    return {
      output: { id, version, detailId: row.id },
      undo: { command: 'directory.remove-account', input: { id, kind, expectedVersion: version, detailId: row.id } },
    }
  },
})
