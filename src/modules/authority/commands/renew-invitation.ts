import { implementCommand } from '../../../kernel/implement.ts'
import { invitationRenewed, refusals, renewInvitation } from '../contract.ts'
import { refuseUnlessOver } from '../held.ts'
import { accountOf, makeLink } from '../links.ts'
import { principalOf } from '../principal-row.ts'

export const renewInvitationBody = implementCommand(renewInvitation, {
  locks: ({ id }) => [{ kind: 'principal', id }],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id }, principal) {
    if (principal.email === null) return act.refuse(refusals.principalNotPerson)
    if (principal.disabled_at) act.refuse(refusals.principalDisabled)
    if (await accountOf(act, id)) act.refuse(refusals.principalJoined)
    await refuseUnlessOver(act, id)
    const invitationId = await makeLink(act, 'invitation', { principalId: id, accountId: null, email: principal.email })
    act.emit(invitationRenewed, { id, name: act.locked(id).title }, [id])
    return { output: { invitationId } }
  },
})
