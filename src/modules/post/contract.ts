/** What other modules, surfaces and pages may know of the post book. */
import { contract } from '../../kernel/declare.ts'
import { boxCommands, dueJob } from './contract/box-commands.ts'
import { postEvents } from './contract/events.ts'
import { itemCommands } from './contract/item-commands.ts'
import { outgoingCommands } from './contract/outgoing-commands.ts'
import {
  getBox,
  getItem,
  getOutgoing,
  listBoxes,
  listItems,
  listOutgoing,
  listRates,
  listStops,
  postQueries,
} from './contract/queries.ts'

export * from './contract/box-commands.ts'
export * from './contract/events.ts'
export * from './contract/item-commands.ts'
export * from './contract/outgoing-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const postContract = contract({
  name: 'post',
  depends: ['work', 'directory', 'documents', 'authority', 'notifications', 'printing'],
  commands: [...itemCommands, ...outgoingCommands, ...boxCommands],
  queries: postQueries,
  events: postEvents,
  jobs: [dueJob],
  kinds: [
    { kind: 'post-item', icon: 'mailbox', detail: getItem, list: listItems, path: '/post/:id' },
    { kind: 'post-outgoing', icon: 'send', detail: getOutgoing, list: listOutgoing, path: '/post/out/:id' },
    { kind: 'post-stop', icon: 'map-pin', detail: null, list: listStops, path: '/post/stops?at=:id' },
    { kind: 'postage-rate', icon: 'tag', detail: null, list: listRates, path: '/post/rates?at=:id' },
    { kind: 'letter-box', icon: 'inbox', detail: getBox, list: listBoxes, path: '/post/boxes/:id' },
  ],
})
