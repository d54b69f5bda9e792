import { limitOf } from '../../../kernel/authority.ts'
import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { disablePrincipal, mandateRevoked, refusals, revokeMandate } from '../contract.ts'
import { titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

async function mandateOf(act: Act, id: string) {
  const row = await act
    .db<AuthorityTables>()
    .selectFrom('authority.mandate')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? act.refuse(kernelRefusals.notFound, { kind: 'mandate', id })
}

export const revokeMandateBody = implementCommand(revokeMandate, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mandate', id, expectedVersion }],
  load: (act, { id }) => mandateOf(act, id),
  async run(act, { id }, mandate) {
    const party = [mandate.from_id, mandate.to_id].includes(act.principal.id)
    if (!party && limitOf(act.principal, disablePrincipal.permission) === undefined)
      act.refuse(refusals.mandateNotYours)
    const over = mandate.revoked_at !== null || Temporal.Instant.compare(mandate.until_at, act.at) <= 0
    if (over) act.refuse(refusals.mandateRevoked)
    await act
      .db<AuthorityTables>()
      .updateTable('authority.mandate')
      .set({ revoked_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    const names = {
      from: await titleOf(act, mandate.from_id, 'principal'),
      to: await titleOf(act, mandate.to_id, 'principal'),
    }
    act.emit(mandateRevoked, { id, ...names }, [id, mandate.from_id, mandate.to_id])
    return { output: { id, version } }
  },
})
