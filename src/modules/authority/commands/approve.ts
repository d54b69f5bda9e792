import { implementCommand } from '../../../kernel/implement.ts'
import { openApproval, settle } from '../approval-row.ts'
import { whyNotDecide } from '../approval-rule.ts'
import { hasLapsed } from '../approval-term.ts'
import { approvalClosed, approvalGranted, approvalLapsed, approve, refusals } from '../contract.ts'

export const approveBody = implementCommand(approve, {
  locks: ({ id, expectedVersion }) => [{ kind: 'approval', id, expectedVersion }],
  load: (act, { id }) => openApproval(act, id),
  async run(act, { id }, approval) {
    const refused = await whyNotDecide(act, approval)
    if (refused) act.refuse(refused)
    const { title } = act.locked(id)
    const about = { id, title, askedById: approval.asked_by }
    if (hasLapsed(approval.asked_at, act.at)) {
      const refusal = { name: refusals.approvalExpired.name, data: {} }
      const version = await settle(act, id, { state: 'closed', closedBy: refusal })
      act.emit(approvalLapsed, about, [id, approval.asked_by])
      return { output: { id, version, state: 'closed' as const, refusal, output: null } }
    }
    const outcome = await act.redispatch({
      command: approval.command,
      inputWire: approval.input,
      askerId: approval.asked_by,
      mandateId: approval.mandate_id,
      basisDigest: approval.basis_digest,
      approvalId: id,
    })
    if (outcome.status === 'refused') {
      const { name, data } = outcome.refusal
      const version = await settle(act, id, { state: 'closed', closedBy: { name, data } })
      act.emit(approvalClosed, { ...about, refusal: name }, [id, approval.asked_by])
      return { output: { id, version, state: 'closed' as const, refusal: { name, data }, output: null } }
    }
    const version = await settle(act, id, { state: 'approved' })
    act.emit(approvalGranted, about, [id, approval.asked_by])
    return {
      output: {
        id,
        version,
        state: 'approved' as const,
        refusal: null,
        output: outcome.status === 'done' ? outcome.output : null,
      },
    }
  },
})
