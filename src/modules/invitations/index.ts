import { defineModule } from '../../kernel/implement.ts'
import { answerByLinkBody, proposeByLinkBody } from './commands/by-link.ts'
import * as days from './commands/days.ts'
import * as feeds from './commands/feeds.ts'
import { changeSettingsBody, remindBody, resendBody, settleMessageBody } from './commands/guests.ts'
import { acceptProposalBody, declineProposalBody, proposeTimeBody } from './commands/proposals.ts'
import { noteArrivalBody } from './commands/note-arrival.ts'
import { noteDueBody, prepareMessagesBody, recordSentBody, takeBounceBody } from './commands/send.ts'
import { takeMessageBody } from './commands/take-message.ts'
import { warnLateBody } from './commands/warn-late.ts'
import { invitationsContract } from './contract.ts'
import { feedsJobBody, fetchJobBody } from './jobs/feeds.ts'
import { lookJobBody } from './jobs/look.ts'
import { sendJobBody } from './jobs/send.ts'
import { feedToFetchBody, listFeedsBody, previewFileBody } from './queries/feeds.ts'
import { mailToLookBody, messagesToSendBody } from './queries/for-jobs.ts'
import { countOpenBody, getLedgerBody, getSettingsBody, listMeetingsBody, listUnsettledBody } from './queries/ledger.ts'
import { planDayBody } from './queries/plan-day.ts'
import { followCalendar } from './reactions/follow-calendar.ts'
import { catalogues } from './words.ts'

export const invitations = defineModule({
  contract: invitationsContract,
  commands: [
    changeSettingsBody,
    resendBody,
    remindBody,
    acceptProposalBody,
    declineProposalBody,
    settleMessageBody,
    proposeTimeBody,
    ...Object.values(days),
    ...Object.values(feeds),
    warnLateBody,
    noteDueBody,
    prepareMessagesBody,
    recordSentBody,
    noteArrivalBody,
    takeMessageBody,
    takeBounceBody,
    answerByLinkBody,
    proposeByLinkBody,
  ],
  queries: [
    listMeetingsBody,
    getLedgerBody,
    listUnsettledBody,
    countOpenBody,
    getSettingsBody,
    planDayBody,
    messagesToSendBody,
    mailToLookBody,
    previewFileBody,
    listFeedsBody,
    feedToFetchBody,
  ],
  jobs: [sendJobBody, lookJobBody, fetchJobBody, feedsJobBody],
  reactions: followCalendar,
  catalogues,
})
