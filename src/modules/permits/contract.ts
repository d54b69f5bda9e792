/** What other modules, surfaces and pages may know of permits and of the desk that gives them. */
import { contract } from '../../kernel/declare.ts'
import { deskCommands, dueJob } from './contract/desk-commands.ts'
import { permitEvents } from './contract/events.ts'
import { permitCommands } from './contract/permit-commands.ts'
import { getApplication, getPermit, listApplications, listPermits, permitQueries } from './contract/queries.ts'

export * from './contract/desk-commands.ts'
export * from './contract/events.ts'
export * from './contract/permit-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const permitsContract = contract({
  name: 'permits',
  depends: ['work', 'directory', 'documents', 'authority'],
  commands: [...permitCommands, ...deskCommands],
  queries: permitQueries,
  events: permitEvents,
  jobs: [dueJob],
  kinds: [
    { kind: 'permit', icon: 'certificate', detail: getPermit, list: listPermits, path: '/permits/:id' },
    {
      kind: 'permit-application',
      icon: 'scale',
      detail: getApplication,
      list: listApplications,
      path: '/permit-desk/:id',
    },
  ],
})
