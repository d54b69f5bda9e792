import { implementCommand } from '../../../kernel/implement.ts'
import { assignRole, refusals, roleAssigned } from '../contract.ts'
import { refuseUnlessOverRoles } from '../held.ts'
import { principalOf, titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

export const assignRoleBody = implementCommand(assignRole, {
  constraints: { assignment_once: refusals.roleHeld },
  locks: ({ id, expectedVersion }) => [{ kind: 'principal', id, expectedVersion }],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id, roleId, until }) {
    const role = await titleOf(act, roleId, 'role')
    await refuseUnlessOverRoles(act, [roleId])
    if (until && Temporal.Instant.compare(until, act.at) <= 0) act.refuse(refusals.mandatePast, { field: 'until' })
    await act
      .db<AuthorityTables>()
      .insertInto('authority.assignment')
      .values({
        organisation_id: act.office.id,
        principal_id: id,
        role_id: roleId,
        from_at: act.at,
        until_at: until ?? null,
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(roleAssigned, { id, name: act.locked(id).title, role, until: until ?? null }, [id, roleId])
    return {
      output: { id, version },
      undo: { command: 'authority.unassign-role', input: { id, roleId, expectedVersion: version } },
    }
  },
})
