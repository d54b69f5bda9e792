/** What other modules, surfaces and pages may know of invitations. */
import { contract } from '../../kernel/declare.ts'
import { doorCommands } from './contract/door-commands.ts'
import { invitationEvents } from './contract/events.ts'
import { feedCommands, feedEvents, feedQueries, feedsJob, fetchJob } from './contract/feeds.ts'
import { lookJob, sendJob } from './contract/jobs.ts'
import { ledgerCommands } from './contract/ledger-commands.ts'
import { invitationQueries } from './contract/queries.ts'

export * from './contract/door-commands.ts'
export * from './contract/events.ts'
export * from './contract/feeds.ts'
export * from './contract/jobs.ts'
export * from './contract/ledger-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const invitationsContract = contract({
  name: 'invitations',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications', 'calendar'],
  commands: [...ledgerCommands, ...doorCommands, ...feedCommands],
  queries: [...invitationQueries, ...feedQueries],
  events: [...invitationEvents, ...feedEvents],
  jobs: [sendJob, lookJob, fetchJob, feedsJob],
})
