import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import type { Limit } from '../../../kernel/authority.ts'
import { limitSet, refusals, setLimit } from '../contract.ts'
import {
  authorityHeld,
  limitColumns,
  limitOfRow,
  reachesOver,
  refuseForeignCurrency,
  refuseUnlessOver,
  refuseUnlessOverRoles,
} from '../held.ts'
import { reachOf } from '../port/reach.ts'
import type { AuthorityTables } from '../tables.ts'

const ownLimit = (act: Act, principalId: string, permission: string) =>
  act
    .db<AuthorityTables>()
    .selectFrom('authority.principal_limit')
    .select(['limit_minor', 'limit_currency'])
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', principalId)
    .where('permission', '=', permission)
    .executeTakeFirst()

async function removeLimit(act: Act, principalId: string, permission: string): Promise<void> {
  const roles = await act
    .db<AuthorityTables>()
    .selectFrom('authority.assignment')
    .select('role_id')
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', principalId)
    .where(eb => eb.or([eb('until_at', 'is', null), eb('until_at', '>', act.at)]))
    .execute()
  if (roles.length > 0)
    await refuseUnlessOverRoles(
      act,
      roles.map(row => row.role_id),
    )
  await act
    .db<AuthorityTables>()
    .deleteFrom('authority.principal_limit')
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', principalId)
    .where('permission', '=', permission)
    .execute()
}

async function putLimit(act: Act, principalId: string, permission: string, limit: Limit): Promise<void> {
  refuseForeignCurrency(act, [limit])
  const { permissions } = await authorityHeld(act, principalId)
  if (reachOf(permissions, permission) === undefined) act.refuse(refusals.permissionNotGranted, { permission })
  if (!reachesOver(act, { permissions: new Map([[permission, limit]]), clearance: 0 }))
    act.refuse(refusals.authorityNotHeld)
  await act
    .db<AuthorityTables>()
    .insertInto('authority.principal_limit')
    .values({ organisation_id: act.office.id, principal_id: principalId, permission, ...limitColumns(limit) })
    .onConflict(conflict =>
      conflict.columns(['organisation_id', 'principal_id', 'permission']).doUpdateSet(limitColumns(limit)),
    )
    .execute()
}

const wireOf = (limit: Limit) => limit && { amount: decimalOfMoney(limit), currency: limit.currency }

export const setLimitBody = implementCommand(setLimit, {
  locks: ({ id, expectedVersion }) => [{ kind: 'principal', id, expectedVersion }],
  load: (act, { id, permission }) => ownLimit(act, id, permission),
  async run(act, { id, permission, limit, asRoles }, before) {
    await refuseUnlessOver(act, id)
    if (asRoles) await removeLimit(act, id, permission)
    else await putLimit(act, id, permission, limit)
    const version = await act.changeRecord(id)
    act.emit(limitSet, { id, name: act.locked(id).title, permission, limit: asRoles ? null : limit }, [id])
    const undone = before ? { limit: wireOf(limitOfRow(before)) } : { limit: null, asRoles: true }
    return {
      output: { id, version },
      undo: { command: 'authority.set-limit', input: { id, permission, expectedVersion: version, ...undone } },
    }
  },
})
