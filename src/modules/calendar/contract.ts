/** What other modules, surfaces and pages may know of calendars, places and events. */
import { contract } from '../../kernel/declare.ts'
import { calendarCommands } from './contract/calendar-commands.ts'
import { doorCommands, minutesJob, nightlyJob } from './contract/door-commands.ts'
import { dayCommands, dayEvents } from './contract/day-commands.ts'
import { dayQueries, getSchoolCalendar, listSchoolCalendars } from './contract/day-queries.ts'
import { eventCommands } from './contract/event-commands.ts'
import { calendarEvents } from './contract/events.ts'
import { calendarQueries, getCalendar, getEvent, getPlace, listCalendars, listPlaces } from './contract/queries.ts'
import { listServices, serviceCommands, serviceEvents } from './contract/service-commands.ts'
import { placeUse } from './contract/use-queries.ts'

export * from './contract/calendar-commands.ts'
export * from './contract/day-commands.ts'
export * from './contract/day-queries.ts'
export * from './contract/door-commands.ts'
export * from './contract/event-commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/service-commands.ts'
export * from './contract/shapes.ts'
export * from './contract/use-queries.ts'

export const calendarContract = contract({
  name: 'calendar',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications'],
  commands: [...calendarCommands, ...eventCommands, ...doorCommands, ...dayCommands, ...serviceCommands],
  queries: [...calendarQueries, ...dayQueries, listServices, placeUse],
  events: [...calendarEvents, ...dayEvents, ...serviceEvents],
  jobs: [nightlyJob, minutesJob],
  kinds: [
    { kind: 'calendar', icon: 'calendar', detail: getCalendar, list: listCalendars, path: '/calendar?calendar=:id' },
    { kind: 'place', icon: 'building', detail: getPlace, list: listPlaces, path: '/rooms/:id' },
    {
      kind: 'school-calendar',
      icon: 'calendar',
      detail: getSchoolCalendar,
      list: listSchoolCalendars,
      path: '/calendar/settings?school=:id',
    },
    { kind: 'event', icon: 'calendar', detail: getEvent, list: null, path: '/calendar/:id' },
  ],
})
