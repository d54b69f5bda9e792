/** What moves in the ledger moves here: the remaining of an invoice, and whether it is paid. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { invoiceOfKey } from '../booking.ts'
import { noteMoved } from '../contract.ts'

interface Moved {
  readonly items: readonly { readonly key: string; readonly side: string; readonly state: string }[]
}

export const followItems: Reaction = {
  on: 'ledger.items-moved',
  command: noteMoved,
  inputs({ payload }: Happened<Moved>) {
    const items = payload.items.filter(item => item.side === 'receivable' && invoiceOfKey(item.key) !== null)
    return items.length > 0 ? [{ items }] : []
  },
}
