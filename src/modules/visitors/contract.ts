/** What other modules, surfaces and pages may know of who comes to the house, and of the counter. */
import { contract } from '../../kernel/declare.ts'
import { counterCommands, remindJob } from './contract/counter-commands.ts'
import { visitorEvents } from './contract/events.ts'
import { houseCommands } from './contract/house-commands.ts'
import {
  getKey,
  getParcel,
  getVisitor,
  listKeys,
  listKiosks,
  listParcels,
  listVisitors,
  visitorQueries,
} from './contract/queries.ts'
import { visitorCommands, visitorJobs } from './contract/visitor-commands.ts'

export * from './contract/counter-commands.ts'
export * from './contract/events.ts'
export * from './contract/house-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/visitor-commands.ts'

export const visitorsContract = contract({
  name: 'visitors',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications', 'calendar', 'presence', 'printing'],
  commands: [...visitorCommands, ...houseCommands, ...counterCommands],
  queries: visitorQueries,
  events: visitorEvents,
  jobs: [...visitorJobs, remindJob],
  kinds: [
    { kind: 'visitor', icon: 'user-check', detail: getVisitor, list: listVisitors, path: '/visitors/:id' },
    { kind: 'kiosk', icon: 'columns', detail: null, list: listKiosks, path: '/visitors/settings?kiosk=:id' },
    { kind: 'door-key', icon: 'key', detail: getKey, list: listKeys, path: '/visitors/keys/:id' },
    { kind: 'held-parcel', icon: 'package', detail: getParcel, list: listParcels, path: '/visitors/parcels/:id' },
  ],
})
