import { implementCommand } from '../../../kernel/implement.ts'
import { addAddress, detailAdded } from '../contract.ts'
import { addressRow } from '../detail-rows.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const addAddressBody = implementCommand(addAddress, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, expectedVersion: _seen, ...facts }, party) {
    requireCurrent(act, party)
    const details = await detailsOf(act, [id])
    const row = addressRow(act, id, (details.addresses.at(-1)?.position ?? 0) + 1, facts)
    await act.db<DirectoryTables>().insertInto('directory.address_post').values(row).execute()
    const version = await refreshParty(act, id)
    act.emit(
      detailAdded,
      {
        id,
        title: party.name,
        what: 'address',
        detailId: row.id,
        text: [row.street, row.postcode, row.city].filter(Boolean).join(' '),
      },
      [id],
    )
    return {
      output: { id, version, detailId: row.id },
      undo: { command: 'directory.remove-address', input: { id, kind, expectedVersion: version, detailId: row.id } },
    }
  },
})
