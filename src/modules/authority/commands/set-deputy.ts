import { limitOf } from '../../../kernel/authority.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { deputySet, disablePrincipal, refusals, setDeputy } from '../contract.ts'
import { principalOf, titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

export const setDeputyBody = implementCommand(setDeputy, {
  locks: ({ id, expectedVersion }) => [{ kind: 'principal', id, expectedVersion }],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id, deputyId }, principal) {
    const own = id === act.principal.id || id === act.principal.onBehalfOf?.id
    if (!own && limitOf(act.principal, disablePrincipal.permission) === undefined) act.refuse(refusals.authorityNotHeld)
    const deputy = deputyId && (await principalOf(act, deputyId))
    if (deputy && (deputy.disabled_at || deputy.kind !== 'person' || deputy.id === id))
      act.refuse(refusals.deputyNotPossible, { field: 'deputyId' })
    await act
      .db<AuthorityTables>()
      .updateTable('authority.principal')
      .set({ deputy_id: deputyId })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    const deputyName = deputyId && (await titleOf(act, deputyId, 'principal'))
    act.emit(deputySet, { id, name: act.locked(id).title, deputy: deputyName }, deputyId ? [id, deputyId] : [id])
    const input = { id, deputyId: principal.deputy_id, expectedVersion: version }
    return { output: { id, version }, undo: { command: 'authority.set-deputy', input } }
  },
})
