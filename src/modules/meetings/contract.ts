/** What other modules, surfaces and pages may know of meetings. */
import { contract } from '../../kernel/declare.ts'
import { meetingCommands, meetingJobs } from './contract/commands.ts'
import { meetingEvents } from './contract/events.ts'
import { getMeeting, listDecisions, listMeetings, meetingQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/series.ts'
export * from './contract/shapes.ts'

export const meetingsContract = contract({
  name: 'meetings',
  depends: ['authority', 'work', 'directory', 'documents', 'calendar', 'procedures'],
  commands: meetingCommands,
  queries: meetingQueries,
  events: meetingEvents,
  jobs: meetingJobs,
  kinds: [
    { kind: 'meeting', icon: 'users-group', detail: getMeeting, list: listMeetings, path: '/meetings/:id' },
    { kind: 'meeting-decision', icon: 'scale', detail: null, list: listDecisions, path: '/decisions?decision=:id' },
  ],
})
