import { defineModule } from '../../kernel/implement.ts'
import * as memos from './commands/memos.ts'
import { noteDecisionBody } from './commands/note-decision.ts'
import { addWordBody, removeWordBody } from './commands/words.ts'
import { proofingContract } from './contract.ts'
import { checkTextBody } from './queries/check.ts'
import * as checks from './queries/checks.ts'
import { catalogues } from './words.ts'

export const proofing = defineModule({
  contract: proofingContract,
  commands: [noteDecisionBody, ...Object.values(memos), addWordBody, removeWordBody],
  queries: [checkTextBody, ...Object.values(checks)],
  catalogues,
})
