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
/** The page is closed, or books no such meeting: to whoever asks from outside they are one. */
export const bookingPageShut = refusal('booking-page-shut', 404)
export const bookingPageOpen = refusal('booking-page-open', 409)
export const answersMissing = refusal('answers-missing', 422)
/** Data: `next`: up to three starts that are free. */
export const bookingTimeGone = refusal('booking-time-gone', 409)
/** It was cancelled, declined or has freed itself. */
export const bookingOver = refusal('booking-over', 409)
/** Too close to its beginning to be changed by the guest. */
export const bookingTooLate = refusal('booking-too-late', 409)
export const bookingsTooMany = refusal('bookings-too-many', 409)
/** Data: `id`: somebody whose calendar one may not write in. */
export const hostNotGiven = refusal('host-not-given', 403)
/** Data: `way`: how many people it takes. */
export const hostsUnfit = refusal('hosts-unfit', 422)
/** What somebody outside is told: the link opens nothing. */
export const bookingLinkClosed = refusal('booking-link-closed', 404)
