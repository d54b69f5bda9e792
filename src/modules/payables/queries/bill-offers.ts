/** What may be done with a bill now, the likeliest first. */
import { can, type Can } from '../../../kernel/can.ts'
import type { View } from '../../../kernel/implement.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import type { AlarmRow } from '../rows.ts'
import type { Spreading } from '../spreading.ts'
import type { Seen } from './bills.ts'

const own = /^payables\.spread:/

/** What may be done about costs for months to come. */
export function spreadOffers(view: View, row: Seen, { open, kept }: Spreading): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const running = kept.some(({ key, stopped }) => !stopped && key !== null && own.test(key))
  return [
    ...(open.length > 0 ? can(view, c.spreadBill, input) : []),
    ...(running ? can(view, c.stopSpreading, input) : []),
  ]
}

export function offersOf(view: View, row: Seen, alarms: readonly AlarmRow[]): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const changed = alarms.some(({ rule, settled_at }) => rule === 'account-changed' && settled_at === null)
  const open = row.state !== 'paid' && row.state !== 'withdrawn'
  const confirm = changed && open ? can(view, c.confirmAccount, input, primary) : []
  const first = confirm.length > 0 ? {} : primary
  const keep = row.hold
    ? can(view, c.releaseBill, input)
    : [...can(view, c.holdBill, input), ...can(view, c.disputeBill, input)]
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'to-code':
      return [
        ...confirm,
        ...can(view, c.codeBill, input, first),
        ...can(view, c.changeBill, input),
        ...can(view, c.askColleague, input),
        ...keep,
        ...can(view, c.assignBill, input),
        ...comment,
        ...can(view, c.setMethod, input),
        ...can(view, c.withdrawBill, input),
      ]
    case 'to-approve':
      return [
        ...confirm,
        ...can(view, c.approveBill, input, first),
        ...can(view, c.takeBackCoding, input),
        ...can(view, c.askColleague, input),
        ...keep,
        ...can(view, c.assignBill, input),
        ...comment,
        ...(row.posted ? [] : can(view, c.changeBill, input)),
        ...can(view, c.setMethod, input),
        ...can(view, c.withdrawBill, input),
      ]
    case 'approved':
    case 'part-paid':
      return [
        ...confirm,
        ...(row.posted ? [] : can(view, c.postBill, input, first)),
        ...(row.posted && row.kind === 'credit-note' ? can(view, c.setOffCredit, input) : []),
        ...(row.posted ? can(view, c.markPaid, input) : []),
        ...can(view, c.askColleague, input),
        ...keep,
        ...comment,
        ...can(view, c.setMethod, input),
        ...(row.state === 'approved'
          ? [...can(view, c.takeBackApproval, input), ...can(view, c.withdrawBill, input)]
          : []),
      ]
    case 'withdrawn':
      return [...can(view, c.restoreBill, input), ...comment]
    default:
      return comment
  }
}
