import { defineModule } from '../../kernel/implement.ts'
import * as answers from './commands/answers.ts'
import * as calendars from './commands/calendars.ts'
import { extendHorizonBody, giveRemindersBody, releaseUnusedBody } from './commands/clockwork.ts'
import { cancelEventBody, restoreEventBody } from './commands/end-events.ts'
import { holdTimesBody, releaseHoldBody } from './commands/holds.ts'
import { putObjectBody, removeObjectBody } from './commands/objects.ts'
import { changeEventBody, createEventBody, moveEventBody } from './commands/save-events.ts'
import { swapBookingsBody } from './commands/swap-bookings.ts'
import * as days from './commands/days.ts'
import { cancelServiceBody, changeServiceBody, followServicesBody, orderServiceBody } from './commands/services.ts'
import { calendarContract } from './contract.ts'
import { minutesJobBody, nightlyJobBody } from './jobs/clock.ts'
import { agendaBody, busyBody } from './queries/agenda.ts'
import * as calendarQueries from './queries/calendars.ts'
import { getEventBody, getObjectBody, listObjectsBody } from './queries/events.ts'
import * as dayQueries from './queries/days.ts'
import { myDayBody } from './queries/my-day.ts'
import { placeUseBody } from './queries/place-use.ts'
import { listServicesBody } from './queries/services.ts'
import { followServicesOnChange } from './reactions/follow-services.ts'
import { catalogues } from './words.ts'

export const calendar = defineModule({
  contract: calendarContract,
  commands: [
    ...Object.values(calendars),
    orderServiceBody,
    changeServiceBody,
    cancelServiceBody,
    followServicesBody,
    days.setBirthdayBody,
    days.removeBirthdayBody,
    days.importSchoolDaysBody,
    days.changeSchoolCalendarBody,
    days.mindSchoolHolidaysBody,
    days.chooseDaysBody,
    createEventBody,
    changeEventBody,
    moveEventBody,
    swapBookingsBody,
    cancelEventBody,
    restoreEventBody,
    answers.answerEventBody,
    answers.decideBookingBody,
    answers.checkInBody,
    putObjectBody,
    removeObjectBody,
    holdTimesBody,
    releaseHoldBody,
    extendHorizonBody,
    releaseUnusedBody,
    giveRemindersBody,
  ],
  queries: [
    ...Object.values(calendarQueries),
    agendaBody,
    myDayBody,
    ...Object.values(dayQueries),
    listServicesBody,
    placeUseBody,
    busyBody,
    getEventBody,
    listObjectsBody,
    getObjectBody,
  ],
  reactions: followServicesOnChange,
  jobs: [nightlyJobBody, minutesJobBody],
  catalogues,
})
