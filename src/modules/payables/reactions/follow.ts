/** What happens to papers and to what is owed happens to bills. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { followBill, followPaper, noteSettled, takeBill } from '../contract.ts'
import { billOfItem } from '../posting.ts'

const moneyKinds: ReadonlySet<string> = new Set(['bill', 'credit-note', 'reminder'])

interface Confirmed {
  readonly documentId: string
  readonly kind: string
}

const taken = (papers: readonly Confirmed[]) =>
  papers.filter(({ kind }) => moneyKinds.has(kind)).map(({ documentId }) => ({ documentId }))

interface Moved {
  readonly key: string
  readonly remaining: { readonly amount: string; readonly currency: string }
  readonly state: string
  readonly on: string
}

export const followReactions: readonly Reaction[] = [
  {
    on: 'documents.document-confirmed',
    command: takeBill,
    inputs: ({ payload }: Happened<Confirmed>) => taken([payload]),
  },
  {
    on: 'documents.pile-confirmed',
    command: takeBill,
    inputs: ({ payload }: Happened<{ documents: readonly Confirmed[] }>) => taken(payload.documents),
  },
  {
    on: 'documents.document-reopened',
    command: followPaper,
    inputs: ({ payload }: Happened<{ documentId: string }>) => [{ documentId: payload.documentId, reopened: true }],
  },
  {
    on: 'documents.party-linked',
    command: followPaper,
    inputs: ({ payload: { documentId, partyId } }: Happened<{ documentId: string; partyId: string | null }>) =>
      partyId ? [{ documentId, senderId: partyId }] : [],
  },
  {
    on: 'payables.paper-followed',
    command: followBill,
    inputs: ({ payload }: Happened<{ id: string; what: string; senderId?: string }>) => [
      { id: payload.id, what: payload.what, ...(payload.senderId ? { senderId: payload.senderId } : {}) },
    ],
  },
  {
    on: 'ledger.items-moved',
    command: noteSettled,
    inputs: ({ payload }: Happened<{ items: readonly Moved[] }>) =>
      payload.items.flatMap(({ key, remaining, state, on }) => {
        const id = billOfItem(key)
        return id && state !== 'withdrawn' ? [{ id, remaining: remaining.amount, on }] : []
      }),
  },
]
