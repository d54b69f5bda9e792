import { implementCommand } from '../../../kernel/implement.ts'
import { addEmail, detailAdded, emailKnown } from '../contract.ts'
import { emailRow } from '../detail-rows.ts'
import { detailsOf, partyOf, refreshParty, requireCurrent } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

export const addEmailBody = implementCommand(addEmail, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, expectedVersion: _seen, ...facts }, party) {
    requireCurrent(act, party)
    const details = await detailsOf(act, [id])
    if (details.emails.some(row => row.email.toLowerCase() === facts.email))
      act.refuse(emailKnown, { email: facts.email })
    const row = emailRow(act, id, (details.emails.at(-1)?.position ?? 0) + 1, facts)
    await act.db<DirectoryTables>().insertInto('directory.address_email').values(row).execute()
    const version = await refreshParty(act, id)
    act.emit(detailAdded, { id, title: party.name, what: 'email', detailId: row.id, text: row.email }, [id])
    return {
      output: { id, version, detailId: row.id },
      undo: { command: 'directory.remove-email', input: { id, kind, expectedVersion: version, detailId: row.id } },
    }
  },
})
