/** What other modules, surfaces and pages may know of work. */
import { contract } from '../../kernel/declare.ts'
import { awayCommands, awayEvents, awayQueries, coverJob, listAway } from './contract/away.ts'
import { chaseCommands, chaseEvents, chaseJob, chaseQueries } from './contract/chase.ts'
import { workEvents } from './contract/events.ts'
import { getGoal, goalCommands, goalEvents, goalQueries, listGoals } from './contract/goals.ts'
import { handlingCommands } from './contract/handling-commands.ts'
import { manyCommands } from './contract/many-commands.ts'
import { promiseCommands, promiseEvents, promiseQueries } from './contract/promises.ts'
import { getTask, listTasks, workQueries } from './contract/queries.ts'
import { taskCommands } from './contract/task-commands.ts'

export * from './contract/away.ts'
export * from './contract/chase.ts'
export * from './contract/events.ts'
export * from './contract/goals.ts'
export * from './contract/handling-commands.ts'
export * from './contract/many-commands.ts'
export * from './contract/promises.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/task-commands.ts'
export * from './contract/wish.ts'
export { type OfficeHours, officeHours } from './office-hours.ts'
export { peopleNamed } from './people-named.ts'
export { readQuickEntry } from './quick-entry.ts'
export { type WorkingCalendar, workingCalendar } from './working-days.ts'

export const workContract = contract({
  name: 'work',
  depends: ['authority'],
  commands: [
    ...taskCommands,
    ...handlingCommands,
    ...manyCommands,
    ...awayCommands,
    ...promiseCommands,
    ...goalCommands,
    ...chaseCommands,
  ],
  queries: [...workQueries, ...awayQueries, ...promiseQueries, ...goalQueries, ...chaseQueries],
  events: [...workEvents, ...awayEvents, ...promiseEvents, ...goalEvents, ...chaseEvents],
  jobs: [coverJob, chaseJob],
  kinds: [
    { kind: 'task', icon: 'circle-check', detail: getTask, list: listTasks, path: '/tasks/:id' },
    { kind: 'goal', icon: 'flag', detail: getGoal, list: listGoals, path: '/goals/:id' },
    { kind: 'absence', icon: 'user-share', detail: null, list: listAway, path: '/cover?absence=:id' },
  ],
})
