/** What other modules, surfaces and pages may know of authority. */
import { contract } from '../../kernel/declare.ts'
import { affairQueries, getApproval, getMandate, listApprovals, listMandates } from './contract/affair-queries.ts'
import { approvalCommands, closeLapsedJob } from './contract/approval-commands.ts'
import * as events from './contract/events.ts'
import { mandateCommands } from './contract/mandate-commands.ts'
import { officeCommands } from './contract/office-commands.ts'
import { peopleCommands } from './contract/people-commands.ts'
import { getPrincipal, getRole, listPrincipals, listRoles, peopleQueries } from './contract/queries.ts'
import { offerRightsJob, roleCommands } from './contract/role-commands.ts'

export * from './contract/affair-queries.ts'
export * from './contract/approval-commands.ts'
export * from './contract/events.ts'
export * from './contract/mandate-commands.ts'
export * from './contract/office-commands.ts'
export * from './contract/people-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/role-commands.ts'
export * from './contract/roles.ts'
export * from './contract/shapes.ts'

export const authorityContract = contract({
  name: 'authority',
  commands: [...peopleCommands, ...roleCommands, ...mandateCommands, ...approvalCommands, ...officeCommands],
  queries: [...peopleQueries, ...affairQueries],
  jobs: [closeLapsedJob, offerRightsJob],
  events: Object.values(events),
  kinds: [
    { kind: 'principal', icon: 'user', detail: getPrincipal, list: listPrincipals, path: '/machine/people/:id' },
    { kind: 'role', icon: 'users-group', detail: getRole, list: listRoles, path: '/machine/roles/:id' },
    { kind: 'mandate', icon: 'user-share', detail: getMandate, list: listMandates, path: '/machine/mandates/:id' },
    { kind: 'approval', icon: 'checklist', detail: getApproval, list: listApprovals, path: '/approvals/:id' },
  ],
})
