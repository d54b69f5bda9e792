import { defineModule } from '../../kernel/implement.ts'
import * as accounts from './commands/accounts.ts'
import * as steps from './commands/advance.ts'
import * as links from './commands/links.ts'
import * as mirrorActs from './commands/mirrors.ts'
import { mirrorsContract } from './contract.ts'
import { listAccountsBody, listClientsBody, listLinkWaysBody } from './queries/lists.ts'
import { catalogues } from './words.ts'

export { mirrorActs as mirrorRoutes } from './doors/acts.ts'
export { openMirrorDoor } from './doors/door.ts'

export const mirrors = defineModule({
  contract: mirrorsContract,
  commands: [
    ...Object.values(accounts),
    ...Object.values(mirrorActs),
    ...Object.values(steps),
    ...Object.values(links),
  ],
  queries: [listAccountsBody, listClientsBody, listLinkWaysBody],
  catalogues,
})
