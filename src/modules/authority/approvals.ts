import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { namesOf } from './people.ts'
import type { AuthorityTables } from './tables.ts'

/** The approvals one may see, joined with their facts. */
export const visibleApprovals = (view: View) =>
  visibleRecords<AuthorityTables>(view, 'approval').innerJoin('authority.approval', join =>
    join
      .onRef('authority.approval.organisation_id', '=', 'kernel.record.organisation_id')
      .onRef('authority.approval.id', '=', 'kernel.record.id'),
  )

export type ApprovalQuery = ReturnType<typeof visibleApprovals>

/** The columns that a row of a list, and the head of a page, need. */
export const approvalColumns = [
  'kernel.record.id',
  'kernel.record.title',
  'kernel.record.version',
  'command',
  'permission',
  'because',
  'amount_minor',
  'amount_currency',
  'asked_by',
  'asked_for',
  'asked_at',
  'state',
  'decided_by',
  'decided_at',
  'reason',
] as const

export type ApprovalFacts = Pick<
  AuthorityTables['authority.approval'],
  | 'command'
  | 'permission'
  | 'because'
  | 'amount_minor'
  | 'amount_currency'
  | 'asked_by'
  | 'asked_for'
  | 'asked_at'
  | 'decided_by'
  | 'decided_at'
> & {
  id: string
  title: string
  version: number
  state: 'open' | 'approved' | 'refused' | 'withdrawn' | 'closed'
  reason: string
}

/** Rows as lists show them, with the names of who asked and decided. */
export async function approvalRows(view: View, facts: readonly ApprovalFacts[]) {
  const name = await namesOf(
    view,
    facts.flatMap(row => [row.asked_by, row.asked_for, row.decided_by]),
  )
  return facts.map(row => ({
    id: row.id,
    title: row.title,
    command: row.command,
    because: row.because,
    amount:
      row.amount_minor === null || row.amount_currency === null
        ? null
        : { minor: row.amount_minor, currency: row.amount_currency },
    askedBy: name(row.asked_by),
    askedFor: row.asked_for === null ? null : name(row.asked_for),
    askedAt: row.asked_at,
    state: row.state,
    decidedBy: row.decided_by === null ? null : name(row.decided_by),
    decidedAt: row.decided_at,
    reason: row.reason,
    version: row.version,
  }))
}
