import { implementQuery, type View } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import type { ReceivablesTables } from '../tables.ts'

export const getNetworkBody = implementQuery(c.getNetwork, async view => {
  const row = await networkRow(view)
  return {
    network: row?.network ?? null,
    url: row?.url ?? null,
    participant: row?.participant ?? row?.cif ?? null,
    problem: row?.problem ?? null,
  }
})

export const networkRow = (view: View) =>
  view
    .db<ReceivablesTables>()
    .selectFrom('receivables.network')
    .select(['network', 'url', 'participant', 'cif', 'problem'])
    .where('organisation_id', '=', view.office.id)
    .executeTakeFirst()

/** Where an invoice stands at the network; null where it was never handed over. */
export async function deliverySeen(view: View, invoiceId: string) {
  const row = await view
    .db<ReceivablesTables>()
    .selectFrom('receivables.delivery')
    .select(['state', 'said', 'changed_at'])
    .where('organisation_id', '=', view.office.id)
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  return row ? { state: row.state, said: row.said, at: row.changed_at } : null
}
