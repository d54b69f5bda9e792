import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { grantMandate, mandateGranted, refusals, standardRoles } from '../contract.ts'
import { limitColumns, refuseForeignCurrency } from '../held.ts'
import { lent } from '../port/reach.ts'
import { principalOf, titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'
import { mandateTitle } from '../words.ts'

function refuseWhatIsNotHeld(act: Act, permissions: readonly string[]): void {
  for (const permission of permissions) {
    if (lent(act.principal.permissions, [permission], null).size === 0)
      act.refuse(refusals.permissionNotGranted, { permission, field: 'permissions' })
  }
}

export const grantMandateBody = implementCommand(grantMandate, {
  constraints: { mandate_to_another: refusals.deputyNotPossible },
  load: (act, { toId }) => principalOf(act, toId),
  async run(act, { toId, permissions, limit, clearance, from = act.at, until, purpose = '' }, receiver) {
    if (act.principal.onBehalfOf || act.principal.kind !== 'person') act.refuse(refusals.mandateNotDelegable)
    if (receiver.disabled_at) act.refuse(refusals.principalDisabled, { field: 'toId' })
    if (toId === act.principal.id) act.refuse(refusals.deputyNotPossible, { field: 'toId' })
    const past = Temporal.Instant.compare(until, from) <= 0 || Temporal.Instant.compare(until, act.at) <= 0
    if (past) act.refuse(refusals.mandatePast, { field: 'until' })
    refuseForeignCurrency(act, [limit])
    refuseWhatIsNotHeld(act, permissions)
    const names = { from: act.principal.name, to: await titleOf(act, toId, 'principal') }
    const id = await act.createRecord({
      kind: 'mandate',
      title: mandateTitle(nearestLanguage(act.office.language), names),
      audience: [act.principal.id, toId, standardRoles.owner.id, standardRoles.manager.id],
    })
    const times = { from_at: from, until_at: until, revoked_at: null }
    const reach = {
      permissions: [...new Set(permissions)],
      clearance: Math.min(clearance, act.principal.clearance),
      purpose,
      ...limitColumns(limit),
    }
    await act
      .db<AuthorityTables>()
      .insertInto('authority.mandate')
      .values({ organisation_id: act.office.id, id, from_id: act.principal.id, to_id: toId, ...reach, ...times })
      .execute()
    act.emit(mandateGranted, { id, ...names, until }, [id, act.principal.id, toId])
    return { output: { id }, undo: { command: 'authority.revoke-mandate', input: { id, expectedVersion: 1 } } }
  },
})
