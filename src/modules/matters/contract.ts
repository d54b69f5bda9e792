/** What other modules, surfaces and pages may know of matters. */
import { contract } from '../../kernel/declare.ts'
import { mattersEvents } from './contract/events.ts'
import { holdingCommands } from './contract/holding-commands.ts'
import { kindCommands } from './contract/kind-commands.ts'
import { lifeCommands } from './contract/life-commands.ts'
import { getKind, getMatter, listKinds, listMatters, mattersQueries } from './contract/queries.ts'

export * from './contract/events.ts'
export * from './contract/holding-commands.ts'
export * from './contract/kind-commands.ts'
export * from './contract/life-commands.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'

export const mattersContract = contract({
  name: 'matters',
  depends: ['authority', 'work', 'directory', 'documents'],
  commands: [...lifeCommands, ...holdingCommands, ...kindCommands],
  queries: mattersQueries,
  events: mattersEvents,
  kinds: [
    { kind: 'matter', icon: 'briefcase', detail: getMatter, list: listMatters, path: '/matters/:id' },
    { kind: 'matter-kind', icon: 'list-numbers', detail: getKind, list: listKinds, path: '/matter-kinds/:id' },
  ],
})
