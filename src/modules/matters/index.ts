import { defineModule } from '../../kernel/implement.ts'
import { bindRecordBody, unbindRecordBody } from './commands/bind-record.ts'
import { changeMatterBody } from './commands/change-matter.ts'
import { closeMatterBody, reopenMatterBody } from './commands/close-matter.ts'
import { createMatterBody } from './commands/create-matter.ts'
import { handOverBody } from './commands/hand-over.ts'
import { addItemBody, removeItemBody, tickItemBody, untickItemBody } from './commands/items.ts'
import { keepClassBody } from './commands/keep-class.ts'
import { changeKindBody, createKindBody, restoreKindBody, retireKindBody } from './commands/kinds.ts'
import { mergeMattersBody, unmergeMattersBody } from './commands/merge-matters.ts'
import { addPartyBody, removePartyBody } from './commands/parties.ts'
import { resumeMatterBody, waitMatterBody } from './commands/waiting.ts'
import { mattersContract } from './contract.ts'
import { getCoverBody } from './queries/get-cover.ts'
import { getMatterBody } from './queries/get-matter.ts'
import { getKindBody, listKindsBody } from './queries/kinds.ts'
import { listMattersBody } from './queries/list-matters.ts'
import { bindPart } from './reactions/bind-part.ts'
import { keepClassOfBound } from './reactions/keep-class.ts'
import { bindRequestedFiles } from './reactions/requested-files.ts'
import { catalogues } from './words.ts'

export const matters = defineModule({
  contract: mattersContract,
  commands: [
    createMatterBody,
    changeMatterBody,
    handOverBody,
    waitMatterBody,
    resumeMatterBody,
    closeMatterBody,
    reopenMatterBody,
    mergeMattersBody,
    unmergeMattersBody,
    bindRecordBody,
    unbindRecordBody,
    addPartyBody,
    removePartyBody,
    addItemBody,
    tickItemBody,
    untickItemBody,
    removeItemBody,
    keepClassBody,
    createKindBody,
    changeKindBody,
    retireKindBody,
    restoreKindBody,
  ],
  queries: [listMattersBody, getMatterBody, getCoverBody, listKindsBody, getKindBody],
  reactions: [keepClassOfBound, bindPart, ...bindRequestedFiles],
  catalogues,
})
