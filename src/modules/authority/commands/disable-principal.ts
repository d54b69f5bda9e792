import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { disablePrincipal, principalDisabled, refusals, standardRoles } from '../contract.ts'
import { anotherOwner, isOwner, refuseUnlessOver } from '../held.ts'
import { principalOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

export const disablePrincipalBody = implementCommand(disablePrincipal, {
  // The owner's role is locked too, so that two owners cannot shut each other out at once.
  locks: ({ id, expectedVersion }) => [
    { kind: 'principal', id, expectedVersion },
    { kind: 'role', id: standardRoles.owner.id },
  ],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id }, principal) {
    if (principal.disabled_at) act.refuse(refusals.principalDisabled)
    await refuseUnlessOver(act, id)
    if ((await isOwner(act, id)) && !(await anotherOwner(act, id))) act.refuse(refusals.ownerLast)
    await act
      .db<AuthorityTables>()
      .updateTable('authority.principal')
      .set({ disabled_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    await sql`select platform.membership_disable(${id}, ${act.at}), platform.one_time_withdraw(${id}, ${act.at})`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(principalDisabled, { id, name: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'authority.enable-principal', input: { id, expectedVersion: version } },
    }
  },
})
