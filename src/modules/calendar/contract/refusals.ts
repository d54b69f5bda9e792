import { refusal } from '../../../kernel/refusal.ts'

/** Data: `calendarId`, `title` of the place, `start` and `end` of what is taken, `next`: up to three free starts. */
export const placeTaken = refusal('place-taken', 409)
/** Data: `calendarId`, `title`, `reason` of `placeReasons`. */
export const placeNotGiven = refusal('place-not-given', 409)
/** Data: `line`, `why`. */
export const ruleUnreadable = refusal('rule-unreadable', 422)
export const ruleTooCostly = refusal('rule-too-costly', 422)
/** Data: `most`. */
export const tooManyInstances = refusal('too-many-instances', 422)
export const noInstances = refusal('no-instances', 422)
export const calendarReadOnly = refusal('calendar-read-only', 403)
export const calendarRetired = refusal('calendar-retired', 409)
export const zoneUnknown = refusal('zone-unknown', 422)
export const timeReversed = refusal('time-reversed', 422)
export const instanceUnknown = refusal('instance-unknown', 404)
export const eventOver = refusal('event-over', 409)
export const notInvited = refusal('not-invited', 409)
export const calendarPersonUnknown = refusal('calendar-person-unknown', 422)
export const mainCalendarStays = refusal('main-calendar-stays', 409)
export const nothingToDecide = refusal('nothing-to-decide', 409)
export const notCheckedIn = refusal('not-time-to-check-in', 409)
/** One and the same event, none of the two has a room of its own, or one lasts whole days and the other hours. */
export const nothingToSwap = refusal('nothing-to-swap', 409)
export const shareUnknown = refusal('share-unknown', 404)
export const holdUnknown = refusal('hold-unknown', 404)
/** Data: `line`, `why`. */
export const objectUnreadable = refusal('object-unreadable', 422)
/** Data: `uid`, `href` under which it lies there already. */
export const uidTaken = refusal('uid-taken', 409)
/** Data: `etag` of what lies there now. */
export const objectChanged = refusal('object-changed', 409)
export const objectUnknown = refusal('object-unknown', 404)
