/** What other modules, surfaces and pages may know of mail. */
import { contract } from '../../kernel/declare.ts'
import { answerForCommands } from './contract/answers-for.ts'
import { answerCommands, answerEvents, answerQueries, getAnswer, listAnswers } from './contract/answers.ts'
import { deskCommands, deskEvents, deskJobs, deskQueries } from './contract/desk.ts'
import { mailEvents } from './contract/events.ts'
import { intakeCommands, readAgainJob } from './contract/intake.ts'
import { mailboxCommands } from './contract/mailboxes.ts'
import { outgoingCommands, sendJob } from './contract/outgoing.ts'
import { getThread, listMailboxes, listThreads, mailQueries } from './contract/queries.ts'
import { listRules, ruleCommands, ruleEvents, ruleJobs, ruleQueries } from './contract/rules.ts'
import { threadCommands } from './contract/threads.ts'

export * from './contract/answers.ts'
export * from './contract/answers-for.ts'
export * from './contract/desk.ts'
export * from './contract/events.ts'
export * from './contract/intake.ts'
export * from './contract/mailboxes.ts'
export * from './contract/outgoing.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/rules.ts'
export * from './contract/shapes.ts'
export * from './contract/threads.ts'

export const mailContract = contract({
  name: 'mail',
  depends: ['authority', 'work', 'notifications', 'directory'],
  commands: [
    ...mailboxCommands,
    ...intakeCommands,
    ...threadCommands,
    ...outgoingCommands,
    ...answerForCommands,
    ...deskCommands,
    ...answerCommands,
    ...ruleCommands,
  ],
  queries: [...mailQueries, ...deskQueries, ...answerQueries, ...ruleQueries],
  events: [...mailEvents, ...deskEvents, ...answerEvents, ...ruleEvents],
  jobs: [sendJob, readAgainJob, ...deskJobs, ...ruleJobs],
  kinds: [
    { kind: 'mail-mailbox', icon: 'mailbox', detail: null, list: listMailboxes, path: '/mail/mailboxes?mailbox=:id' },
    { kind: 'mail-thread', icon: 'mail', detail: getThread, list: listThreads, path: '/mail/:id' },
    { kind: 'saved-answer', icon: 'message', detail: getAnswer, list: listAnswers, path: '/mail/answers/:id' },
    { kind: 'mail-rule', icon: 'filter', detail: null, list: listRules, path: '/mail/rules?rule=:id' },
  ],
})
