import { defineModule } from '../../kernel/implement.ts'
import { giveVerdictBody, recordAnswerSentBody, sendAnswerBody } from './commands/answer-case.ts'
import * as answers from './commands/answers.ts'
import { changeCaseBody } from './commands/change-case.ts'
import { addEntryBody, removeEntryBody } from './commands/entries.ts'
import { openCaseBody } from './commands/open-case.ts'
import { keepPromiseBody, passPromiseBody, restorePromiseBody } from './commands/promises.ts'
import { raiseDueBody } from './commands/raise-due.ts'
import { giveRemedyBody, takeBackRemedyBody } from './commands/remedies.ts'
import { setCauseBody, setKindBody } from './commands/setup.ts'
import * as steps from './commands/steps.ts'
import { casesContract } from './contract.ts'
import { dueJobBody } from './jobs/due.ts'
import { sendAnswerJobBody } from './jobs/send.ts'
import { getAnswerBody, listAnswersBody, offerAnswersBody } from './queries/answers.ts'
import { listCasesBody, listWaitingBody } from './queries/cases.ts'
import { caseFiguresBody } from './queries/figures.ts'
import { getCaseBody, openingOfBody } from './queries/get-case.ts'
import { answerLetterBody, countDueBody } from './queries/letters.ts'
import { findPromisesBody } from './queries/promises.ts'
import { listCausesBody, listKindsBody } from './queries/setup.ts'
import { followMail } from './reactions/follow-mail.ts'
import { catalogues } from './words.ts'

export const cases = defineModule({
  contract: casesContract,
  commands: [
    openCaseBody,
    changeCaseBody,
    steps.assignCaseBody,
    steps.waitCaseBody,
    steps.resumeCaseBody,
    steps.closeCaseBody,
    steps.reopenCaseBody,
    steps.dropCaseBody,
    steps.setRepeatBody,
    addEntryBody,
    removeEntryBody,
    sendAnswerBody,
    recordAnswerSentBody,
    giveVerdictBody,
    giveRemedyBody,
    takeBackRemedyBody,
    keepPromiseBody,
    passPromiseBody,
    restorePromiseBody,
    raiseDueBody,
    ...Object.values(answers),
    setKindBody,
    setCauseBody,
  ],
  queries: [
    listCasesBody,
    listWaitingBody,
    getCaseBody,
    openingOfBody,
    listKindsBody,
    listCausesBody,
    caseFiguresBody,
    listAnswersBody,
    getAnswerBody,
    offerAnswersBody,
    findPromisesBody,
    answerLetterBody,
    countDueBody,
  ],
  jobs: [dueJobBody, sendAnswerJobBody],
  reactions: followMail,
  catalogues,
})
