/** What other modules, surfaces and pages may know of supervision. */
import { contract } from '../../kernel/declare.ts'
import { supervisionCommands } from './contract/commands.ts'
import { supervisionEvents } from './contract/events.ts'
import { getReview, listReviews, supervisionQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const supervisionContract = contract({
  name: 'supervision',
  depends: ['authority', 'work', 'notifications'],
  commands: supervisionCommands,
  queries: supervisionQueries,
  events: supervisionEvents,
  kinds: [
    { kind: 'review', icon: 'list-check', detail: getReview, list: listReviews, path: '/reviews/:id' },
    { kind: 'review-mark', icon: 'star', detail: null, list: null, path: '/team?mark=:id' },
  ],
})
