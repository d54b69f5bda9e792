/** What other modules, surfaces and pages may know of the check before sending. */
import { contract } from '../../kernel/declare.ts'
import { checkText } from './contract/queries.ts'

export * from './contract/queries.ts'
export * from './contract/shapes.ts'

export const proofingContract = contract({
  name: 'proofing',
  depends: ['work', 'directory', 'authority', 'documents'],
  queries: [checkText],
})
