import { defineModule } from '../../kernel/implement.ts'
import { addChecklistItemBody } from './commands/add-checklist-item.ts'
import { addCommentBody } from './commands/add-comment.ts'
import { assignManyBody } from './commands/assign-many.ts'
import { assignTaskBody } from './commands/assign-task.ts'
import { attachRecordBody } from './commands/attach-record.ts'
import { changeAwayBody } from './commands/change-away.ts'
import { changeTaskBody } from './commands/change-task.ts'
import { completeManyBody } from './commands/complete-many.ts'
import { completeTaskBody } from './commands/complete-task.ts'
import { coverTasksBody } from './commands/cover-tasks.ts'
import { createTaskBody } from './commands/create-task.ts'
import { detachRecordBody } from './commands/detach-record.ts'
import { dropTaskBody } from './commands/drop-task.ts'
import { endAwayBody } from './commands/end-away.ts'
import { pinTaskBody } from './commands/pin-task.ts'
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
import { coverJobBody } from './jobs/cover.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'
import { countsBody } from './queries/counts.ts'
import { deskBody } from './queries/desk.ts'
import { getTaskBody } from './queries/get-task.ts'
import { countCoverBody, listAwayBody } from './queries/list-away.ts'
import { listCommentsBody } from './queries/list-comments.ts'
import { listTasksBody } from './queries/list-tasks.ts'
import { previewQuickEntryBody } from './queries/preview-quick-entry.ts'
import { raiseTasksOnAnything } from './reactions/raise-tasks.ts'
import { settleTasksOnAnything } from './reactions/settle-tasks.ts'

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
  ],
  jobs: [coverJobBody],
  reactions: [raiseTasksOnAnything, settleTasksOnAnything],
  catalogues: { en, sv, nb, nl, ro, pt },
})
