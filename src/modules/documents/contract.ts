/** What other modules, surfaces and the interface may know of documents; no implementation. */
import { contract, type KindDeclaration } from '../../kernel/declare.ts'
import { bringBackJob, confirmCommands } from './contract/confirm-commands.ts'
import { events } from './contract/events.ts'
import { filingCommands } from './contract/filing-commands.ts'
import { intakeCommands, readJob } from './contract/intake-commands.ts'
import { getDocument, listClasses, listDocuments, listRules, queries } from './contract/queries.ts'

export * from './contract/confirm-commands.ts'
export * from './contract/events.ts'
export * from './contract/filing-commands.ts'
export * from './contract/intake-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/words.ts'
export { type DocumentAct, type DocumentState, documentStates, may } from './states.ts'

export const kinds: readonly KindDeclaration[] = [
  { kind: 'document', icon: 'file-text', detail: getDocument, list: listDocuments, path: '/documents/:id' },
  { kind: 'class-code', icon: 'folder', detail: null, list: listClasses, path: '/documents/plan?at=:id' },
  { kind: 'intake-rule', icon: 'list-numbers', detail: null, list: listRules, path: '/documents/plan?at=:id' },
]

export const documentsContract = contract({
  name: 'documents',
  depends: ['directory', 'work'],
  commands: [...intakeCommands, ...confirmCommands, ...filingCommands],
  queries,
  events: Object.values(events),
  jobs: [readJob, bringBackJob],
  kinds,
})
