import type { Act } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { refusals } from './contract.ts'
import type { AuthorityTables } from './tables.ts'

export interface ApprovalRow {
  id: string
  command: string
  permission: string
  input: unknown
  basis_digest: Buffer
  because: string
  amount_minor: bigint | null
  amount_currency: string | null
  asked_by: string
  asked_for: string | null
  mandate_id: string | null
  asked_at: Temporal.Instant
  state: 'open' | 'approved' | 'refused' | 'withdrawn' | 'closed'
}

/** The approval of a record that has been locked; refuses where it is decided already. */
export async function openApproval(act: Act, id: string): Promise<ApprovalRow> {
  const row = await act
    .db<AuthorityTables>()
    .selectFrom('authority.approval')
    .select([
      'id',
      'command',
      'permission',
      'input',
      'basis_digest',
      'because',
      'amount_minor',
      'amount_currency',
      'asked_by',
      'asked_for',
      'mandate_id',
      'asked_at',
      'state',
    ])
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const approval = (row as ApprovalRow | undefined) ?? act.refuse(kernelRefusals.notFound, { kind: 'approval', id })
  if (approval.state !== 'open') act.refuse(refusals.approvalNotOpen, { state: approval.state })
  return approval
}

/** Closes an approval with what was decided. */
export async function settle(
  act: Act,
  id: string,
  outcome: { state: 'approved' | 'refused' | 'withdrawn' | 'closed'; reason?: string; closedBy?: unknown },
): Promise<number> {
  await act
    .db<AuthorityTables>()
    .updateTable('authority.approval')
    .set({
      state: outcome.state,
      decided_by: act.principal.id,
      decided_at: act.at,
      reason: outcome.reason ?? '',
      closed_by: outcome.closedBy === undefined ? null : JSON.stringify(outcome.closedBy),
    })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
  return act.changeRecord(id)
}
