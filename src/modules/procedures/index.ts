import { defineModule } from '../../kernel/implement.ts'
import { addStepBody } from './commands/add-step.ts'
import { adoptObligationsBody } from './commands/adopt-obligations.ts'
import { cancelRunBody } from './commands/cancel-run.ts'
import { changeAnchorBody } from './commands/change-anchor.ts'
import { changeObligationBody } from './commands/change-obligation.ts'
import { changeProcedureBody } from './commands/change-procedure.ts'
import { completeStepBody } from './commands/complete-step.ts'
import { createObligationBody } from './commands/create-obligation.ts'
import { createProcedureBody } from './commands/create-procedure.ts'
import { deviateStepBody } from './commands/deviate-step.ts'
import { endObligationBody } from './commands/end-obligation.ts'
import { explainLatenessBody } from './commands/explain-lateness.ts'
import { fulfilObligationBody } from './commands/fulfil-obligation.ts'
import { adoptHabitBody, refuseHabitBody, takeUpHabitBody } from './commands/habits.ts'
import { moveRunBody } from './commands/move-run.ts'
import { noteEndedBody } from './commands/note-ended.ts'
import { noteObligationBody } from './commands/note-obligation.ts'
import { noteReopenedBody } from './commands/note-reopened.ts'
import { putInForceBody } from './commands/put-in-force.ts'
import { raiseDueBody } from './commands/raise-due.ts'
import { reopenStepBody } from './commands/reopen-step.ts'
import { restoreProcedureBody } from './commands/restore-procedure.ts'
import { resumeObligationBody } from './commands/resume-obligation.ts'
import { retireProcedureBody } from './commands/retire-procedure.ts'
import { setStartBody } from './commands/set-start.ts'
import { startRunBody } from './commands/start-run.ts'
import { takeBackFulfilmentBody } from './commands/take-back-fulfilment.ts'
import { proceduresContract } from './contract.ts'
import { dueJobBody } from './jobs/due.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'
import { countDueBody, previewRuleBody } from './queries/count-due.ts'
import { figuresBody } from './queries/figures.ts'
import { getObligationBody } from './queries/get-obligation.ts'
import { getProcedureBody } from './queries/get-procedure.ts'
import { getRunBody } from './queries/get-run.ts'
import { handOverBody } from './queries/hand-over.ts'
import { listCoverBody } from './queries/list-cover.ts'
import { listObligationsBody } from './queries/list-obligations.ts'
import { listProceduresBody } from './queries/list-procedures.ts'
import { listRunsBody } from './queries/list-runs.ts'
import { yearBody } from './queries/year.ts'
import { followTasks } from './reactions/follow-tasks.ts'

export const procedures = defineModule({
  contract: proceduresContract,
  commands: [
    createProcedureBody,
    changeProcedureBody,
    putInForceBody,
    retireProcedureBody,
    restoreProcedureBody,
    setStartBody,
    startRunBody,
    cancelRunBody,
    moveRunBody,
    changeAnchorBody,
    completeStepBody,
    deviateStepBody,
    reopenStepBody,
    explainLatenessBody,
    addStepBody,
    noteEndedBody,
    noteReopenedBody,
    noteObligationBody,
    raiseDueBody,
    createObligationBody,
    changeObligationBody,
    endObligationBody,
    resumeObligationBody,
    fulfilObligationBody,
    takeBackFulfilmentBody,
    adoptObligationsBody,
    adoptHabitBody,
    refuseHabitBody,
    takeUpHabitBody,
  ],
  queries: [
    listProceduresBody,
    getProcedureBody,
    listRunsBody,
    getRunBody,
    figuresBody,
    listObligationsBody,
    yearBody,
    getObligationBody,
    listCoverBody,
    handOverBody,
    countDueBody,
    previewRuleBody,
  ],
  jobs: [dueJobBody],
  reactions: followTasks,
  catalogues: { en, sv, nb, nl, ro, pt },
})
