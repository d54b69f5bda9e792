/** What other modules, surfaces and pages may know of procedures and obligations. */
import { contract } from '../../kernel/declare.ts'
import { procedureEvents } from './contract/events.ts'
import { habitCommands } from './contract/habit-commands.ts'
import { obligationCommands } from './contract/obligation-commands.ts'
import { procedureCommands } from './contract/procedure-commands.ts'
import {
  getObligation,
  getProcedure,
  getRun,
  listObligations,
  listProcedures,
  listRuns,
  procedureQueries,
} from './contract/queries.ts'
import { dueJob, runCommands } from './contract/run-commands.ts'

export * from './contract/events.ts'
export * from './contract/habit-commands.ts'
export * from './contract/obligation-commands.ts'
export * from './contract/procedure-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/run-commands.ts'
export * from './contract/shapes.ts'

export const proceduresContract = contract({
  name: 'procedures',
  depends: ['work', 'directory', 'authority'],
  commands: [...procedureCommands, ...runCommands, ...obligationCommands, ...habitCommands],
  queries: procedureQueries,
  events: procedureEvents,
  jobs: [dueJob],
  kinds: [
    { kind: 'procedure', icon: 'list-numbers', detail: getProcedure, list: listProcedures, path: '/procedures/:id' },
    { kind: 'procedure-run', icon: 'checklist', detail: getRun, list: listRuns, path: '/runs/:id' },
    { kind: 'obligation', icon: 'calendar', detail: getObligation, list: listObligations, path: '/obligations/:id' },
  ],
})
