import { signedTotal } from '../bill-row.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import type { BillRow } from '../rows.ts'

/** What the supplier who rings is told, in one sentence; why it is kept is nobody's business but ours. */
export function spokenOf(row: BillRow): { key: string; params: Record<string, unknown> } {
  const total = signedTotal(row)
  const params = {
    number: row.number ?? '–',
    on: row.issued_on.toString(),
    total: { amount: decimalOfMoney(total), currency: total.currency },
    due: row.due_on.toString(),
    paid: row.paid_on?.toString() ?? row.due_on.toString(),
  }
  const key =
    row.state === 'paid'
      ? 'paid'
      : row.state === 'withdrawn'
        ? 'withdrawn'
        : row.hold === 'disputed'
          ? 'disputed'
          : row.hold !== null || row.stopped
            ? 'kept'
            : row.state === 'part-paid'
              ? 'part-paid'
              : row.state === 'approved'
                ? 'approved'
                : 'handled'
  return { key: `spoken.${key}`, params }
}
