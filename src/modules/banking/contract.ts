/** What other modules, surfaces and pages may know of bank accounts, payment runs and statements. */
import { contract } from '../../kernel/declare.ts'
import { accountCommands } from './contract/account-commands.ts'
import { adviceCommands, adviceEvents, adviceQueries, sendAdviceJob } from './contract/advice.ts'
import { cashCommands, cashEvents, cashQueries, getCashBox, listCashBoxes } from './contract/cash.ts'
import { bankingEvents } from './contract/events.ts'
import {
  bankingQueries,
  getAccount,
  getRun,
  getStatement,
  listAccounts,
  listRuns,
  listStatements,
} from './contract/queries.ts'
import { runCommands, writeFileJob } from './contract/run-commands.ts'
import { readStatementJob, statementCommands } from './contract/statement-commands.ts'

export * from './contract/account-commands.ts'
export * from './contract/advice.ts'
export * from './contract/cash.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/run-commands.ts'
export * from './contract/shapes.ts'
export * from './contract/statement-commands.ts'

export const bankingContract = contract({
  name: 'banking',
  depends: ['ledger', 'directory', 'documents', 'work', 'authority'],
  commands: [...accountCommands, ...runCommands, ...statementCommands, ...cashCommands, ...adviceCommands],
  queries: [...bankingQueries, ...cashQueries, ...adviceQueries],
  events: [...bankingEvents, ...cashEvents, ...adviceEvents],
  jobs: [writeFileJob, readStatementJob, sendAdviceJob],
  kinds: [
    { kind: 'bank-account', icon: 'building-bank', detail: getAccount, list: listAccounts, path: '/bank/:id' },
    { kind: 'payment-run', icon: 'cash', detail: getRun, list: listRuns, path: '/payments/:id' },
    { kind: 'bank-statement', icon: 'file-text', detail: getStatement, list: listStatements, path: '/bank/files/:id' },
    { kind: 'cash-box', icon: 'wallet', detail: getCashBox, list: listCashBoxes, path: '/cash/:id' },
  ],
})
