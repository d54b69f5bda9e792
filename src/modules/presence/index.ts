import { defineModule } from '../../kernel/implement.ts'
import { clearForBody, clearWordBody, setForBody, setWordBody } from './commands/words.ts'
import { presenceContract } from './contract.ts'
import { mineBody, nowBody } from './queries/now.ts'
import { catalogues } from './words.ts'

export const presence = defineModule({
  contract: presenceContract,
  commands: [setWordBody, clearWordBody, setForBody, clearForBody],
  queries: [nowBody, mineBody],
  catalogues,
})
