/** What other modules, surfaces and pages may know of the directory. */
import { contract } from '../../kernel/declare.ts'
import { aroundCommands } from './contract/around-commands.ts'
import { detailCommands } from './contract/detail-commands.ts'
import { directoryEvents } from './contract/events.ts'
import { findAlike } from './contract/jobs.ts'
import { partyCommands } from './contract/party-commands.ts'
import { directoryQueries, getParty, listParties } from './contract/queries.ts'

export * from './contract/around-commands.ts'
export * from './contract/detail-commands.ts'
export * from './contract/events.ts'
export * from './contract/jobs.ts'
export {
  addSenders,
  changeParty,
  createOrganisation,
  createPerson,
  importParties,
  mergeParties,
  mostRows,
  restoreParty,
  retireParty,
  senderWish,
  undoImport,
  unmergeParties,
} from './contract/party-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/table.ts'

export const directoryContract = contract({
  name: 'directory',
  commands: [...partyCommands, ...detailCommands, ...aroundCommands],
  queries: directoryQueries,
  events: directoryEvents,
  jobs: [findAlike],
  kinds: [
    { kind: 'person', icon: 'user', detail: getParty, list: listParties, path: '/people/:id' },
    { kind: 'organisation', icon: 'building', detail: getParty, list: listParties, path: '/organisations/:id' },
    { kind: 'caller-note', icon: 'message', detail: null, list: null, path: '/people?note=:id' },
  ],
})
