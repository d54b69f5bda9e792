import { defineModule } from '../../kernel/implement.ts'
import * as approve from './commands/approve.ts'
import * as outlets from './commands/outlets.ts'
import * as pages from './commands/pages.ts'
import * as placements from './commands/placements.ts'
import * as plan from './commands/plan.ts'
import { publishingContract } from './contract.ts'
import { pageJobBody, pagesJobBody } from './jobs/pages.ts'
import * as forDoors from './queries/for-doors.ts'
import * as outletQueries from './queries/outlets.ts'
import * as pageQueries from './queries/pages.ts'
import * as publications from './queries/publications.ts'
import { catalogues } from './words.ts'

export { publishingRoutes } from './doors.pictures.ts'
export { openPublishing, publishingConnection } from './doors.wires.ts'

export const publishing = defineModule({
  contract: publishingContract,
  commands: [
    ...Object.values(plan),
    ...Object.values(approve),
    ...Object.values(placements),
    ...Object.values(outlets),
    ...Object.values(pages),
  ],
  queries: [
    ...Object.values(publications),
    ...Object.values(outletQueries),
    ...Object.values(pageQueries),
    ...Object.values(forDoors),
  ],
  jobs: [pageJobBody, pagesJobBody],
  catalogues,
})
