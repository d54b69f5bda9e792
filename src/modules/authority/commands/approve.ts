import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { type ApprovalRow, askedBy, mayDecide, openApproval, settle } from '../approval-row.ts'
import { approvalClosed, approvalGranted, approve, refusals } from '../contract.ts'
import { approveOwn } from '../words.ts'

/** Whether anybody else in the office could decide it, now, within their roles. */
async function somebodyElse(act: Act, approval: ApprovalRow): Promise<boolean> {
  const module = `${approval.permission.slice(0, approval.permission.indexOf('.'))}.*`
  const { rows } = await sql<{ other: boolean }>`
    select exists (
      select from authority.assignment a
      join authority.principal p on p.organisation_id = a.organisation_id and p.id = a.principal_id
      join authority.role_permission g on g.organisation_id = a.organisation_id and g.role_id = a.role_id
      where a.organisation_id = ${act.office.id} and p.kind = 'person' and p.disabled_at is null
        and p.id <> all (${[approval.asked_by, act.principal.id]}::uuid[]) and p.id in (select platform.members())
        and a.from_at <= ${act.at} and (a.until_at is null or a.until_at > ${act.at})
        and g.permission = any (${[approval.permission, module, '*']}::text[])
        and (g.limit_minor is null or g.limit_minor >= abs(coalesce(${approval.amount_minor}::bigint, 0)))) as other`.execute(
    act.db(),
  )
  return rows[0]!.other
}

/**
 * Refuses whoever may not decide: without the permission, above their own limit, and the asker — unless they hold
 * `authority.approve-own`, and even then not where more than one pair of eyes was asked for and another pair is there.
 */
async function refuseUnlessYours(act: Act, approval: ApprovalRow): Promise<void> {
  const reach = mayDecide(act.principal, approval)
  if (reach === 'no') act.refuse(refusals.approvalNotYours)
  if (reach === 'above-limit') act.refuse(refusals.approvalAboveLimit)
  if (!askedBy(act.principal, approval)) return
  const holds = limitOf(act.principal, approveOwn) !== undefined
  if (!holds || (approval.because === 'four-eyes' && (await somebodyElse(act, approval))))
    act.refuse(refusals.approvalOwn)
}

export const approveBody = implementCommand(approve, {
  locks: ({ id, expectedVersion }) => [{ kind: 'approval', id, expectedVersion }],
  load: (act, { id }) => openApproval(act, id),
  async run(act, { id }, approval) {
    await refuseUnlessYours(act, approval)
    const { title } = act.locked(id)
    const outcome = await act.redispatch({
      command: approval.command,
      inputWire: approval.input,
      askerId: approval.asked_by,
      mandateId: approval.mandate_id,
      basisDigest: approval.basis_digest,
      approvalId: id,
    })
    const about = { id, title, askedById: approval.asked_by }
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
