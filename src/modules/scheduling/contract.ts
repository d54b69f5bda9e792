/** What other modules, surfaces and pages may know of finding, proposing and booking times. */
import { contract } from '../../kernel/declare.ts'
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

export * from './contract/find.ts'
export * from './contract/hours.ts'
export * from './contract/proposals.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const schedulingContract = contract({
  name: 'scheduling',
  depends: ['authority', 'calendar', 'work', 'directory'],
  commands: [...findCommands, ...hoursCommands, ...proposalCommands],
  queries: [...findQueries, ...hoursQueries, ...proposalQueries],
  events: [...findEvents, ...hoursEvents, ...proposalEvents],
  jobs: proposalJobs,
  kinds: [
    {
      kind: 'time-proposal',
      icon: 'hourglass',
      detail: getProposal,
      list: listProposals,
      path: '/calendar/offers/:id',
    },
  ],
})
