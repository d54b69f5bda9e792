import type { Reaction } from '../../../kernel/implement.ts'
import { bindRecord } from '../contract.ts'

/** A paper was scanned behind a separator sheet of a matter. */
export const bindPart: Reaction = {
  on: 'documents.part-made',
  command: bindRecord,
  inputs: ({ payload }) => {
    const { documentId, matterId } = payload as { documentId: string; matterId: string | null }
    return matterId ? [{ id: matterId, recordId: documentId }] : []
  },
}
