import { defineModule } from '../../kernel/implement.ts'
import { allowBrowserBody, forgetBrowserBody } from './commands/browsers.ts'
import { interruptBody } from './commands/interrupt.ts'
import { markReadBody, markUnreadBody } from './commands/mark-read.ts'
import { notifyBody } from './commands/notify.ts'
import { openDigestBody, openDigestsBody, settleDigestBody } from './commands/open-digests.ts'
import { notificationsContract } from './contract.ts'
import { interruptPersonBody, lookForDigestsBody, sendDigestBody } from './jobs/send.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'
import { listNoticesBody } from './queries/list-notices.ts'
import { countDigestsBody, getSettingsBody, toSendBody } from './queries/to-send.ts'
import { reactions } from './reactions/tell.ts'

export { openOutgoing, useOutgoing } from './outgoing.ts'
export { pushWorker } from './push-worker.ts'
export { knowWords } from './words.ts'

export const notifications = defineModule({
  contract: notificationsContract,
  commands: [
    notifyBody,
    interruptBody,
    openDigestBody,
    openDigestsBody,
    settleDigestBody,
    markReadBody,
    markUnreadBody,
    allowBrowserBody,
    forgetBrowserBody,
  ],
  queries: [listNoticesBody, toSendBody, getSettingsBody, countDigestsBody],
  jobs: [lookForDigestsBody, sendDigestBody, interruptPersonBody],
  reactions,
  catalogues: { en, sv, nb, nl, ro, pt },
})
