/** What other modules, surfaces and pages may know of publishing. */
import { contract } from '../../kernel/declare.ts'
import { publishingEvents } from './contract/events.ts'
import { outletCommands } from './contract/outlet-commands.ts'
import { pageCommands, pageJob, pagesJob } from './contract/page-commands.ts'
import { postCommands } from './contract/post-commands.ts'
import {
  getPageChange,
  getPublication,
  listOutlets,
  listPageChanges,
  listPublications,
  publishingQueries,
} from './contract/queries.ts'

export * from './contract/events.ts'
export * from './contract/lengths.ts'
export * from './contract/outlet-commands.ts'
export * from './contract/page-commands.ts'
export * from './contract/post-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const publishingContract = contract({
  name: 'publishing',
  depends: ['work', 'directory', 'documents', 'authority'],
  commands: [...postCommands, ...pageCommands, ...outletCommands],
  queries: publishingQueries,
  events: publishingEvents,
  jobs: [pageJob, pagesJob],
  kinds: [
    { kind: 'publication', icon: 'send', detail: getPublication, list: listPublications, path: '/publishing/:id' },
    { kind: 'page-change', icon: 'edit', detail: getPageChange, list: listPageChanges, path: '/publishing/pages/:id' },
    { kind: 'outlet', icon: 'at', detail: null, list: listOutlets, path: '/publishing/outlets?at=:id' },
  ],
})
