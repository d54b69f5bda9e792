import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { settleFiled } from '../contract.ts'

/** Once a letter's document has been read, nobody needs to confirm what it says. */
export const settleFiledLetters: Reaction = {
  on: 'documents.document-read',
  command: settleFiled,
  inputs: ({ payload }: Happened<{ readonly documentId: string; readonly state: string }>) =>
    payload.state === 'to-confirm' ? [{ documentId: payload.documentId }] : [],
}
