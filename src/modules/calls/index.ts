import { defineModule } from '../../kernel/implement.ts'
import * as log from './commands/calls.ts'
import { hearCallBody } from './commands/hear.ts'
import * as phones from './commands/phones.ts'
import * as setup from './commands/setup.ts'
import * as ends from './commands/slip-ends.ts'
import { changeSlipBody, handOverSlipBody, readSlipBody, takeSlipBody } from './commands/slips.ts'
import { dialBody, notePlacingBody, transferCallBody } from './commands/placing.ts'
import { connectWireBody, noteWireBody, reconnectWireBody, setExtensionBody } from './commands/wires.ts'
import { tellCallBody } from './commands/tell-call.ts'
import { callsContract } from './contract.ts'
import { escalateSlipJobBody, watchSlipsJobBody } from './jobs/jobs.ts'
import { placeCallJobBody, putThroughJobBody } from './jobs/placing.ts'
import { getCallBody, listCallsBody, ringingBody } from './queries/calls.ts'
import { cardBody, whoIsBody } from './queries/card.ts'
import { callToPlaceBody, lostCallsBody, myTelephonesBody } from './queries/placing.ts'
import { getPhoneBody, getPhoneServerBody, listPhonesBody } from './queries/phones.ts'
import { getSetupBody } from './queries/setup.ts'
import { dueSlipsBody, getSlipBody, getSoundBody, listSlipsBody } from './queries/slips.ts'
import { listWaitingBody } from './queries/waiting.ts'
import { followTasks } from './reactions/follow-tasks.ts'
import { lookForVoicemailBody, takeVoicemailBody, voicemailReactions } from './voicemail/commands.ts'
import { readVoicemailJobBody } from './voicemail/job.ts'
import { soundStream } from './voicemail/sound.http.ts'
import { catalogues } from './words.ts'

export { wireActs } from './doors.acts.ts'
export { openLinesDoor } from './doors.lines.ts'
export const callRoutes = [soundStream] as const

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
    connectWireBody,
    reconnectWireBody,
    noteWireBody,
    setExtensionBody,
    dialBody,
    transferCallBody,
    notePlacingBody,
    lookForVoicemailBody,
    takeVoicemailBody,
    setup.addLineBody,
    setup.changeLineBody,
    setup.removeLineBody,
    setup.addWireBody,
    setup.changeWireBody,
    setup.removeWireBody,
    setup.changeSettingsBody,
    phones.setPhoneServerBody,
    phones.removePhoneServerBody,
    phones.setPhoneBody,
    phones.setOwnPhoneBody,
    phones.removePhoneBody,
    phones.removeOwnPhoneBody,
    tellCallBody,
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
    getPhoneBody,
    getPhoneServerBody,
    listPhonesBody,
    dueSlipsBody,
    getSoundBody,
    myTelephonesBody,
    callToPlaceBody,
    lostCallsBody,
  ],
  jobs: [escalateSlipJobBody, watchSlipsJobBody, placeCallJobBody, putThroughJobBody, readVoicemailJobBody],
  reactions: [...followTasks, ...voicemailReactions],
  catalogues,
})
