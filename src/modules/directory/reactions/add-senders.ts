import type { Reaction } from '../../../kernel/implement.ts'
import { addSenders } from '../contract.ts'

interface Told {
  readonly documentId?: unknown
  readonly newSender?: unknown
}

/**
 * The generic envelope: an event with `newSender` and the `documentId` it was read from, alone or in a list called
 * `documents`, makes the directory find or add who sent it, and answer by `directory.sender-known`.
 */
export const addSendersOnAnything: Reaction = {
  on: '*',
  command: addSenders,
  inputs: ({ payload }) => {
    const one = payload as (Told & { documents?: unknown }) | null
    const told = [one, ...(Array.isArray(one?.documents) ? (one.documents as (Told | null)[]) : [])]
    const senders = told.flatMap(entry =>
      typeof entry?.newSender === 'object' && entry.newSender !== null && typeof entry.documentId === 'string'
        ? [{ sourceId: entry.documentId, ...entry.newSender }]
        : [],
    )
    return senders.length > 0 ? [{ senders }] : []
  },
}
