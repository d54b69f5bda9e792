import { refusal } from '../../../kernel/refusal.ts'

export const oncallZoneUnknown = refusal('oncall-zone-unknown', 422)
export const oncallPersonUnknown = refusal('oncall-person-unknown', 422)
/** A step asks for a layer that the rota does not have. */
export const layerUnknown = refusal('oncall-layer-unknown', 422)
/** Data: `title`, `count`, `reasons`. */
export const rotaNotReady = refusal('rota-not-ready', 409)
/** Data: `title`. */
export const rotaNotLive = refusal('rota-not-live', 409)
/** It has passed, ends before it begins, or is longer than a year. */
export const spanWrong = refusal('oncall-span-wrong', 422)
export const overrideUnknown = refusal('override-unknown', 404)
export const swapUnknown = refusal('swap-unknown', 404)
export const swapSettled = refusal('swap-settled', 409)
/** The stretch is not wholly that of whoever gives it. Data: `name`. */
export const notTheirTurn = refusal('not-their-turn', 409)
/** Data: `name`. */
export const swapAway = refusal('swap-away', 409)
/** Data: `name`, `count`. */
export const tooManyNights = refusal('too-many-nights', 409)
/** The answer is another's to give. */
export const swapNotYours = refusal('swap-not-yours', 403)
export const mayNotRaise = refusal('may-not-raise', 403)
/** Data: `kind`. */
export const alarmKindUnknown = refusal('alarm-kind-unknown', 422)
/** Data: `title`. */
export const alarmOver = refusal('alarm-over', 409)
export const alarmTaken = refusal('alarm-taken', 409)
/** All steps of all rounds have been taken. */
export const noFurtherStep = refusal('no-further-step', 409)
export const workedUnknown = refusal('worked-by-nobody', 422)
export const phoneWrong = refusal('oncall-phone-wrong', 422)
export const windowWrong = refusal('oncall-window-wrong', 422)
/** What the link of an alarm tells: it opens nothing. */
export const alarmLinkClosed = refusal('alarm-link-closed', 404)
