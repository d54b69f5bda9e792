/** What other modules, surfaces and pages may know of mail. */
import { contract } from '../../kernel/declare.ts'
import { mailEvents } from './contract/events.ts'
import { intakeCommands, readAgainJob } from './contract/intake.ts'
import { mailboxCommands } from './contract/mailboxes.ts'
import { outgoingCommands, sendJob } from './contract/outgoing.ts'
import { getThread, listMailboxes, listThreads, mailQueries } from './contract/queries.ts'
import { threadCommands } from './contract/threads.ts'

export * from './contract/events.ts'
export * from './contract/intake.ts'
export * from './contract/mailboxes.ts'
export * from './contract/outgoing.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/threads.ts'

export const mailContract = contract({
  name: 'mail',
  depends: ['authority', 'work', 'notifications', 'directory'],
  commands: [...mailboxCommands, ...intakeCommands, ...threadCommands, ...outgoingCommands],
  queries: mailQueries,
  events: mailEvents,
  jobs: [sendJob, readAgainJob],
  kinds: [
    { kind: 'mail-mailbox', icon: 'mailbox', detail: null, list: listMailboxes, path: '/mail/mailboxes?mailbox=:id' },
    { kind: 'mail-thread', icon: 'mail', detail: getThread, list: listThreads, path: '/mail/:id' },
  ],
})
