import { defineModule } from '../../kernel/implement.ts'
import { createDayFeedBody, createFeedBody, listFeedsBody, revokeFeedBody } from './commands/feeds.ts'
import { keepCardBody, keepPropertiesBody, nameCalendarBody } from './commands/keeping.ts'
import { caldavContract } from './contract.ts'
import { getConnectionBody } from './queries/get-connection.ts'
import { catalogues } from './words.ts'

export { calendarDoors } from './doors.dav.ts'
export { calendarFeeds } from './feeds/door.ts'

export const caldav = defineModule({
  contract: caldavContract,
  commands: [createFeedBody, createDayFeedBody, revokeFeedBody, keepPropertiesBody, nameCalendarBody, keepCardBody],
  queries: [listFeedsBody, getConnectionBody],
  catalogues,
})
