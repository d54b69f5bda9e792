import { defineModule } from '../../kernel/implement.ts'
import * as alarms from './commands/alarms.ts'
import { keepTurnsBody, pauseRotaBody, publishRotaBody, writeCalendarsBody } from './commands/live.ts'
import { giveTurnBody, setPhoneBody, takeBackTurnBody } from './commands/overrides.ts'
import { changeRotaBody, createRotaBody, setLayersBody, setStepsBody } from './commands/rotas.ts'
import { answerSwapBody, askSwapBody, withdrawSwapBody } from './commands/swaps.ts'
import { oncallContract } from './contract.ts'
import * as jobs from './jobs/jobs.ts'
import { attemptToSendBody, dueAlarmsBody, getAlarmBody, listAlarmsBody, myTurnsBody } from './queries/alarms.ts'
import { getRotaBody, listRotasBody, whoBody } from './queries/rotas.ts'
import { getHoursBody, getScheduleBody } from './queries/schedule.ts'
import { catalogues } from './words.ts'

export const oncall = defineModule({
  contract: oncallContract,
  commands: [
    createRotaBody,
    changeRotaBody,
    setLayersBody,
    setStepsBody,
    publishRotaBody,
    pauseRotaBody,
    giveTurnBody,
    takeBackTurnBody,
    askSwapBody,
    answerSwapBody,
    withdrawSwapBody,
    setPhoneBody,
    keepTurnsBody,
    writeCalendarsBody,
    alarms.raiseAlarmBody,
    alarms.acknowledgeAlarmBody,
    alarms.escalateAlarmBody,
    alarms.resolveAlarmBody,
    alarms.stepAlarmBody,
    alarms.recordAttemptBody,
    alarms.takeAlarmBody,
  ],
  queries: [
    listRotasBody,
    getRotaBody,
    getScheduleBody,
    whoBody,
    myTurnsBody,
    listAlarmsBody,
    getAlarmBody,
    getHoursBody,
    attemptToSendBody,
    dueAlarmsBody,
  ],
  jobs: [jobs.writeCalendarsJobBody, jobs.keepTurnsJobBody, jobs.escalateJobBody, jobs.watchJobBody, jobs.tellJobBody],
  catalogues,
})
