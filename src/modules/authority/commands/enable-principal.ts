import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { enablePrincipal, principalEnabled, refusals } from '../contract.ts'
import { refuseUnlessOver } from '../held.ts'
import { principalOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

export const enablePrincipalBody = implementCommand(enablePrincipal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'principal', id, expectedVersion }],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id }, principal) {
    if (!principal.disabled_at) act.refuse(refusals.principalEnabled)
    await refuseUnlessOver(act, id)
    await act
      .db<AuthorityTables>()
      .updateTable('authority.principal')
      .set({ disabled_at: null })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    await sql`select platform.membership_disable(${id}, null)`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(principalEnabled, { id, name: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'authority.disable-principal', input: { id, expectedVersion: version } },
    }
  },
})
