import { defineModule } from '../../kernel/implement.ts'
import { setLetterheadBody } from './commands/letterhead.ts'
import {
  createLetterBody,
  discardLetterBody,
  restoreLetterBody,
  restoreVersionBody,
  saveLetterBody,
} from './commands/letters.ts'
import * as steps from './commands/steps.ts'
import * as templates from './commands/templates.ts'
import { lettersContract } from './contract.ts'
import { letterRoutes as ownRoutes } from './doors.ts'
import { fileLetterBody, mailLetterBody } from './jobs/letters.ts'
import * as mergeActs from './merge/commands.ts'
import { mergeRoutes } from './merge/doors.ts'
import { runMergeBody } from './merge/job.ts'
import * as mergeQueries from './merge/queries.ts'
import * as letterQueries from './queries/letters.ts'
import * as templateQueries from './queries/templates.ts'
import * as office from './office/commands.ts'
import { showOpeningBody } from './queries/opening.ts'
import { letterToSendBody } from './queries/to-send.ts'
import { settleFiledLetters } from './reactions/settle-filed.ts'
import { catalogues } from './words.ts'

export { useWordProcessor } from './office/convert.ts'
export { findOpenLetter } from './office/door.open.ts'
export { letterFileAct } from './office/take-in.ts'
export const letterRoutes = [...ownRoutes, ...mergeRoutes]

export const letters = defineModule({
  contract: lettersContract,
  commands: [
    createLetterBody,
    saveLetterBody,
    restoreVersionBody,
    discardLetterBody,
    restoreLetterBody,
    ...Object.values(steps),
    ...Object.values(templates),
    setLetterheadBody,
    ...Object.values(office),
    ...Object.values(mergeActs),
  ],
  queries: [
    ...Object.values(letterQueries),
    ...Object.values(templateQueries),
    ...Object.values(mergeQueries),
    letterToSendBody,
    showOpeningBody,
  ],
  jobs: [fileLetterBody, mailLetterBody, runMergeBody],
  reactions: [settleFiledLetters],
  catalogues,
})
