import { defineModule } from '../../kernel/implement.ts'
import { proofingContract } from './contract.ts'
import { checkTextBody } from './queries/check.ts'
import { catalogues } from './words.ts'

export const proofing = defineModule({
  contract: proofingContract,
  queries: [checkTextBody],
  catalogues,
})
