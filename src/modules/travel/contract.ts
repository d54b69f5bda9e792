/** What other modules, surfaces and pages may know of travel. */
import { contract } from '../../kernel/declare.ts'
import { travelEvents } from './contract/events.ts'
import { identityCommands } from './contract/identity-commands.ts'
import { getDocument, getTrip, listDocuments, listTrips, travelQueries } from './contract/queries.ts'
import { dueJob, tellChangesJob, tripCommands } from './contract/trip-commands.ts'

export * from './contract/events.ts'
export * from './contract/identity-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/trip-commands.ts'

export const travelContract = contract({
  name: 'travel',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications', 'calendar', 'expenses'],
  commands: [...tripCommands, ...identityCommands],
  queries: travelQueries,
  events: travelEvents,
  jobs: [tellChangesJob, dueJob],
  kinds: [
    { kind: 'trip', icon: 'plane', detail: getTrip, list: listTrips, path: '/travel/:id' },
    { kind: 'travel-document', icon: 'id', detail: getDocument, list: listDocuments, path: '/travel-documents/:id' },
  ],
})
