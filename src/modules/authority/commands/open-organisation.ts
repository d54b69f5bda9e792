import { implementCommand } from '../../../kernel/implement.ts'
import type { Act } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { openOrganisation, organisationOpened, refusals, type StandardRole, standardRoles } from '../contract.ts'
import { makePrincipal } from '../new-principal.ts'
import type { AuthorityTables } from '../tables.ts'
import { roleName } from '../words.ts'

async function makeRole(act: Act, role: StandardRole): Promise<void> {
  const db = act.db<AuthorityTables>()
  await act.createRecord({
    id: role.id,
    kind: 'role',
    title: roleName(nearestLanguage(act.office.language), role.key),
    class: 0,
  })
  const { id, key, clearance } = role
  await db.insertInto('authority.role').values({ organisation_id: act.office.id, id, key, clearance }).execute()
  await db
    .insertInto('authority.role_permission')
    .values(
      role.permissions.map(permission => ({
        organisation_id: act.office.id,
        role_id: id,
        permission,
        limit_minor: null,
        limit_currency: null,
      })),
    )
    .execute()
  await db
    .insertInto('authority.role_offer')
    .values(role.permissions.map(permission => ({ organisation_id: act.office.id, role_id: id, permission })))
    .execute()
}

export const openOrganisationBody = implementCommand(openOrganisation, {
  async load(act) {
    const owner = await act
      .db<AuthorityTables>()
      .selectFrom('authority.role')
      .select('id')
      .where('organisation_id', '=', act.office.id)
      .where('key', '=', 'owner')
      .executeTakeFirst()
    return owner !== undefined
  },
  async run(act, { principalId, name, email, language }, opened: boolean) {
    if (opened) act.refuse(refusals.organisationAlreadyOpen)
    for (const role of Object.values(standardRoles)) await makeRole(act, role)
    await makePrincipal(act, {
      id: principalId,
      kind: 'person',
      name,
      email,
      language,
      roleIds: [standardRoles.owner.id],
    })
    const { name: office, country, language: officeLanguage } = act.office
    act.emit(organisationOpened, { name: office, country, language: officeLanguage, ownerId: principalId }, [
      principalId,
    ])
    return { output: { principalId } }
  },
})
