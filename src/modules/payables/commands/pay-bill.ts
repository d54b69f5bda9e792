import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { moneyFromDecimal } from '../../../kernel/money.ts'
import type { BookWish, SettleWish } from '../../ledger/contract.ts'
import { billOf, moneyOf, requireBillState, signOf, updateBill } from '../bill-row.ts'
import { approveKey, filled, openKeys, paperKey } from '../bill-work.ts'
import * as c from '../contract.ts'
import { itemKey } from '../posting.ts'
import type { BillRow } from '../rows.ts'

type Money = ReturnType<typeof moneyOf>

/** How much of what is left is meant: all of it where nothing is said. */
function amountOf(act: Act, row: BillRow, given: Money | undefined, most: bigint): bigint {
  if (given && given.currency !== row.currency)
    act.refuse(c.currencyDiffers, { currency: given.currency, wanted: row.currency })
  const minor = given?.minor ?? most
  if (minor <= 0n || minor > most) act.refuse(c.amountTooLarge, {})
  return minor
}

function requireOwed(act: Act, row: BillRow): void {
  const { title } = act.locked(row.id)
  requireBillState(act, row, ['approved', 'part-paid'])
  if (!row.posted) act.refuse(c.billNotPosted, { title })
}

/** Drawn from the bank or by card it stands on a statement that is still to come: until then it is in clearing. */
const roles = { cash: 'cash', card: 'clearing', bank: 'clearing' } as const

const settle = (
  row: BillRow,
  key: string,
  minor: bigint,
  on: Temporal.PlainDate,
  byId: string,
  how: SettleWish['how'],
): SettleWish => ({
  key,
  itemKey: itemKey(row),
  amount: moneyOf(signOf(row) * minor, row.currency),
  on,
  byId,
  how,
})

export const markPaidBody = implementCommand(c.markPaid, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  weigh: ({ amount }, row) => ({ amount: amount ?? moneyOf(row.remaining_minor, row.currency) }),
  async run(act, { id, how, on, amount }, row) {
    requireOwed(act, row)
    const { title } = act.locked(id)
    const minor = amountOf(act, row, amount, row.remaining_minor)
    const key = `payables.paid:${id}:${row.payments + 1}`
    const paymentId = await keepSettlement(act, row, { key, how, minor, on, creditId: null })
    updateBill(act, id, { payments: row.payments + 1, method: how === 'bank' ? row.method : how })
    const version = await act.changeRecord(id)
    const signed = signOf(row) * minor
    const book: BookWish[] = [
      {
        key,
        book: how === 'cash' ? 'cash' : 'payments',
        on,
        text: title,
        sourceId: id,
        lines: [
          {
            role: 'payables',
            amount: moneyOf(signed, row.currency),
            ...(row.supplier_id ? { partyId: row.supplier_id } : {}),
          },
          { role: roles[how], amount: moneyOf(-signed, row.currency) },
        ],
      },
    ]
    const settled = [settle(row, key, minor, on, id, 'payment')]
    const itemsChanged = how === 'bank' ? [] : [{ key: itemKey(row), method: how }]
    act.emit(
      c.billPaidElsewhere,
      { id, title, on, amount: moneyOf(minor, row.currency), book, settled, ...filled({ itemsChanged }) },
      [id],
    )
    return { output: { id, version }, undo: { command: 'payables.take-back-payment', input: { id, paymentId } } }
  },
})

interface ToKeep {
  readonly key: string
  readonly how: 'cash' | 'card' | 'bank' | 'credit'
  readonly minor: bigint
  readonly on: Temporal.PlainDate
  readonly creditId: string | null
}

async function keepSettlement(act: Act, row: BillRow, { key, how, minor, on, creditId }: ToKeep): Promise<string> {
  const id = act.newId()
  await sql`
    insert into payables.settlement (organisation_id, bill_id, id, key, how, amount_minor, on_day, credit_id)
    values (${act.office.id}, ${row.id}, ${id}, ${key}, ${how}, ${minor}, ${on}, ${creditId}::uuid)`.execute(act.db())
  return id
}

export const setOffCreditBody = implementCommand(c.setOffCredit, {
  locks: ({ id, expectedVersion, billId }) => [
    { kind: 'bill', id, expectedVersion },
    { kind: 'bill', id: billId },
  ],
  load: async (act, { id, billId }) => ({ credit: await billOf(act, id), bill: await billOf(act, billId) }),
  weigh: ({ amount }, { credit }) => ({ amount: amount ?? moneyOf(credit.remaining_minor, credit.currency) }),
  async run(act, { id, billId, amount }, { credit, bill }) {
    const fits =
      credit.kind === 'credit-note' &&
      bill.kind === 'bill' &&
      credit.currency === bill.currency &&
      (credit.supplier_id ?? credit.supplier_name) === (bill.supplier_id ?? bill.supplier_name)
    if (!fits) act.refuse(c.creditNotFitting, { title: act.locked(id).title, other: act.locked(billId).title })
    requireOwed(act, credit)
    requireOwed(act, bill)
    const most = credit.remaining_minor < bill.remaining_minor ? credit.remaining_minor : bill.remaining_minor
    const minor = amountOf(act, credit, amount, most)
    const key = `payables.credit:${billId}:${bill.payments + 1}`
    const paymentId = await keepSettlement(act, bill, { key, how: 'credit', minor, on: act.today, creditId: id })
    updateBill(act, billId, { payments: bill.payments + 1 })
    const version = await act.changeRecord(id)
    await act.changeRecord(billId)
    await act.link(id, billId, 'credit')
    const settled = [
      settle(bill, `${key}:bill`, minor, act.today, id, 'credit'),
      settle(credit, `${key}:credit`, minor, act.today, billId, 'credit'),
    ]
    const { title } = act.locked(id)
    act.emit(
      c.creditSetOff,
      { id, title, amount: moneyOf(minor, credit.currency), other: act.locked(billId).title, settled },
      [id, billId],
    )
    return {
      output: { id, version },
      undo: { command: 'payables.take-back-payment', input: { id: billId, paymentId } },
    }
  },
})

export const takeBackPaymentBody = implementCommand(c.takeBackPayment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  async run(act, { id, paymentId }) {
    const { title } = act.locked(id)
    const { rows } = await sql<{ key: string; how: ToKeep['how']; on_day: Temporal.PlainDate }>`
      update payables.settlement set taken_back_at = ${act.at}
      where organisation_id = ${act.office.id} and bill_id = ${id} and id = ${paymentId} and taken_back_at is null
      returning key, how, on_day`.execute(act.db())
    const payment = rows[0] ?? act.refuse(c.paymentUnknown, { title })
    const version = await act.changeRecord(id)
    const isCredit = payment.how === 'credit'
    const settlementsWithdrawn = isCredit
      ? [{ key: `${payment.key}:bill` }, { key: `${payment.key}:credit` }]
      : [{ key: payment.key }]
    const bookReversed = isCredit ? [] : [{ key: payment.key, on: payment.on_day, text: title }]
    act.emit(c.paymentTakenBack, { id, title, settlementsWithdrawn, ...filled({ bookReversed }) }, [id])
    return { output: { id, version } }
  },
})

/** What the ledger says is left: the state follows it, whoever settled or opened it. */
export const noteSettledBody = implementCommand(c.noteSettled, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, remaining, on }, row) {
    if (!row.posted) return { output: {} }
    const { title } = act.locked(id)
    const left = signOf(row) * moneyFromDecimal(remaining, row.currency).minor
    if (left === row.remaining_minor) return { output: {} }
    const state = left === 0n ? 'paid' : left < row.total_minor ? 'part-paid' : 'approved'
    // posted when it was coded, and not approved yet: it keeps waiting for that
    const next = row.approved_at === null ? row.state : state
    updateBill(act, id, { remaining_minor: left, state: next, paid_on: left === 0n ? on : null })
    await act.changeRecord(id)
    if (left === 0n) {
      const workDone = await openKeys(act, approveKey(id), ...paperKey(row))
      act.emit(c.billPaid, { id, title, on, ...filled({ workDone }) }, [id])
    } else if (left < row.total_minor) {
      act.emit(c.billPartPaid, { id, title, on, left: moneyOf(signOf(row) * left, row.currency) }, [id])
    } else act.emit(c.billUnpaid, { id, title }, [id])
    return { output: {} }
  },
})
