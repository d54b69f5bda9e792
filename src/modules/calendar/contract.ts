/** What other modules, surfaces and pages may know of calendars, places and events. */
import { contract } from '../../kernel/declare.ts'
import { calendarCommands } from './contract/calendar-commands.ts'
import { doorCommands, minutesJob, nightlyJob } from './contract/door-commands.ts'
import { myDay } from './contract/day-queries.ts'
import { eventCommands } from './contract/event-commands.ts'
import { calendarEvents } from './contract/events.ts'
import { calendarQueries, getCalendar, getEvent, getPlace, listCalendars, listPlaces } from './contract/queries.ts'

export * from './contract/calendar-commands.ts'
export * from './contract/day-queries.ts'
export * from './contract/door-commands.ts'
export * from './contract/event-commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const calendarContract = contract({
  name: 'calendar',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications'],
  commands: [...calendarCommands, ...eventCommands, ...doorCommands],
  queries: [...calendarQueries, myDay],
  events: calendarEvents,
  jobs: [nightlyJob, minutesJob],
  kinds: [
    { kind: 'calendar', icon: 'calendar', detail: getCalendar, list: listCalendars, path: '/calendar?calendar=:id' },
    { kind: 'place', icon: 'building', detail: getPlace, list: listPlaces, path: '/rooms/:id' },
    { kind: 'event', icon: 'calendar', detail: getEvent, list: null, path: '/calendar/:id' },
  ],
})
