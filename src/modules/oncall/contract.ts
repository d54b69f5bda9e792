/** What other modules, surfaces and pages may know of who is on call, and of alarms. */
import { contract } from '../../kernel/declare.ts'
import { alarmCommands, escalateJob, tellJob, watchJob } from './contract/alarm-commands.ts'
import { oncallEvents } from './contract/events.ts'
import { getAlarm, getRota, listAlarms, listRotas, oncallQueries } from './contract/queries.ts'
import { keepTurnsJob, rotaCommands, writeCalendarsJob } from './contract/rota-commands.ts'

export * from './contract/alarm-commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/rota-commands.ts'
export * from './contract/shapes.ts'

export const oncallContract = contract({
  name: 'oncall',
  depends: ['authority', 'work', 'notifications', 'calendar'],
  commands: [...rotaCommands, ...alarmCommands],
  queries: oncallQueries,
  events: oncallEvents,
  jobs: [writeCalendarsJob, keepTurnsJob, escalateJob, tellJob, watchJob],
  kinds: [
    { kind: 'rota', icon: 'repeat', detail: getRota, list: listRotas, path: '/oncall/:id' },
    { kind: 'oncall-alarm', icon: 'alert-triangle', detail: getAlarm, list: listAlarms, path: '/alarms/:id' },
  ],
})
