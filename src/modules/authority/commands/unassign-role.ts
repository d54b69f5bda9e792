import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { refusals, roleUnassigned, standardRoles, unassignRole } from '../contract.ts'
import { anotherOwner, refuseUnlessOverRoles } from '../held.ts'
import { titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

const assignments = (act: Act, principalId: string, roleId: string) =>
  act
    .db<AuthorityTables>()
    .selectFrom('authority.assignment')
    .select(['from_at', 'until_at'])
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', principalId)
    .where('role_id', '=', roleId)
    .where(eb => eb.or([eb('until_at', 'is', null), eb('until_at', '>', act.at)]))
    .executeTakeFirst()

/** Ends it now; one that began this very instant never was. */
async function endAssignment(act: Act, id: string, roleId: string, fromAt: Temporal.Instant): Promise<void> {
  const db = act.db<AuthorityTables>()
  const key = { organisation_id: act.office.id, principal_id: id, role_id: roleId, from_at: fromAt }
  const never = Temporal.Instant.compare(fromAt, act.at) >= 0
  if (never)
    await db
      .deleteFrom('authority.assignment')
      .where(eb => eb.and(key))
      .execute()
  else
    await db
      .updateTable('authority.assignment')
      .set({ until_at: act.at })
      .where(eb => eb.and(key))
      .execute()
}

export const unassignRoleBody = implementCommand(unassignRole, {
  locks: ({ id, expectedVersion }) => [
    { kind: 'principal', id, expectedVersion },
    { kind: 'role', id: standardRoles.owner.id },
  ],
  load: (act, { id, roleId }) => assignments(act, id, roleId),
  async run(act, { id, roleId }, assignment) {
    const role = await titleOf(act, roleId, 'role')
    if (!assignment) return act.refuse(refusals.roleNotHeld)
    await refuseUnlessOverRoles(act, [roleId])
    if (roleId === standardRoles.owner.id && !(await anotherOwner(act, id))) act.refuse(refusals.ownerLast)
    await endAssignment(act, id, roleId, assignment.from_at)
    const version = await act.changeRecord(id)
    act.emit(roleUnassigned, { id, name: act.locked(id).title, role }, [id, roleId])
    const until = assignment.until_at ? { until: assignment.until_at.toString() } : {}
    return {
      output: { id, version },
      undo: { command: 'authority.assign-role', input: { id, roleId, expectedVersion: version, ...until } },
    }
  },
})
