/** What other modules, surfaces and pages may know of announcements, requests and decisions. */
import { contract } from '../../kernel/declare.ts'
import { announcementCommands } from './contract/commands.ts'
import { announcementEvents } from './contract/events.ts'
import { announcementQueries, getAnnouncement, listAnnouncements } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const announcementsContract = contract({
  name: 'announcements',
  depends: ['work', 'authority', 'notifications', 'supervision'],
  commands: announcementCommands,
  queries: announcementQueries,
  events: announcementEvents,
  kinds: [
    {
      kind: 'announcement',
      icon: 'message',
      detail: getAnnouncement,
      list: listAnnouncements,
      path: '/announcements/:id',
    },
  ],
})
