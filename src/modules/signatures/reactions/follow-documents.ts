import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { followDocument, lookForScan } from '../contract.ts'

type OfDocument = Happened<{ readonly documentId: string }>

/** A new version empties what was signed before it. */
export const followVersions: Reaction = {
  on: 'documents.version-saved',
  command: followDocument,
  inputs: ({ payload }: OfDocument) => [{ documentId: payload.documentId }],
}

/** A sheet of the folder that was printed and comes back by the scanner. */
export const followScans: Reaction = {
  on: 'documents.document-read',
  command: lookForScan,
  inputs: ({ payload }: OfDocument) => [{ documentId: payload.documentId }],
}
