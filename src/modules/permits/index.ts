import { defineModule } from '../../kernel/implement.ts'
import { adoptDocumentBody } from './commands/adopt-document.ts'
import * as steps from './commands/application-steps.ts'
import { addConditionBody, checkConditionBody, noteCheckedBody, removeConditionBody } from './commands/conditions.ts'
import { changePermitBody, createPermitBody } from './commands/create-permit.ts'
import { changeApplicationBody, registerApplicationBody, setDeskBody } from './commands/desk.ts'
import { hearPartyBody, noteAnswerBody, removeHearingBody } from './commands/hearings.ts'
import * as permitSteps from './commands/permit-steps.ts'
import { raiseDueBody } from './commands/raise-due.ts'
import { addRequirementBody, removeRequirementBody, setRequirementBody } from './commands/requirements.ts'
import { permitsContract } from './contract.ts'
import { dueJobBody } from './jobs/due.ts'
import * as desk from './queries/applications.ts'
import { countDueBody, getPermitBody, listAdoptableBody, listPermitsBody } from './queries/permits.ts'
import { followTasks } from './reactions/follow-tasks.ts'
import { catalogues } from './words.ts'

export const permits = defineModule({
  contract: permitsContract,
  commands: [
    createPermitBody,
    changePermitBody,
    addRequirementBody,
    removeRequirementBody,
    setRequirementBody,
    ...Object.values(permitSteps),
    addConditionBody,
    removeConditionBody,
    checkConditionBody,
    noteCheckedBody,
    adoptDocumentBody,
    setDeskBody,
    registerApplicationBody,
    changeApplicationBody,
    ...Object.values(steps),
    hearPartyBody,
    removeHearingBody,
    noteAnswerBody,
    raiseDueBody,
  ],
  queries: [listPermitsBody, getPermitBody, listAdoptableBody, countDueBody, ...Object.values(desk)],
  jobs: [dueJobBody],
  reactions: followTasks,
  catalogues,
})
