import { defineModule } from '../../kernel/implement.ts'
import * as log from './commands/calls.ts'
import { hearCallBody } from './commands/hear.ts'
import * as setup from './commands/setup.ts'
import * as ends from './commands/slip-ends.ts'
import { changeSlipBody, handOverSlipBody, readSlipBody, takeSlipBody } from './commands/slips.ts'
import { callsContract } from './contract.ts'
import { escalateSlipJobBody, watchSlipsJobBody } from './jobs/jobs.ts'
import { getCallBody, listCallsBody, ringingBody } from './queries/calls.ts'
import { cardBody, whoIsBody } from './queries/card.ts'
import { getSetupBody } from './queries/setup.ts'
import { dueSlipsBody, getSlipBody, listSlipsBody } from './queries/slips.ts'
import { listWaitingBody } from './queries/waiting.ts'
import { followTasks } from './reactions/follow-tasks.ts'
import { catalogues } from './words.ts'

export const calls = defineModule({
  contract: callsContract,
  commands: [
    takeSlipBody,
    changeSlipBody,
    readSlipBody,
    handOverSlipBody,
    ends.finishSlipBody,
    ends.reopenSlipBody,
    ends.withdrawSlipBody,
    ends.escalateSlipBody,
    ends.calledBackBody,
    log.logCallBody,
    log.noteCallBody,
    log.handOverCallBody,
    log.settleCallBody,
    log.removeCallBody,
    hearCallBody,
    setup.addLineBody,
    setup.changeLineBody,
    setup.removeLineBody,
    setup.addWireBody,
    setup.changeWireBody,
    setup.removeWireBody,
    setup.changeSettingsBody,
  ],
  queries: [
    listSlipsBody,
    getSlipBody,
    listCallsBody,
    getCallBody,
    whoIsBody,
    cardBody,
    ringingBody,
    listWaitingBody,
    getSetupBody,
    dueSlipsBody,
  ],
  jobs: [escalateSlipJobBody, watchSlipsJobBody],
  reactions: followTasks,
  catalogues,
})
