/** What other modules, surfaces and pages may know of the directory. */
import { contract } from '../../kernel/declare.ts'
import { detailCommands } from './contract/detail-commands.ts'
import { directoryEvents } from './contract/events.ts'
import { partyCommands } from './contract/party-commands.ts'
import { directoryQueries, getParty, listParties } from './contract/queries.ts'

export * from './contract/detail-commands.ts'
export * from './contract/events.ts'
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
  commands: [...partyCommands, ...detailCommands],
  queries: directoryQueries,
  events: directoryEvents,
  kinds: [
    { kind: 'person', icon: 'user', detail: getParty, list: listParties, path: '/people/:id' },
    { kind: 'organisation', icon: 'building', detail: getParty, list: listParties, path: '/organisations/:id' },
  ],
})
