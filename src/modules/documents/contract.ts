/** What other modules, surfaces and the interface may know of documents; no implementation. */
import { contract, type KindDeclaration } from '../../kernel/declare.ts'
import {
  backlogCommands,
  backlogEvents,
  backlogJobs,
  backlogQueries,
  getBacklog,
  listBacklogs,
} from './contract/backlog.ts'
import { bringBackJob, confirmCommands } from './contract/confirm-commands.ts'
import { events } from './contract/events.ts'
import { filingCommands } from './contract/filing-commands.ts'
import { listMailboxes, mailboxCommands, mailboxEvents, mailboxQueries } from './contract/mailboxes.ts'
import { folderCommands, folderEvents, folderQueries } from './contract/folders.ts'
import { openingCommands, openingEvents, openingQueries } from './contract/openings.ts'
import { intakeCommands, readJob } from './contract/intake-commands.ts'
import {
  getCertificate,
  getHold,
  keepingCommands,
  keepingEvents,
  keepingQueries,
  eraseBytesJob,
  listCertificates,
  listHolds,
} from './contract/keeping.ts'
import {
  getRegistration,
  listRegister,
  registrationCommands,
  registrationEvents,
  registrationQueries,
} from './contract/registration.ts'
import { learningCommands, learningEvents, learningQueries, listLessons } from './contract/learning.ts'
import {
  getFileRequest,
  listFileRequests,
  requestCommands,
  requestEvents,
  requestJobs,
  requestQueries,
} from './contract/file-requests.ts'
import { publicRegisterCommands, publicRegisterEvents, publicRegisterQueries } from './contract/public-register.ts'
import { getShare, listShares, shareCommands, shareEvents, shareQueries } from './contract/shares.ts'
import { manyQueries } from './contract/many.ts'
import { tableQueries } from './contract/table.ts'
import { listOwnKinds, ownKindCommands, ownKindEvents, ownKindQueries } from './contract/own-kinds.ts'
import { listSearches, searchCommands, searchEvents, searchQueries } from './contract/searches.ts'
import { paperCommands, paperEvents, paperQueries } from './contract/paper-places.ts'
import { pageCommands, pageEvents, pageQueries, cutJob } from './contract/pages.ts'
import { getDocument, listClasses, listDocuments, listRules, queries } from './contract/queries.ts'

export * from './contract/backlog.ts'
export * from './contract/confirm-commands.ts'
export * from './contract/events.ts'
export * from './contract/filing-commands.ts'
export * from './contract/folders.ts'
export * from './contract/openings.ts'
export * from './contract/intake-commands.ts'
export * from './contract/keeping.ts'
export * from './contract/mailboxes.ts'
export * from './contract/learning.ts'
export * from './contract/own-kinds.ts'
export * from './contract/searches.ts'
export * from './contract/many.ts'
export * from './contract/paper-places.ts'
export * from './contract/pages.ts'
export * from './contract/registration.ts'
export * from './contract/queries.ts'
export * from './contract/file-requests.ts'
export * from './contract/public-register.ts'
export * from './contract/shares.ts'
export * from './contract/refusals.ts'
export * from './contract/table.ts'
export * from './contract/words.ts'
export { type DocumentAct, type DocumentState, documentStates, may } from './states.ts'

export const kinds: readonly KindDeclaration[] = [
  { kind: 'document', icon: 'file-text', detail: getDocument, list: listDocuments, path: '/documents/:id' },
  { kind: 'class-code', icon: 'folder', detail: null, list: listClasses, path: '/documents/plan?at=:id' },
  {
    kind: 'registration',
    icon: 'list-numbers',
    detail: getRegistration,
    list: listRegister,
    path: '/documents/register/:id',
  },
  {
    kind: 'file-request',
    icon: 'upload',
    detail: getFileRequest,
    list: listFileRequests,
    path: '/documents/requests/:id',
  },
  { kind: 'share', icon: 'external-link', detail: getShare, list: listShares, path: '/documents/shares/:id' },
  { kind: 'mailbox', icon: 'mail', detail: null, list: listMailboxes, path: '/documents/mailboxes?at=:id' },
  { kind: 'hold', icon: 'shield-check', detail: getHold, list: listHolds, path: '/documents/holds/:id' },
  {
    kind: 'destruction-certificate',
    icon: 'certificate',
    detail: getCertificate,
    list: listCertificates,
    path: '/documents/certificates/:id',
  },
  { kind: 'destroyed-document', icon: 'trash', detail: null, list: null, path: '/documents/certificates?of=:id' },
  { kind: 'intake-rule', icon: 'list-numbers', detail: null, list: listRules, path: '/documents/plan?at=:id' },
  {
    kind: 'saved-search',
    icon: 'folder-search',
    detail: null,
    list: listSearches,
    path: '/documents/searches/:id',
  },
  { kind: 'own-kind', icon: 'stack-2', detail: null, list: listOwnKinds, path: '/documents/plan?at=:id' },
  { kind: 'lesson', icon: 'school', detail: null, list: listLessons, path: '/documents/lessons?at=:id' },
  { kind: 'backlog', icon: 'archive', detail: getBacklog, list: listBacklogs, path: '/documents/backlog/:id' },
]

export const documentsContract = contract({
  name: 'documents',
  depends: ['directory', 'work'],
  commands: [
    ...intakeCommands,
    ...confirmCommands,
    ...filingCommands,
    ...folderCommands,
    ...openingCommands,
    ...mailboxCommands,
    ...keepingCommands,
    ...paperCommands,
    ...registrationCommands,
    ...shareCommands,
    ...requestCommands,
    ...pageCommands,
    ...publicRegisterCommands,
    ...backlogCommands,
    ...learningCommands,
    ...searchCommands,
    ...ownKindCommands,
  ],
  queries: [
    ...queries,
    ...folderQueries,
    ...openingQueries,
    ...mailboxQueries,
    ...keepingQueries,
    ...paperQueries,
    ...registrationQueries,
    ...backlogQueries,
    ...tableQueries,
    ...shareQueries,
    ...requestQueries,
    ...publicRegisterQueries,
    ...learningQueries,
    ...searchQueries,
    ...ownKindQueries,
    ...manyQueries,
    ...pageQueries,
  ],
  events: [
    ...Object.values(events),
    ...folderEvents,
    ...openingEvents,
    ...mailboxEvents,
    ...keepingEvents,
    ...paperEvents,
    ...registrationEvents,
    ...backlogEvents,
    ...shareEvents,
    ...requestEvents,
    ...publicRegisterEvents,
    ...learningEvents,
    ...searchEvents,
    ...ownKindEvents,
    ...pageEvents,
  ],
  jobs: [readJob, bringBackJob, eraseBytesJob, cutJob, ...requestJobs, ...backlogJobs],
  kinds,
})
