import { defineModule } from '../../kernel/implement.ts'
import * as agenda from './commands/agenda.ts'
import * as attendees from './commands/attendees.ts'
import { followEventBody } from './commands/follow-event.ts'
import * as items from './commands/items.ts'
import * as meetingActs from './commands/meetings.ts'
import * as minutes from './commands/minutes.ts'
import { createNextBody } from './commands/next.ts'
import { createSeriesBody } from './commands/series.ts'
import { meetingsContract } from './contract.ts'
import { dueJobBody, fileMinutesJobBody, keepMinutesJobBody, sendPapersBody } from './jobs/papers.ts'
import { listDecisionsBody } from './queries/decisions.ts'
import { getMeetingBody, listActionsBody, listMeetingsBody } from './queries/meetings.ts'
import { dueNowBody, getPaperBody } from './queries/paper.ts'
import { followEvents } from './reactions/follow-event.ts'
import { catalogues } from './words.ts'

export { meetingRoutes } from './doors.ts'

export const meetings = defineModule({
  contract: meetingsContract,
  commands: [
    ...Object.values(meetingActs),
    createNextBody,
    createSeriesBody,
    followEventBody,
    ...Object.values(attendees),
    ...Object.values(items),
    ...Object.values(agenda),
    ...Object.values(minutes),
  ],
  queries: [listMeetingsBody, getMeetingBody, listDecisionsBody, listActionsBody, getPaperBody, dueNowBody],
  jobs: [sendPapersBody, keepMinutesJobBody, fileMinutesJobBody, dueJobBody],
  reactions: followEvents,
  catalogues,
})
