import { defineModule } from '../../kernel/implement.ts'
import { bookSlotBody } from './commands/book-slot.ts'
import { setPreferencesBody, setTravelBody, setWorkingHoursBody } from './commands/hours.ts'
import { proposeTimesBody, remindInviteesBody, withdrawProposalBody } from './commands/propose.ts'
import { recordTimesSentBody } from './commands/record-times-sent.ts'
import { castVoteBody, chooseTimeBody, endProposalsBody, takeTimeBody } from './commands/settle.ts'
import { schedulingContract } from './contract.ts'
import { proposalsJobBody, sendTimesJobBody } from './jobs/proposals.ts'
import { aboutRecordBody } from './queries/about.ts'
import { dayOfBody, findTimesBody } from './queries/find.ts'
import { getHoursBody, listTravelBody } from './queries/hours.ts'
import { countProposalsDueBody, getProposalBody, listProposalsBody, timesLetterBody } from './queries/proposals.ts'
import { readRequestBody } from './queries/request.ts'
import { catalogues } from './words.ts'

export const scheduling = defineModule({
  contract: schedulingContract,
  commands: [
    bookSlotBody,
    setWorkingHoursBody,
    setPreferencesBody,
    setTravelBody,
    proposeTimesBody,
    chooseTimeBody,
    withdrawProposalBody,
    remindInviteesBody,
    takeTimeBody,
    castVoteBody,
    recordTimesSentBody,
    endProposalsBody,
  ],
  queries: [
    readRequestBody,
    aboutRecordBody,
    findTimesBody,
    dayOfBody,
    getHoursBody,
    listTravelBody,
    listProposalsBody,
    getProposalBody,
    countProposalsDueBody,
    timesLetterBody,
  ],
  jobs: [proposalsJobBody, sendTimesJobBody],
  catalogues,
})
