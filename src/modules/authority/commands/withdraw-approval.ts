import { implementCommand } from '../../../kernel/implement.ts'
import { openApproval, settle } from '../approval-row.ts'
import { isOwnAffair } from '../approval-rule.ts'
import { approvalWithdrawn, refusals, withdrawApproval } from '../contract.ts'

export const withdrawApprovalBody = implementCommand(withdrawApproval, {
  locks: ({ id, expectedVersion }) => [{ kind: 'approval', id, expectedVersion }],
  load: (act, { id }) => openApproval(act, id),
  async run(act, { id }, approval) {
    if (!isOwnAffair(act.principal, approval)) act.refuse(refusals.approvalNotYours)
    const { title } = act.locked(id)
    const version = await settle(act, id, { state: 'withdrawn' })
    act.emit(approvalWithdrawn, { id, title, askedById: approval.asked_by }, [id])
    return { output: { id, version } }
  },
})
