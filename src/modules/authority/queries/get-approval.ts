import { can } from '../../../kernel/can.ts'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { askedBy, isOwnAffair, whyNotDecide } from '../approval-rule.ts'
import { type ApprovalFacts, approvalColumns, approvalRows, visibleApprovals } from '../approvals.ts'
import { deciders } from '../approval-deciders.ts'
import { hasLapsed } from '../approval-term.ts'
import { approve, getApproval, refusals, refuseApproval, withdrawApproval } from '../contract.ts'
import { idsIn } from '../port/freeze.ts'
import { actLabel } from '../words.ts'

/** What may be done about it, from the same rule that the commands refuse by. */
async function offers(view: View, row: ApprovalFacts) {
  const input = { id: row.id, expectedVersion: row.version }
  const lapsed = hasLapsed(row.asked_at, view.at) ? { name: refusals.approvalExpired.name } : null
  const decided = row.state === 'open' ? lapsed : { name: refusals.approvalNotOpen.name }
  const refused = await whyNotDecide(view, row)
  const [own, affair] = [askedBy(view.principal, row), isOwnAffair(view.principal, row)]
  if (refused === refusals.approvalNotYours && !affair) return []
  return [
    ...(affair ? can(view, withdrawApproval, input, { refusedBecause: decided }) : []),
    ...can(view, approve, input, { primary: !own, refusedBecause: decided ?? refused }),
    ...(own ? [] : can(view, refuseApproval, input, { refusedBecause: decided })),
  ]
}

async function recordsAbout(view: View, input: unknown) {
  const ids = idsIn(input)
  if (ids.length === 0) return []
  return visibleRecords(view).where('id', 'in', ids).select(['id', 'kind', 'title']).orderBy('title').execute()
}

export const getApprovalBody = implementQuery(getApproval, async (view, { id }) => {
  const row = await visibleApprovals(view)
    .where('kernel.record.id', '=', id)
    .select([...approvalColumns, 'kind', 'class', 'input', 'basis', 'closed_by'])
    .executeTakeFirst()
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'approval', id })
  const { kind, class: level, title, version, state } = row
  const [approval] = await approvalRows(view, [row])
  return {
    record: { id, kind, title, class: level, version, state },
    approval: approval!,
    label: actLabel(nearestLanguage(view.principal.language), row.command),
    shown: row.basis,
    closedBy: row.closed_by as { name: string; data: Record<string, unknown> } | null,
    about: await recordsAbout(view, row.input),
    askedOf: row.state === 'open' ? await deciders(view, row) : [],
    can: await offers(view, row),
  }
})
