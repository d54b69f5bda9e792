/** What other modules, surfaces and pages may know of the signature folder. */
import { contract } from '../../kernel/declare.ts'
import { signatureCommands, signatureJobs } from './contract/commands.ts'
import { signatureEvents } from './contract/events.ts'
import { getSigning, listSignings, signatureQueries } from './contract/queries.ts'
import { getService, serviceCommands, serviceEvents, serviceJobs } from './contract/service.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/service.ts'
export * from './contract/shapes.ts'

export const signaturesContract = contract({
  name: 'signatures',
  depends: ['authority', 'work', 'documents', 'notifications'],
  commands: [...signatureCommands, ...serviceCommands],
  queries: [...signatureQueries, getService],
  events: [...signatureEvents, ...serviceEvents],
  jobs: [...signatureJobs, ...serviceJobs],
  kinds: [{ kind: 'signing', icon: 'signature', detail: getSigning, list: listSignings, path: '/signatures/:id' }],
})
