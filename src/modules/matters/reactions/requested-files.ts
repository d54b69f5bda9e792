import type { Reaction } from '../../../kernel/implement.ts'
import { filesAskedFor, requestedFileCame } from '../../documents/contract.ts'
import { bindRecord } from '../contract.ts'

/** Files asked for a matter belong to it: the request from the beginning, and each paper as it comes. */
export const bindRequestedFiles: readonly Reaction[] = [
  {
    on: filesAskedFor.name,
    command: bindRecord,
    inputs: ({ payload: { matterId, requestId } }) => (matterId ? [{ id: matterId, recordId: requestId }] : []),
  },
  {
    on: requestedFileCame.name,
    command: bindRecord,
    inputs: ({ payload: { matterId, documentId } }) => (matterId ? [{ id: matterId, recordId: documentId }] : []),
  },
]
