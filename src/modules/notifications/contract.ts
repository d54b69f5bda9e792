/** What other modules, surfaces and pages may know of notifications. */
import { contract } from '../../kernel/declare.ts'
import {
  browserAllowed,
  browserForgotten,
  interruptJob,
  lookForDigests,
  noticesGiven,
  notificationCommands,
  sendDigest,
} from './contract/commands.ts'
import { listNotices, notificationQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/queries.ts'
export * from './contract/shapes.ts'

export const notificationsContract = contract({
  name: 'notifications',
  depends: ['authority', 'work', 'documents'],
  commands: notificationCommands,
  queries: notificationQueries,
  events: [noticesGiven, browserAllowed, browserForgotten],
  jobs: [sendDigest, interruptJob, lookForDigests],
  kinds: [{ kind: 'notice', icon: 'bell', detail: null, list: listNotices, path: '/notices?notice=:id' }],
})
