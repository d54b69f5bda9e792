import { defineModule } from '../../../src/kernel/implement.ts'
import { addThingBody } from './commands/add-thing.ts'
import { closeThingBody } from './commands/close-thing.ts'
import { reopenThingBody } from './commands/reopen-thing.ts'
import { sampleContract } from './contract.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'
import { getThingBody } from './queries/get-thing.ts'
import { listThingsBody } from './queries/list-things.ts'

export const sample = defineModule({
  contract: sampleContract,
  commands: [addThingBody, closeThingBody, reopenThingBody],
  queries: [listThingsBody, getThingBody],
  catalogues: { en, sv, nb, nl, ro, pt },
})
