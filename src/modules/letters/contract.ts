/** What other modules, surfaces and pages may know of letters. */
import { contract } from '../../kernel/declare.ts'
import { letterCommands, letterJobs } from './contract/commands.ts'
import { letterEvents } from './contract/events.ts'
import { getLetter, letterQueries, listLetters } from './contract/queries.ts'
import { getMerge, listMerges, mergeCommands, mergeEvents, mergeQueries, runMergeJob } from './contract/merges.ts'
import { getTemplate, listTemplates, templateCommands, templateQueries } from './contract/templates.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/merges.ts'
export * from './contract/office.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/templates.ts'

export const lettersContract = contract({
  name: 'letters',
  depends: ['authority', 'work', 'directory', 'documents', 'matters'],
  commands: [...letterCommands, ...templateCommands, ...mergeCommands],
  queries: [...letterQueries, ...templateQueries, ...mergeQueries],
  events: [...letterEvents, ...mergeEvents],
  jobs: [...letterJobs, runMergeJob],
  kinds: [
    { kind: 'letter', icon: 'edit', detail: getLetter, list: listLetters, path: '/letters/:id' },
    {
      kind: 'letter-template',
      icon: 'copy',
      detail: getTemplate,
      list: listTemplates,
      path: '/letter-templates/:id',
    },
    { kind: 'letter-merge', icon: 'mail', detail: getMerge, list: listMerges, path: '/letter-merges/:id' },
  ],
})
