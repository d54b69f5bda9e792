import { defineModule } from '../../kernel/implement.ts'
import * as boxes from './commands/boxes.ts'
import * as carriage from './commands/carriage.ts'
import * as custody from './commands/custody.ts'
import * as items from './commands/items.ts'
import * as outgoing from './commands/outgoing.ts'
import * as rates from './commands/rates.ts'
import { addScannedBody } from './commands/scanned.ts'
import * as stops from './commands/stops.ts'
import { postContract } from './contract.ts'
import { dueJobBody } from './jobs/due.ts'
import * as arriving from './queries/arriving.ts'
import * as boxQueries from './queries/boxes.ts'
import { getItemBody, listItemsBody, listRoundBody } from './queries/items.ts'
import * as outgoingQueries from './queries/outgoing.ts'
import { catalogues } from './words.ts'

export { postRoutes } from './doors.ts'

export const post = defineModule({
  contract: postContract,
  commands: [
    ...Object.values(items),
    addScannedBody,
    ...Object.values(custody),
    ...Object.values(stops),
    ...Object.values(outgoing),
    ...Object.values(carriage),
    ...Object.values(rates),
    ...Object.values(boxes),
  ],
  queries: [
    listItemsBody,
    listRoundBody,
    getItemBody,
    ...Object.values(arriving),
    ...Object.values(outgoingQueries),
    ...Object.values(boxQueries),
  ],
  jobs: [dueJobBody],
  catalogues,
})
