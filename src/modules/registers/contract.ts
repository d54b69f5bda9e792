/** What other modules, surfaces and pages may know of registers. */
import { contract } from '../../kernel/declare.ts'
import { designCommands } from './contract/design-commands.ts'
import { registersEvents } from './contract/events.ts'
import { getRegister, getRow, listRegisters, listRows, registersQueries } from './contract/queries.ts'
import { applyRulesJob, lookForDatesJob, rowCommands } from './contract/row-commands.ts'
import { ruleCommands } from './contract/rule-commands.ts'

export * from './contract/design-commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/row-commands.ts'
export * from './contract/rule-commands.ts'
export * from './contract/shapes.ts'

export const registersContract = contract({
  name: 'registers',
  depends: ['authority', 'work', 'directory'],
  commands: [...designCommands, ...rowCommands, ...ruleCommands],
  queries: registersQueries,
  events: registersEvents,
  jobs: [applyRulesJob, lookForDatesJob],
  kinds: [
    { kind: 'register', icon: 'columns', detail: getRegister, list: listRegisters, path: '/registers/:id' },
    { kind: 'register-row', icon: 'tag', detail: getRow, list: listRows, path: '/register-rows/:id' },
  ],
})
