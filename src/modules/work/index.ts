import { defineModule } from '../../kernel/implement.ts'
import { addChecklistItemBody } from './commands/add-checklist-item.ts'
import { addCommentBody } from './commands/add-comment.ts'
import { assignManyBody } from './commands/assign-many.ts'
import { assignTaskBody } from './commands/assign-task.ts'
import { attachRecordBody } from './commands/attach-record.ts'
import { changeAwayBody } from './commands/change-away.ts'
import { changeTaskBody } from './commands/change-task.ts'
import { askAgainBody, planChaseBody, recordChaseBody, stopChaseBody } from './commands/chases.ts'
import { completeManyBody } from './commands/complete-many.ts'
import { completeTaskBody } from './commands/complete-task.ts'
import { coverTasksBody } from './commands/cover-tasks.ts'
import { createTaskBody } from './commands/create-task.ts'
import { detachRecordBody } from './commands/detach-record.ts'
import { dropTaskBody } from './commands/drop-task.ts'
import { endAwayBody } from './commands/end-away.ts'
import {
  changeGoalBody,
  createGoalBody,
  endGoalBody,
  reopenGoalBody,
  serveGoalBody,
  stopServingBody,
} from './commands/goals.ts'
import { pinTaskBody } from './commands/pin-task.ts'
import { movePromiseBody, promiseTaskBody, withdrawPromiseBody } from './commands/promises.ts'
import { quickAddBody } from './commands/quick-add.ts'
import { raiseTasksBody } from './commands/raise-tasks.ts'
import { removeChecklistItemBody } from './commands/remove-checklist-item.ts'
import { removeCommentBody } from './commands/remove-comment.ts'
import { reopenManyBody } from './commands/reopen-many.ts'
import { reopenTaskBody } from './commands/reopen-task.ts'
import { setAwayBody } from './commands/set-away.ts'
import { settleTasksBody } from './commands/settle-tasks.ts'
import { snoozeManyBody } from './commands/snooze-many.ts'
import { snoozeTaskBody } from './commands/snooze-task.ts'
import { stopWaitingBody } from './commands/stop-waiting.ts'
import { takeTaskBody } from './commands/take-task.ts'
import { tickChecklistItemBody } from './commands/tick-checklist-item.ts'
import { unpinTaskBody } from './commands/unpin-task.ts'
import { untickChecklistItemBody } from './commands/untick-checklist-item.ts'
import { waitForBody } from './commands/wait-for.ts'
import { workContract } from './contract.ts'
import { chaseJobBody } from './jobs/chase.ts'
import { coverJobBody } from './jobs/cover.ts'
import { countChasesBody } from './queries/count-chases.ts'
import { countsBody } from './queries/counts.ts'
import { deskBody } from './queries/desk.ts'
import { getTaskBody } from './queries/get-task.ts'
import { getGoalBody, listGoalsBody } from './queries/goals.ts'
import { countCoverBody, listAwayBody } from './queries/list-away.ts'
import { listCommentsBody } from './queries/list-comments.ts'
import { listPromisesBody } from './queries/list-promises.ts'
import { listTasksBody } from './queries/list-tasks.ts'
import { previewQuickEntryBody } from './queries/preview-quick-entry.ts'
import { raiseTasksOnAnything } from './reactions/raise-tasks.ts'
import { settleTasksOnAnything } from './reactions/settle-tasks.ts'
import { catalogues } from './words.ts'

export const work = defineModule({
  contract: workContract,
  commands: [
    createTaskBody,
    quickAddBody,
    changeTaskBody,
    completeTaskBody,
    reopenTaskBody,
    dropTaskBody,
    assignTaskBody,
    takeTaskBody,
    snoozeTaskBody,
    pinTaskBody,
    unpinTaskBody,
    waitForBody,
    stopWaitingBody,
    addChecklistItemBody,
    tickChecklistItemBody,
    untickChecklistItemBody,
    removeChecklistItemBody,
    attachRecordBody,
    detachRecordBody,
    addCommentBody,
    removeCommentBody,
    completeManyBody,
    reopenManyBody,
    assignManyBody,
    snoozeManyBody,
    raiseTasksBody,
    settleTasksBody,
    setAwayBody,
    changeAwayBody,
    endAwayBody,
    coverTasksBody,
    promiseTaskBody,
    movePromiseBody,
    withdrawPromiseBody,
    createGoalBody,
    changeGoalBody,
    endGoalBody,
    reopenGoalBody,
    serveGoalBody,
    stopServingBody,
    planChaseBody,
    stopChaseBody,
    askAgainBody,
    recordChaseBody,
  ],
  queries: [
    deskBody,
    listTasksBody,
    getTaskBody,
    listCommentsBody,
    countsBody,
    previewQuickEntryBody,
    listAwayBody,
    countCoverBody,
    listPromisesBody,
    listGoalsBody,
    getGoalBody,
    countChasesBody,
  ],
  jobs: [coverJobBody, chaseJobBody],
  reactions: [raiseTasksOnAnything, settleTasksOnAnything],
  catalogues,
})
