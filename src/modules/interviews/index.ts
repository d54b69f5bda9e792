import { defineModule } from '../../kernel/implement.ts'
import * as acts from './commands/interviews.ts'
import { interviewsContract } from './contract.ts'
import { askCardsJobBody } from './jobs/ask-cards.ts'
import { countCardsDueBody, getInterviewBody, listInterviewsBody } from './queries/interviews.ts'
import { catalogues } from './words.ts'

export const interviews = defineModule({
  contract: interviewsContract,
  commands: [
    acts.createInterviewBody,
    acts.changePanelBody,
    acts.sendCardBody,
    acts.decideInterviewBody,
    acts.cancelInterviewBody,
    acts.reopenInterviewBody,
    acts.askCardsBody,
  ],
  queries: [listInterviewsBody, getInterviewBody, countCardsDueBody],
  jobs: [askCardsJobBody],
  catalogues,
})
