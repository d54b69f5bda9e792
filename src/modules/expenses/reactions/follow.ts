/** What happens elsewhere and concerns reports: a receipt is read, an open item is paid. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { noteItemsMoved, noteReceiptRead, takeRates } from '../contract.ts'

const own = /^expenses\.report:([0-9a-f-]{36}):\d+$/

interface Moved {
  readonly items?: readonly { readonly key: string; readonly state: string }[]
}

export function reportsMoved({ payload }: Happened<Moved>): object[] {
  const items = (payload.items ?? []).flatMap(({ key, state }) => {
    const id = own.exec(key)?.[1]
    return id ? [{ id, paid: state === 'settled' }] : []
  })
  return items.length > 0 ? [{ items }] : []
}

export const follow: readonly Reaction[] = [
  { on: 'ledger.items-moved', command: noteItemsMoved, inputs: reportsMoved },
  {
    on: 'documents.document-read',
    command: noteReceiptRead,
    inputs: ({ payload }: Happened<{ documentId: string }>) => [{ documentId: payload.documentId }],
  },
  { on: 'ledger.rates-set', command: takeRates, inputs: () => [{}] },
]
