import { defineModule } from '../../kernel/implement.ts'
import * as answers from './answers/commands.ts'
import { fillAnswerBody, getAnswerBody, listAnswersBody } from './answers/queries.ts'
import { getSignaturesBody, setSignatureBody } from './answers/signatures.ts'
import { sendAnswerForBody } from './commands/answer-for.ts'
import { discardDraftBody, restoreDraftBody, saveDraftBody } from './commands/drafts.ts'
import { recallDraftBody, sendDraftBody } from './commands/send-draft.ts'
import * as clients from './commands/clients.ts'
import * as mailboxes from './commands/mailboxes.ts'
import * as places from './commands/note-places.ts'
import { beginSendingBody, noteSentBody, settleDoubtfulBody } from './commands/sending.ts'
import { takeMailsBody } from './commands/take-mails.ts'
import * as threadActs from './commands/threads.ts'
import { mailContract } from './contract.ts'
import { beginAnswerBody } from './desk/begin.ts'
import { holdThreadBody, releaseThreadBody, whoAnswersBody } from './desk/holding.ts'
import { addNoteBody, noteFiledBody } from './desk/notes.ts'
import { suggestRecipientsBody, threadLinksBody } from './desk/queries.ts'
import {
  assignThreadsBody,
  finishThreadsBody,
  labelThreadsBody,
  reopenThreadsBody,
  restoreThreadsBody,
  snoozeThreadsBody,
  wakeJobBody,
  wakeThreadsBody,
} from './desk/threads.ts'
import { listWaitingBody } from './desk/waiting.ts'
import { readAgainJobBody } from './jobs/read-again.ts'
import { sendJobBody } from './jobs/send.ts'
import { listFoldersBody, listMailboxesBody, listMailClientsBody, whoWritesBody } from './queries/mailboxes.ts'
import { getMessageBody } from './queries/messages.ts'
import { draftPictureBody, mailToSendBody } from './queries/outgoing.ts'
import { getThreadBody, listThreadsBody } from './queries/threads.ts'
import {
  answerAwayJobBody,
  endAwayReplyBody,
  listAwayRepliesBody,
  replyAwayBody,
  setAwayReplyBody,
} from './rules/away.ts'
import { changeRuleBody, createRuleBody } from './rules/commands.ts'
import { burySenderBody, listBuriedBody, unburySenderBody } from './rules/noise.ts'
import { listRulesBody, tryRuleBody } from './rules/queries.ts'
import { sortReceivedBody, sortWhatComes } from './rules/sort.ts'
import { catalogues } from './words.ts'

export { mailActs } from './doors/acts.ts'
export { openMailboxes } from './doors/imap.ts'
export { mailRoutes } from './doors/streams.ts'
export { setMailKernel } from './wires/kernel.ts'

export const mail = defineModule({
  contract: mailContract,
  commands: [
    ...Object.values(mailboxes),
    ...Object.values(clients),
    takeMailsBody,
    ...Object.values(places),
    ...Object.values(threadActs),
    saveDraftBody,
    discardDraftBody,
    restoreDraftBody,
    sendDraftBody,
    recallDraftBody,
    sendAnswerForBody,
    settleDoubtfulBody,
    beginSendingBody,
    noteSentBody,
    assignThreadsBody,
    snoozeThreadsBody,
    finishThreadsBody,
    reopenThreadsBody,
    restoreThreadsBody,
    labelThreadsBody,
    holdThreadBody,
    releaseThreadBody,
    addNoteBody,
    noteFiledBody,
    wakeThreadsBody,
    ...Object.values(answers),
    setSignatureBody,
    createRuleBody,
    changeRuleBody,
    sortReceivedBody,
    replyAwayBody,
    burySenderBody,
    unburySenderBody,
    setAwayReplyBody,
    endAwayReplyBody,
  ],
  queries: [
    listMailboxesBody,
    listFoldersBody,
    listMailClientsBody,
    listThreadsBody,
    getThreadBody,
    getMessageBody,
    mailToSendBody,
    draftPictureBody,
    whoWritesBody,
    beginAnswerBody,
    whoAnswersBody,
    threadLinksBody,
    suggestRecipientsBody,
    listWaitingBody,
    listAnswersBody,
    getAnswerBody,
    fillAnswerBody,
    getSignaturesBody,
    listRulesBody,
    tryRuleBody,
    listBuriedBody,
    listAwayRepliesBody,
  ],
  jobs: [sendJobBody, readAgainJobBody, wakeJobBody, answerAwayJobBody],
  reactions: [sortWhatComes],
  catalogues,
})
