/** What other modules, surfaces and pages may know of events and outings. */
import { contract } from '../../kernel/declare.ts'
import { outingCommands, outingJobs } from './contract/commands.ts'
import { outingEvents } from './contract/events.ts'
import { getOuting, listOutings, outingQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const outingsContract = contract({
  name: 'outings',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications', 'calendar', 'ledger', 'payables'],
  commands: outingCommands,
  queries: outingQueries,
  events: outingEvents,
  jobs: outingJobs,
  kinds: [{ kind: 'outing', icon: 'flag', detail: getOuting, list: listOutings, path: '/outings/:id' }],
})
