import { implementCommand } from '../../../kernel/implement.ts'
import { openApproval, settle } from '../approval-row.ts'
import { askedBy, mayDecide } from '../approval-rule.ts'
import { approvalRefused, refusals, refuseApproval } from '../contract.ts'

export const refuseApprovalBody = implementCommand(refuseApproval, {
  locks: ({ id, expectedVersion }) => [{ kind: 'approval', id, expectedVersion }],
  load: (act, { id }) => openApproval(act, id),
  async run(act, { id, reason }, approval) {
    const software = act.principal.kind === 'assistant'
    if (software || mayDecide(act.principal, approval) === 'no' || askedBy(act.principal, approval))
      act.refuse(refusals.approvalNotYours)
    const { title } = act.locked(id)
    const version = await settle(act, id, { state: 'refused', reason })
    act.emit(approvalRefused, { id, title, askedById: approval.asked_by, reason }, [id, approval.asked_by])
    return { output: { id, version } }
  },
})
