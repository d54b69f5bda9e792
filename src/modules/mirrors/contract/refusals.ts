import { refusal } from '../../../kernel/refusal.ts'
import type { MirrorProblem } from '../provider.ts'

/** What keeps one from calendars elsewhere; in these words the page tells it too. Data: `address`. */
export const mirrorRefusals = {
  'address-wrong': refusal('mirror-address-wrong', 422),
  'address-private': refusal('mirror-address-private', 422),
  unreachable: refusal('mirror-unreachable', 422),
  'too-slow': refusal('mirror-too-slow', 422),
  'too-large': refusal('mirror-too-large', 422),
  'answer-wrong': refusal('mirror-answer-wrong', 422),
  'sign-in-refused': refusal('mirror-sign-in-refused', 422),
  'calendar-missing': refusal('mirror-calendar-missing', 422),
  'many-gone': refusal('mirror-many-gone', 409),
} as const satisfies Record<MirrorProblem, ReturnType<typeof refusal>>

export const accountEnded = refusal('mirror-account-ended', 409)
/** Data: `title`: the calendar that is kept the same as it already. */
export const mirroredAlready = refusal('calendar-mirrored-already', 409)
export const mirrorUnknown = refusal('calendar-not-mirrored', 404)
/** Data: `because`: the refusal of the calendar. */
export const mirrorCalendarRefused = refusal('mirror-calendar-refused', 409)
export const mirrorReadOnly = refusal('mirror-read-only', 409)
export const findingUnknown = refusal('mirror-finding-unknown', 404)
/** Data: `provider`. */
export const clientMissing = refusal('mirror-client-missing', 409)
export const consentOver = refusal('mirror-consent-over', 409)
export const linkWayUnknown = refusal('link-way-unknown', 404)
export const linkWayIncomplete = refusal('link-way-incomplete', 422)
