/** What other modules, surfaces and pages may know of the fax book. */
import { contract } from '../../kernel/declare.ts'
import { faxCommands, faxJobs } from './contract/commands.ts'
import { faxEvents } from './contract/events.ts'
import { faxQueries, getFax, listFaxes, listLines } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const faxContract = contract({
  name: 'fax',
  depends: ['work', 'directory', 'documents', 'authority', 'notifications'],
  commands: faxCommands,
  queries: faxQueries,
  events: faxEvents,
  jobs: faxJobs,
  kinds: [
    { kind: 'fax', icon: 'file-text', detail: getFax, list: listFaxes, path: '/post/fax/:id' },
    { kind: 'fax-line', icon: 'phone', detail: null, list: listLines, path: '/post/fax/lines?at=:id' },
  ],
})
