/** What other modules, surfaces and pages may know of cases and answers. */
import { contract } from '../../kernel/declare.ts'
import { answerCommands } from './contract/answer-commands.ts'
import { caseCommands, dueJob, sendAnswerJob } from './contract/case-commands.ts'
import { caseEvents } from './contract/events.ts'
import { caseQueries, getAnswer, getCase, listAnswers, listCases } from './contract/queries.ts'

export * from './contract/answer-commands.ts'
export * from './contract/case-commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export { findPromisesIn, type FoundPromise } from './promises/find.ts'

export const casesContract = contract({
  name: 'cases',
  depends: ['authority', 'work', 'directory', 'mail'],
  commands: [...caseCommands, ...answerCommands],
  queries: caseQueries,
  events: caseEvents,
  jobs: [dueJob, sendAnswerJob],
  kinds: [
    { kind: 'case', icon: 'message', detail: getCase, list: listCases, path: '/cases/:id' },
    { kind: 'answer', icon: 'book', detail: getAnswer, list: listAnswers, path: '/answers/:id' },
  ],
})
