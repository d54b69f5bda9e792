import { defineModule } from '../../kernel/implement.ts'
import * as counter from './commands/counter.ts'
import * as expected from './commands/expected.ts'
import { followEventBody } from './commands/follow-event.ts'
import * as house from './commands/house.ts'
import * as inside from './commands/inside.ts'
import * as kiosk from './commands/kiosk.ts'
import * as nightly from './commands/nightly.ts'
import { visitorsContract } from './contract.ts'
import * as jobs from './jobs/jobs.ts'
import { getKeyBody, getParcelBody, listKeysBody, listParcelsBody } from './queries/counter.ts'
import { dueNowBody, getPaperBody, letterToSendBody } from './queries/for-jobs.ts'
import { buildingBody, getSettingsBody, listKiosksBody } from './queries/house.ts'
import { getVisitorBody, listVisitorsBody, listWaitingBody } from './queries/visitors.ts'
import { followCalendar } from './reactions/follow-calendar.ts'
import { catalogues } from './words.ts'

export { visitorRoutes } from './doors.ts'

export const visitors = defineModule({
  contract: visitorsContract,
  commands: [
    expected.expectVisitorBody,
    expected.expectGroupBody,
    expected.changeVisitorBody,
    expected.cancelVisitorBody,
    expected.expectAgainBody,
    inside.signInBody,
    inside.signInWalkInBody,
    inside.takeBackArrivalBody,
    inside.meetVisitorBody,
    inside.callVisitorBody,
    inside.signOutBody,
    inside.bringBackBody,
    inside.tellHostAgainBody,
    followEventBody,
    nightly.noteWelcomedBody,
    nightly.noteFiledBody,
    nightly.closeDaysBody,
    nightly.eraseVisitorBody,
    house.changeSettingsBody,
    house.createKioskBody,
    house.revokeKioskBody,
    house.beginRollBody,
    house.tickPersonBody,
    house.untickPersonBody,
    house.endRollBody,
    kiosk.kioskSignInBody,
    kiosk.kioskSignOutBody,
    kiosk.kioskParcelBody,
    kiosk.keepPhotoBody,
    counter.createKeyBody,
    counter.lendKeyBody,
    counter.returnKeyBody,
    counter.loseKeyBody,
    counter.takeParcelBody,
    counter.handOverParcelBody,
    counter.returnParcelBody,
    counter.importVouchersBody,
    counter.issueSlipBody,
    counter.remindCounterBody,
  ],
  queries: [
    listVisitorsBody,
    getVisitorBody,
    listWaitingBody,
    buildingBody,
    getSettingsBody,
    listKiosksBody,
    listKeysBody,
    getKeyBody,
    listParcelsBody,
    getParcelBody,
    getPaperBody,
    letterToSendBody,
    dueNowBody,
  ],
  jobs: [
    jobs.tellJobBody,
    jobs.badgeJobBody,
    jobs.welcomeJobBody,
    jobs.fileJobBody,
    jobs.nightJobBody,
    jobs.remindJobBody,
  ],
  reactions: followCalendar,
  catalogues,
})
