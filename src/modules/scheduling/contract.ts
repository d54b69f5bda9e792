/** What other modules, surfaces and pages may know of finding, proposing and booking times. */
import { contract } from '../../kernel/declare.ts'
import { bookingCommands, bookingEvents, bookingQueries, getBookingPage, listBookingPages } from './contract/booking.ts'
import { bookingDoorCommands, bookingDoorQueries, bookingJobs } from './contract/booking-doors.ts'
import { findCommands, findEvents, findQueries } from './contract/find.ts'
import { hoursCommands, hoursEvents, hoursQueries } from './contract/hours.ts'
import {
  getProposal,
  listProposals,
  proposalCommands,
  proposalEvents,
  proposalJobs,
  proposalQueries,
} from './contract/proposals.ts'

export * from './contract/booking.ts'
export * from './contract/booking-doors.ts'
export * from './contract/booking-shapes.ts'
export * from './contract/find.ts'
export * from './contract/hours.ts'
export * from './contract/proposals.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const schedulingContract = contract({
  name: 'scheduling',
  depends: ['authority', 'calendar', 'work', 'directory'],
  commands: [...findCommands, ...hoursCommands, ...proposalCommands, ...bookingCommands, ...bookingDoorCommands],
  queries: [...findQueries, ...hoursQueries, ...proposalQueries, ...bookingQueries, ...bookingDoorQueries],
  events: [...findEvents, ...hoursEvents, ...proposalEvents, ...bookingEvents],
  jobs: [...proposalJobs, ...bookingJobs],
  kinds: [
    {
      kind: 'time-proposal',
      icon: 'hourglass',
      detail: getProposal,
      list: listProposals,
      path: '/calendar/offers/:id',
    },
    {
      kind: 'booking-page',
      icon: 'user-check',
      detail: getBookingPage,
      list: listBookingPages,
      path: '/calendar/booking-pages/:id',
    },
  ],
})
