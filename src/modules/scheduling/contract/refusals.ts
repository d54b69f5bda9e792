import { refusal } from '../../../kernel/refusal.ts'

/** Data: `weekday`. */
export const hoursOverlap = refusal('hours-overlap', 422)
export const schedulingZoneUnknown = refusal('scheduling-zone-unknown', 422)
export const schedulingPersonUnknown = refusal('scheduling-person-unknown', 422)
export const sitesAlike = refusal('sites-alike', 422)
export const nobodyComes = refusal('nobody-comes', 422)
/** The time lies in the past, or ends before it begins. */
export const slotOver = refusal('slot-over', 422)
export const windowTooLong = refusal('window-too-long', 422)
/** Data: `title`. */
export const proposalNotOpen = refusal('proposal-not-open', 409)
export const proposedTimeUnknown = refusal('proposed-time-unknown', 404)
export const timesTwice = refusal('times-twice', 422)
/** No one room is free at every time that is proposed. */
export const noRoomForAll = refusal('no-room-for-all', 409)
export const nobodyToAsk = refusal('nobody-to-ask', 422)
export const nobodyToRemind = refusal('nobody-to-remind', 409)
/** What somebody outside is told: the link opens nothing. */
export const timesLinkClosed = refusal('times-link-closed', 404)
/** Somebody else was quicker. */
export const timeGone = refusal('time-gone', 409)
export const bookingPageShut = refusal('booking-page-shut', 404)
export const answersMissing = refusal('answers-missing', 422)
