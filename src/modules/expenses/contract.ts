/** What other modules, surfaces and pages may know of expense reports. */
import { contract } from '../../kernel/declare.ts'
import { expensesCommands } from './contract/commands.ts'
import { expensesEvents } from './contract/events.ts'
import { expensesQueries, getReport, listReports } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const expensesContract = contract({
  name: 'expenses',
  depends: ['ledger', 'documents', 'work', 'authority'],
  commands: expensesCommands,
  queries: expensesQueries,
  events: expensesEvents,
  kinds: [
    { kind: 'expense-report', icon: 'receipt', detail: getReport, list: listReports, path: '/expenses/:id' },
    { kind: 'expense-claimant', icon: 'credit-card', detail: null, list: null, path: '/expenses/rules' },
  ],
})
