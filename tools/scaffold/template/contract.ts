/** What other modules, surfaces and pages may know of sample. */
import { contract } from '../../../src/kernel/declare.ts'
import { sampleCommands } from './contract/commands.ts'
import { sampleEvents } from './contract/events.ts'
import { getThing, listThings, sampleQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const sampleContract = contract({
  name: 'sample',
  commands: [...sampleCommands],
  queries: [...sampleQueries],
  events: [...sampleEvents],
  kinds: [{ kind: 'thing', icon: 'box', detail: getThing, list: listThings, path: '/sample/:id' }],
})
