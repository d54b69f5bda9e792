import { implementCommand } from '../../../kernel/implement.ts'
import { addNumber, detailAdded, numberKnown } from '../contract.ts'
import { phoneRow } from '../detail-rows.ts'
import { numberTold } from '../numbers.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const addNumberBody = implementCommand(addNumber, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, expectedVersion: _seen, ...facts }, party) {
    requireCurrent(act, party)
    const details = await detailsOf(act, [id])
    const row = phoneRow(act, id, (details.phones.at(-1)?.position ?? 0) + 1, facts, party.country)
    if (details.phones.some(known => numberTold(known) === numberTold(row)))
      act.refuse(numberKnown, { number: row.written })
    await act.db<DirectoryTables>().insertInto('directory.phone').values(row).execute()
    const version = await refreshParty(act, id)
    act.emit(detailAdded, { id, title: party.name, what: 'phone', detailId: row.id, text: row.written }, [id])
    return {
      output: { id, version, detailId: row.id },
      undo: { command: 'directory.remove-number', input: { id, kind, expectedVersion: version, detailId: row.id } },
    }
  },
})
