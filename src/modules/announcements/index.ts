import { defineModule } from '../../kernel/implement.ts'
import { answerRequestBody } from './commands/answer-request.ts'
import { askCheckBody, returnAnnouncementBody, takeBackCheckBody } from './commands/ask-check.ts'
import { changeAnnouncementBody } from './commands/change-announcement.ts'
import { closeAnnouncementBody, reopenAnnouncementBody } from './commands/close-announcement.ts'
import { correctAnnouncementBody } from './commands/correct-announcement.ts'
import { createAnnouncementBody } from './commands/create-announcement.ts'
import { discardAnnouncementBody, restoreAnnouncementBody } from './commands/discard-announcement.ts'
import { publishAnnouncementBody } from './commands/publish-announcement.ts'
import { confirmReadBody, openAnnouncementBody } from './commands/read-announcement.ts'
import { remindReadersBody } from './commands/remind-readers.ts'
import { followOrderBody, reportDoneBody } from './commands/report-done.ts'
import { announcementsContract } from './contract.ts'
import { getAnnouncementBody } from './queries/get-announcement.ts'
import { countUnreadBody, listAnnouncementsBody } from './queries/list-announcements.ts'
import { listAnswersBody } from './queries/list-answers.ts'
import { followTasks } from './reactions/follow-tasks.ts'
import { catalogues } from './words.ts'

export const announcements = defineModule({
  contract: announcementsContract,
  commands: [
    createAnnouncementBody,
    changeAnnouncementBody,
    discardAnnouncementBody,
    restoreAnnouncementBody,
    askCheckBody,
    takeBackCheckBody,
    returnAnnouncementBody,
    publishAnnouncementBody,
    correctAnnouncementBody,
    closeAnnouncementBody,
    reopenAnnouncementBody,
    remindReadersBody,
    openAnnouncementBody,
    confirmReadBody,
    answerRequestBody,
    reportDoneBody,
    followOrderBody,
  ],
  queries: [listAnnouncementsBody, countUnreadBody, getAnnouncementBody, listAnswersBody],
  reactions: followTasks,
  catalogues,
})
