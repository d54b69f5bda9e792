/** What other modules, surfaces and pages may know of the books. */
import { contract } from '../../kernel/declare.ts'
import { accrualsJob, entryCommands } from './contract/entry-commands.ts'
import { exchangeCommands, exchangeEvents, exchangeQueries } from './contract/exchange-commands.ts'
import { ledgerEvents } from './contract/events.ts'
import { getEntry, ledgerQueries, listEntries } from './contract/queries.ts'
import { reportQueries } from './contract/report-queries.ts'
import { settingCommands } from './contract/setting-commands.ts'

export * from './contract/entry-commands.ts'
export * from './contract/events.ts'
export * from './contract/exchange-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/report-queries.ts'
export * from './contract/setting-commands.ts'
export * from './contract/shapes.ts'
export * from './contract/wish.ts'

export const ledgerContract = contract({
  name: 'ledger',
  depends: ['authority', 'work', 'directory', 'documents'],
  commands: [...entryCommands, ...settingCommands, ...exchangeCommands],
  queries: [...ledgerQueries, ...reportQueries, ...exchangeQueries],
  events: [...ledgerEvents, ...exchangeEvents],
  jobs: [accrualsJob],
  kinds: [{ kind: 'ledger-entry', icon: 'book', detail: getEntry, list: listEntries, path: '/books/entries/:id' }],
})
