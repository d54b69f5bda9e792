/** What other modules, surfaces and pages may know of calendars held elsewhere. */
import { contract } from '../../kernel/declare.ts'
import { mirrorCommands } from './contract/commands.ts'
import { mirrorEvents } from './contract/events.ts'
import { listAccounts, mirrorQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const mirrorsContract = contract({
  name: 'mirrors',
  depends: ['authority', 'work', 'notifications', 'calendar'],
  commands: mirrorCommands,
  queries: mirrorQueries,
  events: mirrorEvents,
  kinds: [
    {
      kind: 'calendar-account',
      icon: 'refresh',
      detail: null,
      list: listAccounts,
      path: '/calendar/elsewhere?account=:id',
    },
  ],
})
