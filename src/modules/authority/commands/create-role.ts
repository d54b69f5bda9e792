import { implementCommand } from '../../../kernel/implement.ts'
import { createRole, refusals, roleCreated } from '../contract.ts'
import { reachesOver, refuseForeignCurrency } from '../held.ts'
import { authorityOfGrants, writeGrants } from '../role-grants.ts'
import type { AuthorityTables } from '../tables.ts'

export const createRoleBody = implementCommand(createRole, {
  async run(act, { name, clearance, grants }) {
    refuseForeignCurrency(
      act,
      grants.map(grant => grant.limit),
    )
    if (!reachesOver(act, authorityOfGrants(grants, clearance))) act.refuse(refusals.authorityNotHeld)
    const id = await act.createRecord({ kind: 'role', title: name, class: 0 })
    await act
      .db<AuthorityTables>()
      .insertInto('authority.role')
      .values({ organisation_id: act.office.id, id, key: null, clearance })
      .execute()
    await writeGrants(act, id, grants)
    act.emit(roleCreated, { id, name }, [id])
    return { output: { id } }
  },
})
