import { implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { changeRole, refusals, roleChanged, standardRoles } from '../contract.ts'
import { reachesOver, refuseForeignCurrency } from '../held.ts'
import { authorityOfGrants, readGrants, wireGrants, writeGrants } from '../role-grants.ts'
import type { AuthorityTables } from '../tables.ts'

export const changeRoleBody = implementCommand(changeRole, {
  locks: ({ id, expectedVersion }) => [{ kind: 'role', id, expectedVersion }],
  async load(act, { id }) {
    const role = await act
      .db<AuthorityTables>()
      .selectFrom('authority.role')
      .select('clearance')
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirst()
    const { clearance } = role ?? act.refuse(kernelRefusals.notFound, { kind: 'role', id })
    return { clearance, name: act.locked(id).title, grants: await readGrants(act, id) }
  },
  async run(act, { id, name, clearance, grants }, before) {
    if (id === standardRoles.owner.id) act.refuse(refusals.roleOwnerFixed)
    refuseForeignCurrency(
      act,
      (grants ?? []).map(grant => grant.limit),
    )
    const after = authorityOfGrants(grants ?? before.grants, clearance ?? before.clearance)
    if (!reachesOver(act, authorityOfGrants(before.grants, before.clearance)) || !reachesOver(act, after))
      act.refuse(refusals.authorityNotHeld)
    await act
      .db<AuthorityTables>()
      .updateTable('authority.role')
      .set({ clearance: after.clearance })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    if (grants) await writeGrants(act, id, grants)
    const version = await act.changeRecord(id, name === undefined ? {} : { title: name })
    act.emit(roleChanged, { id, name: act.locked(id).title }, [id])
    const input = {
      id,
      expectedVersion: version,
      name: before.name,
      clearance: before.clearance,
      grants: wireGrants(before.grants),
    }
    return { output: { id, version }, undo: { command: 'authority.change-role', input } }
  },
})
