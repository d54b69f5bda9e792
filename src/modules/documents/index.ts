/** Documents: gathers the implementations; imported by `src/app` alone. */
import { defineModule, type Reaction } from '../../kernel/implement.ts'
import { acceptBacklogBody } from './backlog/accept.ts'
import { takeBacklogBatchBody } from './backlog/batch.ts'
import {
  beginBacklogBody,
  endBacklogBody,
  finishBacklogBody,
  goOnWithBacklogBody,
  recordSurveyBody,
  resumeBacklogBody,
  stopBacklogBody,
} from './backlog/commands.ts'
import { surveyBacklogBody, takeBacklogBody } from './backlog/jobs.ts'
import { backlogSourceBody, followedBacklogsBody, getBacklogBody, listBacklogsBody } from './backlog/queries.ts'
import { adoptSenderBody } from './commands/adopt-sender.ts'
import { changeKeepingBody } from './commands/change-keeping.ts'
import { destroyAgainBody, destroyBody, recordBytesGoneBody } from './commands/destroy.ts'
import { noteShreddedBody, placeBackBody, placePapersBody, takeShreddingBackBody } from './commands/paper-places.ts'
import { listPapersBody, listPlacesBody } from './queries/paper-places.ts'
import { registerBody, registerDocumentsBody, strikeRegistrationBody } from './commands/register.ts'
import { getRegistrationBody, listRegisterBody } from './queries/register.ts'
import { liftHoldBody, placeHoldBody } from './commands/hold.ts'
import { keepAsBeforeBody, keepLongerBody } from './commands/keep-longer.ts'
import { createAppPasswordBody, listAppPasswordsBody, revokeAppPasswordBody } from './folders/app-passwords.ts'
import {
  connectMailboxBody,
  disconnectMailboxBody,
  noteMailboxBody,
  pauseMailboxBody,
  takeInMailBody,
} from './mailboxes/commands.ts'
import { listMailboxesBody } from './mailboxes/list.ts'
import { arrangeDropFolderBody } from './folders/arrange.ts'
import { beginEditingBody, endEditingBody } from './folders/locks.ts'
import {
  beginOpeningBody,
  noteDocumentOpeningBody,
  restoreDocumentVersionBody,
  showDocumentOpeningBody,
} from './folders/openings.ts'
import { saveVersionBody } from './folders/save-version.ts'
import { listVersionsBody } from './folders/versions.ts'
import { eraseBytesJobBody } from './jobs/erase-bytes.ts'
import { getCertificateBody, listCertificatesBody } from './queries/certificates.ts'
import { getHoldBody, listHoldsBody } from './queries/holds.ts'
import { getKeepingBody, listDueBody } from './queries/keeping.ts'
import { bringBackBody, bringBackDueBody } from './commands/bring-back.ts'
import { changeRuleBody } from './commands/change-rule.ts'
import { changeClassCodeBody, createClassCodeBody } from './commands/class-code.ts'
import { confirmBody } from './commands/confirm.ts'
import { confirmSureBody } from './commands/confirm-sure.ts'
import { correctFieldBody } from './commands/correct-field.ts'
import { discardBody, discardManyBody, restoreBody } from './commands/discard.ts'
import { fileBackBody, fileUnderBody } from './commands/file-under.ts'
import { keepUnlockedBody } from './commands/keep-unlocked.ts'
import { forgetLessonsBody, recallLessonsBody } from './commands/lessons.ts'
import { linkPartyBody } from './commands/link-party.ts'
import { placePaperBody } from './commands/place-paper.ts'
import { readAgainBody } from './commands/read-again.ts'
import { recordReadingBody } from './commands/record-reading.ts'
import { reopenBody, reopenManyBody } from './commands/reopen-document.ts'
import { setAsideBody } from './commands/set-aside.ts'
import { setKindBody } from './commands/set-kind.ts'
import { isDuplicateBody, keepBothBody } from './commands/settle-duplicate.ts'
import { changePagesBody } from './pages/change-pages.ts'
import { cutJobBody } from './pages/cut-job.ts'
import { makeLabelsBody, makeSeparatorBody, setArchiveNumberBody } from './pages/marks.ts'
import { putBackBody } from './pages/put-back.ts'
import { cuttableBody, listLabelRunsBody, listPagesBody, listSeparatorsBody, officeMarksBody } from './pages/queries.ts'
import { recordPartsBody } from './pages/record-parts.ts'
import { joinBody, splitBody } from './pages/split.ts'
import { setUpPlanBody } from './commands/set-up-plan.ts'
import { takeInBody } from './commands/take-in.ts'
import { noteShareFetchBody, noteShareTryBody, revokeShareBody, shareBody } from './outside/share-commands.ts'
import {
  changePublicRegisterBody,
  getPublicRegisterBody,
  listPublicRegisterBody,
  maskRegistrationBody,
} from './outside/public-register.ts'
import { receiveRequestedBody } from './outside/receive-requested.ts'
import {
  askForFilesBody,
  recordRequestReplyBody,
  recordRequestSentBody,
  renewFileRequestBody,
  tickRequestedItemBody,
  untickRequestedItemBody,
  withdrawFileRequestBody,
} from './outside/request-commands.ts'
import { getFileRequestBody, listFileRequestsBody, requestLetterBody } from './outside/request-queries.ts'
import { sendRequestJobBody } from './outside/send-request.ts'
import { getShareBody, listSharesBody, showShareLinkBody } from './outside/share-queries.ts'
import { adoptSender, documentsContract, setUpPlan } from './contract.ts'
import { bringBackJobBody } from './jobs/bring-back.ts'
import { readJobBody } from './jobs/read.ts'
import { catalogues } from './messages/index.ts'
import { countsBody } from './queries/counts.ts'
import { documentTextBody, originalBody, pageWordsBody, readableBody } from './queries/document-text.ts'
import { getTableBody } from './queries/get-table.ts'
import { getDocumentBody } from './queries/get-document.ts'
import { listDocumentsBody } from './queries/list-documents.ts'
import { listClassesBody, listRulesBody } from './queries/plan.ts'
import { listLessonsBody, lessonsToReadBody } from './queries/lessons.ts'
import { originalsBody } from './queries/originals.ts'
import { changeOwnKindBody, createOwnKindBody } from './own-kinds/commands.ts'
import { listOwnKindsBody, ownKindOfBody } from './own-kinds/queries.ts'
import { changeSearchBody, dropSearchBody, keepSearchBody, restoreSearchBody } from './searches/commands.ts'
import { listSearchesBody } from './searches/list.ts'
import { previewConfirmBody } from './queries/preview-confirm.ts'
import { stackBody } from './queries/stack.ts'

export { findOpenDocument } from './folders/door.opening.ts'
export { documentFolders } from './doors.dav.ts'
export { documentMailbox } from './mailboxes/connect.ts'
export { documentAppPassword } from './folders/app-passwords.ts'
export { documentActs, documentPublic, documentRoutes } from './doors.routes.ts'
export { pagePictures } from './page-pictures.ts'
export { documentDoors } from './doors.open.ts'
export { readWithPassword } from './read-with-password.ts'

/** A new organisation begins with a file plan and rules in its language. */
const planForNewOrganisation: Reaction = { on: 'authority.organisation-opened', command: setUpPlan, inputs: () => [{}] }

/** The directory found or added the sender of a paper. */
const senderOfPaper: Reaction = {
  on: 'directory.sender-known',
  command: adoptSender,
  inputs: ({ payload }) => [{ documentId: payload.sourceId, partyId: payload.partyId }],
}

export const documents = defineModule({
  contract: documentsContract,
  commands: [
    takeInBody,
    recordReadingBody,
    readAgainBody,
    saveVersionBody,
    beginOpeningBody,
    noteDocumentOpeningBody,
    restoreDocumentVersionBody,
    connectMailboxBody,
    pauseMailboxBody,
    disconnectMailboxBody,
    takeInMailBody,
    noteMailboxBody,
    beginEditingBody,
    endEditingBody,
    arrangeDropFolderBody,
    createAppPasswordBody,
    revokeAppPasswordBody,
    keepUnlockedBody,
    correctFieldBody,
    confirmBody,
    confirmSureBody,
    reopenBody,
    reopenManyBody,
    setAsideBody,
    bringBackBody,
    bringBackDueBody,
    discardBody,
    discardManyBody,
    restoreBody,
    setKindBody,
    linkPartyBody,
    adoptSenderBody,
    isDuplicateBody,
    keepBothBody,
    fileUnderBody,
    fileBackBody,
    placePaperBody,
    setUpPlanBody,
    createClassCodeBody,
    changeClassCodeBody,
    changeRuleBody,
    placeHoldBody,
    liftHoldBody,
    keepLongerBody,
    keepAsBeforeBody,
    destroyBody,
    destroyAgainBody,
    recordBytesGoneBody,
    changeKeepingBody,
    placePapersBody,
    placeBackBody,
    noteShreddedBody,
    takeShreddingBackBody,
    registerBody,
    registerDocumentsBody,
    strikeRegistrationBody,
    shareBody,
    revokeShareBody,
    noteShareFetchBody,
    noteShareTryBody,
    askForFilesBody,
    tickRequestedItemBody,
    untickRequestedItemBody,
    withdrawFileRequestBody,
    renewFileRequestBody,
    receiveRequestedBody,
    changePublicRegisterBody,
    maskRegistrationBody,
    recordRequestReplyBody,
    recordRequestSentBody,
    changePagesBody,
    splitBody,
    joinBody,
    recordPartsBody,
    putBackBody,
    setArchiveNumberBody,
    makeLabelsBody,
    makeSeparatorBody,
    beginBacklogBody,
    recordSurveyBody,
    acceptBacklogBody,
    takeBacklogBatchBody,
    finishBacklogBody,
    stopBacklogBody,
    resumeBacklogBody,
    endBacklogBody,
    goOnWithBacklogBody,
    forgetLessonsBody,
    recallLessonsBody,
    createOwnKindBody,
    changeOwnKindBody,
    keepSearchBody,
    changeSearchBody,
    dropSearchBody,
    restoreSearchBody,
  ],
  queries: [
    listDocumentsBody,
    listAppPasswordsBody,
    listVersionsBody,
    showDocumentOpeningBody,
    listMailboxesBody,
    getDocumentBody,
    getTableBody,
    stackBody,
    previewConfirmBody,
    pageWordsBody,
    documentTextBody,
    originalBody,
    countsBody,
    listClassesBody,
    listRulesBody,
    getKeepingBody,
    listDueBody,
    listHoldsBody,
    getHoldBody,
    listCertificatesBody,
    getCertificateBody,
    listPlacesBody,
    listPapersBody,
    listRegisterBody,
    getRegistrationBody,
    listSharesBody,
    getShareBody,
    showShareLinkBody,
    listFileRequestsBody,
    getFileRequestBody,
    requestLetterBody,
    getPublicRegisterBody,
    listPublicRegisterBody,
    readableBody,
    listSeparatorsBody,
    listLabelRunsBody,
    listPagesBody,
    cuttableBody,
    officeMarksBody,
    listBacklogsBody,
    getBacklogBody,
    backlogSourceBody,
    followedBacklogsBody,
    listLessonsBody,
    lessonsToReadBody,
    listSearchesBody,
    listOwnKindsBody,
    ownKindOfBody,
    originalsBody,
  ],
  jobs: [
    readJobBody,
    bringBackJobBody,
    eraseBytesJobBody,
    cutJobBody,
    surveyBacklogBody,
    takeBacklogBody,
    sendRequestJobBody,
  ],
  reactions: [planForNewOrganisation, senderOfPaper],
  catalogues,
})
