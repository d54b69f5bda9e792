import { implementCommand } from '../../../kernel/implement.ts'
import { detailRemoved, detailUnknown, removeAddress } from '../contract.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const removeAddressBody = implementCommand(removeAddress, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, detailId }, party) {
    requireCurrent(act, party)
    const gone = (await detailsOf(act, [id])).addresses.find(row => row.id === detailId)
    if (!gone) return act.refuse(detailUnknown, { id, detailId })
    await act
      .db<DirectoryTables>()
      .deleteFrom('directory.address_post')
      .where('organisation_id', '=', act.office.id)
      .where('party_id', '=', id)
      .where('id', '=', detailId)
      .execute()
    const version = await refreshParty(act, id)
    act.emit(
      detailRemoved,
      {
        id,
        title: party.name,
        what: 'address',
        text: [gone.street, gone.postcode, gone.city].filter(Boolean).join(' '),
      },
      [id],
    )
    return {
      output: { id, version },
      undo: {
        command: 'directory.add-address',
        input: {
          id,
          kind,
          expectedVersion: version,
          ...{
            street: gone.street,
            postcode: gone.postcode,
            city: gone.city,
            ...(gone.country ? { country: gone.country } : {}),
            ...(gone.label ? { label: gone.label } : {}),
          },
        },
      },
    }
  },
})
