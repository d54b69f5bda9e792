/** What other modules, surfaces and pages may know of the check before sending. */
import { contract } from '../../kernel/declare.ts'
import { proofingCommands } from './contract/commands.ts'
import { proofingEvents } from './contract/events.ts'
import { getCheck, listChecks, proofingQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const proofingContract = contract({
  name: 'proofing',
  depends: ['work', 'directory', 'authority', 'documents'],
  commands: proofingCommands,
  queries: proofingQueries,
  events: proofingEvents,
  kinds: [{ kind: 'outgoing-check', icon: 'shield-check', detail: getCheck, list: listChecks, path: '/held/:id' }],
})
