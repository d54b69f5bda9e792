import { defineModule } from '../../kernel/implement.ts'
import { cancelFoodBody, noteOrderBody, orderFoodBody } from './commands/food.ts'
import * as calendar from './commands/calendar.ts'
import * as outingActs from './commands/outings.ts'
import * as plans from './commands/plans.ts'
import * as registrations from './commands/registrations.ts'
import { outingsContract } from './contract.ts'
import { dueJobBody, keepEventJobBody, sendLettersBody, sendOrderBody } from './jobs/letters.ts'
import { dueNowBody, getLettersBody, getOrderBody } from './queries/letters.ts'
import { getOutingBody, listFoodBody, listOutingsBody } from './queries/outings.ts'
import { followEvents } from './reactions/follow-event.ts'
import { catalogues } from './words.ts'

export { outingRoutes } from './doors.ts'

export const outings = defineModule({
  contract: outingsContract,
  commands: [
    ...Object.values(outingActs),
    ...Object.values(plans),
    ...Object.values(registrations),
    ...Object.values(calendar),
    orderFoodBody,
    cancelFoodBody,
    noteOrderBody,
  ],
  queries: [listOutingsBody, getOutingBody, listFoodBody, getLettersBody, getOrderBody, dueNowBody],
  jobs: [sendLettersBody, sendOrderBody, dueJobBody, keepEventJobBody],
  reactions: followEvents,
  catalogues,
})
