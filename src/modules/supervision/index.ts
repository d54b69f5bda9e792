import { defineModule } from '../../kernel/implement.ts'
import { askReviewBody, endReviewMarkBody, resumeReviewMarkBody } from './commands/marks.ts'
import { answerReviewBody, markMistakeBody, markRightBody, reopenReviewBody, showWorkBody } from './commands/reviews.ts'
import { sampleWorkBody, withdrawSamplesBody } from './commands/samples.ts'
import { setSuperiorBody } from './commands/set-superior.ts'
import { supervisionContract } from './contract.ts'
import { liveDayBody } from './queries/live-day.ts'
import { countReviewsBody, getReviewBody, listReviewsBody, reviewFiguresBody } from './queries/reviews.ts'
import { whoSeesMeBody } from './queries/who-sees-me.ts'
import { followWork } from './reactions/follow-work.ts'
import { catalogues } from './words.ts'

export const supervision = defineModule({
  contract: supervisionContract,
  commands: [
    setSuperiorBody,
    askReviewBody,
    endReviewMarkBody,
    resumeReviewMarkBody,
    showWorkBody,
    sampleWorkBody,
    withdrawSamplesBody,
    markRightBody,
    markMistakeBody,
    reopenReviewBody,
    answerReviewBody,
  ],
  queries: [liveDayBody, whoSeesMeBody, listReviewsBody, getReviewBody, reviewFiguresBody, countReviewsBody],
  reactions: followWork,
  catalogues,
})
