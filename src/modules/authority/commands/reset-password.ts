import { implementCommand } from '../../../kernel/implement.ts'
import { passwordResetOffered, refusals, resetPassword } from '../contract.ts'
import { refuseUnlessOver } from '../held.ts'
import { accountOf, makeLink } from '../links.ts'
import { principalOf } from '../principal-row.ts'

export const resetPasswordBody = implementCommand(resetPassword, {
  locks: ({ id }) => [{ kind: 'principal', id }],
  load: (act, { id }) => principalOf(act, id),
  async run(act, { id }, principal) {
    if (principal.disabled_at) act.refuse(refusals.principalDisabled)
    await refuseUnlessOver(act, id)
    const account = (await accountOf(act, id)) ?? act.refuse(refusals.accountMissing)
    // An account that works elsewhere too is not this office's to take over; whoever runs the machine may.
    if (account.organisations > 1n && act.principal.kind !== 'system') act.refuse(refusals.accountShared)
    const resetId = await makeLink(act, 'password-reset', {
      principalId: id,
      accountId: account.account_id,
      email: account.email,
    })
    act.emit(passwordResetOffered, { id, name: act.locked(id).title }, [id])
    return { output: { resetId } }
  },
})
