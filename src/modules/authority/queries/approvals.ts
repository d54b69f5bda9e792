import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { readPlace, writePlace } from '../../../kernel/place.ts'
import { askedBy, isOwnAffair, mayDecide } from '../approval-rule.ts'
import { type ApprovalFacts, approvalColumns, approvalRows, visibleApprovals } from '../approvals.ts'
import { lapsedBefore } from '../approval-term.ts'
import { countApprovals, listApprovals } from '../contract.ts'
import { sliced } from '../people.ts'

/** What is open is little, and who may decide it is arithmetic on limits: it is read whole and sifted here. */
async function openOnes(view: View): Promise<ApprovalFacts[]> {
  return visibleApprovals(view)
    .select(approvalColumns)
    .where('state', '=', 'open')
    .where('asked_at', '>', lapsedBefore(view.at))
    .orderBy('asked_at')
    .orderBy('kernel.record.id')
    .execute()
}

const toDecide = (view: View, open: readonly ApprovalFacts[]) =>
  open.filter(row => !askedBy(view.principal, row) && mayDecide(view.principal, row) === 'yes')

const asked = (view: View, open: readonly ApprovalFacts[]) => open.filter(row => isOwnAffair(view.principal, row))

async function decided(
  view: View,
  { limit, after, wanted }: { limit: number; after?: string | undefined; wanted: string },
) {
  const place = readPlace(after)
  const all = visibleApprovals(view)
    .where('state', '<>', 'open')
    .where(sql<boolean>`position(${wanted} in lower(kernel.record.title)) > 0`)
  const from = place ? all.where('kernel.record.id', '<', place.id) : all
  const rows = await from
    .select(approvalColumns)
    .orderBy('kernel.record.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await all.select(eb => eb.fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: await approvalRows(view, page),
    total: Number(total),
    next: rows.length > limit && last ? writePlace('', last.id) : null,
  }
}

export const listApprovalsBody = implementQuery(listApprovals, async (view, { box, text, ...slice }) => {
  const wanted = text?.trim().toLowerCase() ?? ''
  if (box === 'decided') return decided(view, { ...slice, wanted })
  const open = (await openOnes(view)).filter(({ title }) => title.toLowerCase().includes(wanted))
  const { rows, ...rest } = sliced(box === 'asked' ? asked(view, open) : toDecide(view, open), slice)
  return { rows: await approvalRows(view, rows), ...rest }
})

export const countApprovalsBody = implementQuery(countApprovals, async view => {
  const open = await openOnes(view)
  return { toDecide: toDecide(view, open).length, asked: asked(view, open).length }
})
