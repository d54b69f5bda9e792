import { defineModule } from '../../kernel/implement.ts'
import { bookSlotBody } from './commands/book-slot.ts'
import {
  changeBookingPageBody,
  closeBookingPageBody,
  createBookingPageBody,
  reopenBookingPageBody,
} from './commands/booking-pages.ts'
import {
  answerBookingBody,
  cancelBookingBody,
  confirmBookingBody,
  endBookingsBody,
  moveBookingBody,
  recordBookingSentBody,
  takeBookingBody,
} from './commands/bookings.ts'
import { setPreferencesBody, setTravelBody, setWorkingHoursBody } from './commands/hours.ts'
import { proposeTimesBody, remindInviteesBody, withdrawProposalBody } from './commands/propose.ts'
import { recordTimesSentBody } from './commands/record-times-sent.ts'
import { castVoteBody, chooseTimeBody, endProposalsBody, takeTimeBody } from './commands/settle.ts'
import { schedulingContract } from './contract.ts'
import { sendBookingMailJobBody } from './jobs/bookings.ts'
import { proposalsJobBody, sendTimesJobBody } from './jobs/proposals.ts'
import { aboutRecordBody } from './queries/about.ts'
import { bookingLetterBody } from './queries/booking-letter.ts'
import {
  countBookingsDueBody,
  getBookingPageBody,
  listBookingPagesBody,
  previewBookingPageBody,
} from './queries/booking-pages.ts'
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
    createBookingPageBody,
    changeBookingPageBody,
    closeBookingPageBody,
    reopenBookingPageBody,
    answerBookingBody,
    takeBookingBody,
    confirmBookingBody,
    moveBookingBody,
    cancelBookingBody,
    recordBookingSentBody,
    endBookingsBody,
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
    listBookingPagesBody,
    getBookingPageBody,
    previewBookingPageBody,
    countBookingsDueBody,
    bookingLetterBody,
  ],
  jobs: [proposalsJobBody, sendTimesJobBody, sendBookingMailJobBody],
  catalogues,
})
