/** What other modules, surfaces and pages may know of what payroll is told. */
import { contract } from '../../kernel/declare.ts'
import { payinputsCommands } from './contract/commands.ts'
import { payinputsEvents } from './contract/events.ts'
import { getPayee, getPeriod, listPayees, listPeriods, payinputsQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const payinputsContract = contract({
  name: 'payinputs',
  depends: ['work', 'authority'],
  commands: payinputsCommands,
  queries: payinputsQueries,
  events: payinputsEvents,
  kinds: [
    { kind: 'pay-period', icon: 'calendar', detail: getPeriod, list: listPeriods, path: '/pay/:id' },
    { kind: 'payee', icon: 'user', detail: getPayee, list: listPayees, path: '/pay/people/:id' },
  ],
})
