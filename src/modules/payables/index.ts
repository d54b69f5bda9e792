import { defineModule } from '../../kernel/implement.ts'
import * as agreements from './commands/agreements.ts'
import * as coding from './commands/code-bill.ts'
import { changeBillBody, enterBillBody, setMethodBody } from './commands/enter-bill.ts'
import { followBillBody } from './commands/follow-bill.ts'
import * as holding from './commands/hold-bill.ts'
import { markPaidBody, noteSettledBody, setOffCreditBody, takeBackPaymentBody } from './commands/pay-bill.ts'
import { removeApproverBody, setApproverBody, setSettingsBody } from './commands/settings.ts'
import { spreadBillBody, stopSpreadingBody } from './commands/spread-bill.ts'
import { followPaperBody, takeBillBody } from './commands/take-bill.ts'
import { takeLinesBody } from './commands/take-lines.ts'
import { restoreBillBody, withdrawBillBody } from './commands/withdraw-bill.ts'
import { payablesContract } from './contract.ts'
import { eInvoiceBodies, eInvoiceReactions } from './e-invoice/acts.ts'
import { dueJobBody } from './jobs/due.ts'
import { countDueBody, getAgreementBody, listAgreementsBody, proposeAgreementsBody } from './queries/agreements.ts'
import { countBillsBody, listBillsBody } from './queries/bills.ts'
import { getBillBody, getSettingsBody, proposeCodingBody } from './queries/get-bill.ts'
import {
  makeParcelBody,
  recordParcelBody,
  recordParcelSentBody,
  sendParcelBody,
  withdrawParcelBody,
} from './parcels/acts.ts'
import { monthlyParcelBody, sendParcelJobBody, writeParcelBody } from './parcels/jobs.ts'
import * as parcelQueries from './parcels/queries.ts'
import { cashAheadBody, moneyTodayBody } from './queries/money-today.ts'
import * as questions from './questions/acts.ts'
import { followReactions } from './reactions/follow.ts'
import { catalogues } from './words.ts'

export const payables = defineModule({
  contract: payablesContract,
  commands: [
    enterBillBody,
    takeBillBody,
    followPaperBody,
    followBillBody,
    takeLinesBody,
    changeBillBody,
    setMethodBody,
    coding.codeBillBody,
    coding.takeBackCodingBody,
    coding.approveBillBody,
    coding.postBillBody,
    coding.takeBackApprovalBody,
    coding.assignBillBody,
    spreadBillBody,
    stopSpreadingBody,
    ...Object.values(holding),
    markPaidBody,
    setOffCreditBody,
    takeBackPaymentBody,
    noteSettledBody,
    withdrawBillBody,
    restoreBillBody,
    setSettingsBody,
    setApproverBody,
    removeApproverBody,
    agreements.createAgreementBody,
    agreements.changeAgreementBody,
    agreements.endAgreementBody,
    agreements.resumeAgreementBody,
    agreements.skipExpectedBody,
    agreements.raiseDueBody,
    questions.askColleagueBody,
    questions.withdrawQuestionBody,
    questions.recordAnswerBody,
    questions.recordQuestionSentBody,
    ...eInvoiceBodies.commands,
    makeParcelBody,
    recordParcelBody,
    sendParcelBody,
    recordParcelSentBody,
    withdrawParcelBody,
  ],
  queries: [
    listBillsBody,
    getBillBody,
    countBillsBody,
    moneyTodayBody,
    cashAheadBody,
    proposeCodingBody,
    getSettingsBody,
    listAgreementsBody,
    getAgreementBody,
    proposeAgreementsBody,
    countDueBody,
    questions.questionLetterBody,
    ...eInvoiceBodies.queries,
    ...Object.values(parcelQueries),
  ],
  jobs: [
    dueJobBody,
    questions.sendQuestionJobBody,
    ...eInvoiceBodies.jobs,
    writeParcelBody,
    sendParcelJobBody,
    monthlyParcelBody,
  ],
  reactions: [...followReactions, ...eInvoiceReactions],
  catalogues,
})
