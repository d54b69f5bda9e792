import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { billOf, searchOf, signedTotal, titleOf, updateBill } from '../bill-row.ts'
import { accountKey, approveKey, filled, openKeys } from '../bill-work.ts'
import * as c from '../contract.ts'
import { payeeName } from '../facts.ts'
import { proposeAndDoubt } from '../new-bill.ts'
import { columnsOf, paperOf } from '../paper.ts'
import type { BillRow } from '../rows.ts'
import { officeWords } from '../words.ts'

/** A paper confirmed anew: its bill, taken out meanwhile, stands again with what the paper says now. */
async function takeAgain(act: Act, before: BillRow): Promise<void> {
  const paper = before.document_id ? await paperOf(act, before.document_id) : null
  if (!paper || before.state !== 'withdrawn') return
  const columns = await columnsOf(act, paper)
  const change = {
    ...columns,
    kind: paper.kind === 'credit-note' ? ('credit-note' as const) : ('bill' as const),
    state: 'to-code' as const,
    remaining_minor: columns.total_minor,
    withdrawn_reason: null,
    state_before: null,
    coded_at: null,
    coded_by_id: null,
  }
  updateBill(act, before.id, change)
  const title = titleOf(columns.supplier_name, columns.number)
  const version = act.locked(before.id).version + 1
  const { row, lines, work } = await proposeAndDoubt(act, { ...before, ...change }, {}, version)
  await act.changeRecord(before.id, { title, search: searchOf(row, lines) })
  act.emit(c.billTaken, { id: row.id, title, total: signedTotal(row), ...filled({ work }) }, [row.id])
}

/** Only what nobody has worked on goes with its paper. */
async function leave(act: Act, row: BillRow): Promise<void> {
  if (row.state !== 'to-code') return
  const reason = officeWords(act, 'withdrawn.paper-reopened')
  updateBill(act, row.id, { state: 'withdrawn', state_before: 'to-code', withdrawn_reason: reason })
  await act.changeRecord(row.id)
  const workWithdrawn = await openKeys(act, approveKey(row.id), accountKey(row.id))
  const { title } = act.locked(row.id)
  act.emit(c.billWithdrawn, { id: row.id, title, reason, ...filled({ workWithdrawn }) }, [row.id])
}

async function knowSupplier(act: Act, row: BillRow, senderId: string): Promise<void> {
  if (row.supplier_id !== null || row.state === 'withdrawn') return
  const supplier_name = (await payeeName(act, senderId)) ?? row.supplier_name
  updateBill(act, row.id, { supplier_id: senderId, supplier_name })
  const known = { ...row, supplier_id: senderId, supplier_name }
  const version = act.locked(row.id).version + 1
  const work = row.state === 'to-code' ? (await proposeAndDoubt(act, known, {}, version)).work : []
  const title = titleOf(supplier_name, row.number)
  await act.changeRecord(row.id, { title })
  act.emit(c.billChanged, { id: row.id, title, ...filled({ work }) }, [row.id])
}

export const followBillBody = implementCommand(c.followBill, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { what, senderId }, row) {
    if (what === 'again') await takeAgain(act, row)
    else if (what === 'reopened') await leave(act, row)
    else if (senderId) await knowSupplier(act, row, senderId)
    return { output: {} }
  },
})
