import { defineModule } from '../../kernel/implement.ts'
import * as folder from './commands/folder.ts'
import * as guests from './commands/guests.ts'
import * as inner from './commands/inner.ts'
import * as service from './commands/service.ts'
import * as sign from './commands/sign.ts'
import { signaturesContract } from './contract.ts'
import * as jobs from './jobs/jobs.ts'
import { sealJobBody } from './jobs/seal.ts'
import { serviceJobBody, serviceRoundJobBody } from './jobs/service.ts'
import { askLetterBody, scanToLookAtBody, toSealBody } from './queries/for-jobs.ts'
import { getServiceBody } from './queries/service.ts'
import { getSigningBody, listSigningsBody, openingOfBody } from './queries/signings.ts'
import { followScans, followVersions } from './reactions/follow-documents.ts'
import { catalogues } from './words.ts'

export { signatureRoutes } from './doors.ts'
export { signatureServiceActs } from './doors.service.ts'
export { setSignaturesKernel } from './services/reach.ts'

export const signatures = defineModule({
  contract: signaturesContract,
  commands: [
    folder.putInFolderBody,
    sign.openSigningBody,
    sign.signBody,
    sign.signManyBody,
    sign.declineSigningBody,
    sign.askBackBody,
    folder.answerSignerBody,
    folder.changeSigningBody,
    folder.replaceSignerBody,
    folder.remindSignerBody,
    folder.withdrawSigningBody,
    sign.confirmPaperBody,
    guests.guestOpenBody,
    guests.guestAskCodeBody,
    guests.guestTryCodeBody,
    guests.guestSignBody,
    guests.guestDeclineBody,
    inner.noteAskedBody,
    inner.noteSheetBody,
    inner.noteSealedBody,
    inner.keepCertificateBody,
    inner.lookForScanBody,
    inner.noteScanBody,
    inner.followDocumentBody,
    inner.chaseSignersBody,
    service.connectServiceBody,
    service.disconnectServiceBody,
    service.noteServiceBody,
    service.lookAtServiceBody,
  ],
  queries: [
    getServiceBody,
    listSigningsBody,
    getSigningBody,
    openingOfBody,
    askLetterBody,
    toSealBody,
    scanToLookAtBody,
  ],
  jobs: [
    jobs.askJobBody,
    jobs.codeJobBody,
    jobs.sheetJobBody,
    sealJobBody,
    jobs.copyJobBody,
    jobs.scanJobBody,
    jobs.chaseJobBody,
    serviceJobBody,
    serviceRoundJobBody,
  ],
  reactions: [followVersions, followScans],
  catalogues,
})
