import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { decimalOfMoney, type Money } from '../../../kernel/money.ts'
import {
  alarmsOf,
  billOf,
  linesOf,
  moneyOf,
  requireBillState,
  searchOf,
  signedTotal,
  titleOf,
  updateBill,
} from '../bill-row.ts'
import { accountKey, accountWish, filled, openKeys } from '../bill-work.ts'
import { billChanged, billEntered, billPosted, changeBill, enterBill, setMethod } from '../contract.ts'
import { lookOver } from '../doubts.ts'
import { factColumns } from '../facts.ts'
import { makeBill, proposeAndDoubt } from '../new-bill.ts'
import { itemKey } from '../posting.ts'
import type { BillRow } from '../rows.ts'

export const enterBillBody = implementCommand(enterBill, {
  weigh: ({ total }) => ({ amount: total }),
  async run(act, input) {
    if (input.documentId) await requireVisible(act, input.documentId, ['document'])
    const { row, title, work, workDone } = await makeBill(act, {
      columns: await factColumns(act, input, null),
      kind: input.kind ?? 'bill',
      origin: 'hand',
      documentId: null,
      receivedOn: act.today,
      class: input.class,
      words: input.note ?? '',
    })
    if (input.documentId) await act.link(row.id, input.documentId, 'attachment')
    act.emit(billEntered, { id: row.id, title, total: signedTotal(row), ...filled({ work, workDone }) }, [row.id])
    return {
      output: { id: row.id, version: 1 },
      undo: { command: 'payables.withdraw-bill', input: { id: row.id, reason: '–' } },
    }
  },
})

const wire = (money: Money) => ({ amount: decimalOfMoney(money), currency: money.currency })

/** Everything that a change may have touched, as it was before, for its undo. */
function factsOf(row: BillRow) {
  const sum = (minor: bigint | null) => (minor === null ? null : wire(moneyOf(minor, row.currency)))
  return {
    supplierId: row.supplier_id,
    ...(row.supplier_id ? {} : { supplierName: row.supplier_name }),
    number: row.number,
    total: wire(moneyOf(row.total_minor, row.currency)),
    issuedOn: row.issued_on.toString(),
    dueOn: row.due_on.toString(),
    bookOn: row.book_on.toString(),
    vat: sum(row.vat_minor),
    reference: row.reference,
    account: row.pay_number && `${row.pay_scheme === 'plusgiro' ? 'PG ' : ''}${row.pay_number}`,
    bic: row.pay_bic,
    method: row.method,
    orderNumber: row.order_number,
    periodFrom: row.period_from?.toString() ?? null,
    periodTo: row.period_to?.toString() ?? null,
    discountOn: row.discount_on?.toString() ?? null,
    discount: sum(row.discount_minor),
    note: row.note,
  }
}

const sameSum = (a: Pick<BillRow, 'total_minor' | 'vat_minor' | 'currency' | 'supplier_id'>, b: typeof a): boolean =>
  a.total_minor === b.total_minor &&
  a.vat_minor === b.vat_minor &&
  a.currency === b.currency &&
  a.supplier_id === b.supplier_id

/** Looks the changed bill over; lines that nobody has settled are proposed anew where sum or supplier have changed. */
async function lookAgain(act: Act, before: BillRow, row: BillRow, version: number) {
  if (row.state === 'to-code' && !sameSum(before, row)) return proposeAndDoubt(act, row, {}, version)
  const lines = await linesOf(act, row.id)
  const { stopped, findings } = await lookOver(act, row, row.coded_at ? lines : [])
  updateBill(act, row.id, { stopped })
  const changed = stopped && findings.some(({ rule }) => rule === 'account-changed')
  const already = (await openKeys(act, accountKey(row.id))).length > 0
  return { row, lines, work: changed && !already ? [accountWish(act, row, version)] : [] }
}

export const changeBillBody = implementCommand(changeBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  weigh: ({ total }, before) => ({ amount: total ?? moneyOf(before.total_minor, before.currency) }),
  async run(act, { id, expectedVersion: _seen, ...facts }, before) {
    if (before.posted) act.refuse(billPosted, { title: act.locked(id).title })
    requireBillState(act, before, ['to-code', 'to-approve', 'approved'])
    const columns = await factColumns(act, facts, before)
    // what was approved or coded was another sum
    const anew = !sameSum(before, columns) && before.state !== 'to-code'
    const back = anew
      ? { state: 'to-code' as const, coded_at: null, coded_by_id: null, approved_at: null, approved_by_id: null }
      : {}
    updateBill(act, id, { ...columns, ...back, remaining_minor: columns.total_minor })
    const row = { ...before, ...columns, ...back, remaining_minor: columns.total_minor }
    const { lines, work } = await lookAgain(act, before, row, act.locked(id).version + 1)
    const title = titleOf(columns.supplier_name, columns.number)
    const version = await act.changeRecord(id, { title, search: searchOf(row, lines) })
    const still = (await alarmsOf(act, id)).some(
      ({ rule, settled_at }) => rule === 'account-changed' && settled_at === null,
    )
    const workDone = still ? [] : await openKeys(act, accountKey(id))
    act.emit(billChanged, { id, title, ...filled({ work, workDone }) }, [id])
    return {
      output: { id, version },
      undo: { command: 'payables.change-bill', input: { id, expectedVersion: version, ...factsOf(before) } },
    }
  },
})

export const setMethodBody = implementCommand(setMethod, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, method }, row) {
    requireBillState(act, row, ['to-code', 'to-approve', 'approved', 'part-paid'])
    const { title } = act.locked(id)
    updateBill(act, id, { method })
    const version = await act.changeRecord(id)
    act.emit(
      billChanged,
      { id, title, ...filled({ itemsChanged: row.posted ? [{ key: itemKey(row), method }] : [] }) },
      [id],
    )
    return {
      output: { id, version },
      undo: { command: 'payables.set-method', input: { id, expectedVersion: version, method: row.method } },
    }
  },
})
