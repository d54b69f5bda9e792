import { defineModule } from '../../kernel/implement.ts'
import * as advice from './advice/acts.ts'
import { sendAdviceJobBody } from './advice/job.ts'
import { adviceToSendBody, getAdviceBody, getAdviceChoiceBody } from './advice/queries.ts'
import * as cashBoxes from './cash/boxes.ts'
import { countCashBody } from './cash/count.ts'
import { recordCashBody, takeBackCashBody } from './cash/moves.ts'
import * as cashQueries from './cash/queries.ts'
import * as accounts from './commands/accounts.ts'
import { askAboutLineBody, forgetRuleBody, matchLinesBody, unmatchLinesBody } from './commands/match.ts'
import { confirmRunBody, rejectPaymentBody, takeBackConfirmationBody } from './commands/run-end.ts'
import {
  handOutRunBody,
  recordFileBody,
  tickPaymentBody,
  untickPaymentBody,
  writeAgainBody,
} from './commands/run-file.ts'
import {
  addToRunBody,
  approveRunBody,
  changePaymentBody,
  leaveOutBody,
  proposeRunBody,
  withdrawRunBody,
} from './commands/runs.ts'
import * as statements from './commands/statements.ts'
import { bankingContract } from './contract.ts'
import { readStatementJobBody } from './jobs/read-statement.ts'
import { writeFileJobBody } from './jobs/write-file.ts'
import { getAccountBody, getSettingsBody, listAccountsBody } from './queries/accounts.ts'
import * as jobs from './queries/jobs.ts'
import * as lines from './queries/lines.ts'
import { getRunBody, listRunsBody, previewRunBody } from './queries/runs.ts'
import { fileOfBody, getStatementBody, listStatementsBody } from './queries/statements.ts'
import { catalogues } from './words.ts'

export const banking = defineModule({
  contract: bankingContract,
  commands: [
    ...Object.values(accounts),
    proposeRunBody,
    addToRunBody,
    leaveOutBody,
    changePaymentBody,
    approveRunBody,
    withdrawRunBody,
    recordFileBody,
    writeAgainBody,
    handOutRunBody,
    tickPaymentBody,
    untickPaymentBody,
    confirmRunBody,
    takeBackConfirmationBody,
    rejectPaymentBody,
    ...Object.values(statements),
    matchLinesBody,
    unmatchLinesBody,
    askAboutLineBody,
    forgetRuleBody,
    ...Object.values(cashBoxes),
    recordCashBody,
    takeBackCashBody,
    countCashBody,
    advice.sendAdviceBody,
    advice.sendAdvicesBody,
    advice.setAdviceBody,
    advice.noteAdviceBody,
  ],
  queries: [
    listAccountsBody,
    getAccountBody,
    getSettingsBody,
    previewRunBody,
    listRunsBody,
    getRunBody,
    listStatementsBody,
    getStatementBody,
    ...Object.values(lines),
    ...Object.values(jobs),
    fileOfBody,
    ...Object.values(cashQueries),
    getAdviceBody,
    getAdviceChoiceBody,
    adviceToSendBody,
  ],
  jobs: [writeFileJobBody, readStatementJobBody, sendAdviceJobBody],
  catalogues,
})
