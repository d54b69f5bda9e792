import { implementCommand } from '../../../kernel/implement.ts'
import { billOf, requireBillState, updateBill } from '../bill-row.ts'
import { accountKey, approveKey, filled, openKeys, paperKey } from '../bill-work.ts'
import { billHasPayments, billRestored, billWithdrawn, restoreBill, withdrawBill } from '../contract.ts'
import { reversal } from './code-bill.ts'

export const withdrawBillBody = implementCommand(withdrawBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, reason }, row) {
    const { title } = act.locked(id)
    if (row.remaining_minor !== row.total_minor) act.refuse(billHasPayments, { title })
    requireBillState(act, row, ['to-code', 'to-approve', 'approved'])
    updateBill(act, id, {
      state: 'withdrawn',
      state_before: row.coded_at ? 'to-approve' : 'to-code',
      withdrawn_reason: reason,
      approved_at: null,
      approved_by_id: null,
      posted: false,
    })
    const version = await act.changeRecord(id)
    const workWithdrawn = await openKeys(act, approveKey(id), accountKey(id))
    const workDone = await openKeys(act, ...paperKey(row))
    const more = row.posted ? reversal(row, title) : {}
    act.emit(billWithdrawn, { id, title, reason, ...filled({ workWithdrawn, workDone }), ...more }, [id])
    return {
      output: { id, version },
      undo: { command: 'payables.restore-bill', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreBillBody = implementCommand(restoreBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id }, row) {
    requireBillState(act, row, ['withdrawn'])
    // what was posted as it was coded is coded again, so that its entry is made
    const change = { state: 'to-code' as const, coded_at: null, coded_by_id: null }
    updateBill(act, id, { ...change, withdrawn_reason: null, state_before: null })
    const version = await act.changeRecord(id)
    act.emit(billRestored, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})
