import { refusal } from '../../../kernel/refusal.ts'

/** Data: `title`, `state`. */
export const visitorNotExpected = refusal('visitor-not-expected', 409)
export const visitorNotInside = refusal('visitor-not-inside', 409)
export const visitorNotGone = refusal('visitor-not-gone', 409)
export const visitorNotWaiting = refusal('visitor-not-waiting', 409)
export const visitorStillExpected = refusal('visitor-still-expected', 409)
/** Data: `title`. */
export const visitorInsideAlready = refusal('visitor-inside-already', 409)
export const visitorOverBefore = refusal('visitor-over-before', 422)
export const visitorDayPast = refusal('visitor-day-past', 422)
export const visitorHostUnknown = refusal('visitor-host-unknown', 422)
export const visitorCodeUnknown = refusal('visitor-code-unknown', 404)
export const agreementMissing = refusal('agreement-missing', 422)
/** The link of a kiosk that was revoked, or never was. */
export const kioskClosed = refusal('kiosk-closed', 404)
export const rollGoesOn = refusal('roll-goes-on', 409)
export const rollOver = refusal('roll-over', 409)
export const notOnRoll = refusal('not-on-roll', 409)
/** Data: `title`, `name`: who has it. */
export const keyLentAlready = refusal('key-lent-already', 409)
export const keyNotLent = refusal('key-not-lent', 409)
export const keyNumberTaken = refusal('key-number-taken', 409)
export const keyDuePast = refusal('key-due-past', 422)
export const parcelEnded = refusal('held-parcel-ended', 409)
export const vouchersUsedUp = refusal('vouchers-used-up', 409)
export const plateMissing = refusal('plate-missing', 422)
