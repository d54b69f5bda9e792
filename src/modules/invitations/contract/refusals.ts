import { refusal } from '../../../kernel/refusal.ts'

/** Data: `title`. */
export const noGuestsOutside = refusal('no-guests-outside', 409)
/** Data: `email`. */
export const guestUnknown = refusal('invitation-guest-unknown', 404)
export const proposalUnknown = refusal('time-proposal-unknown', 404)
export const proposalSettled = refusal('time-proposal-settled', 409)
export const messageUnknown = refusal('invitation-message-unknown', 404)
export const messageSettled = refusal('invitation-message-settled', 409)
/** Data: `because`: the refusal of the calendar. */
export const meetingNotChanged = refusal('meeting-not-changed', 409)
/** Told to whoever has the link. */
export const invitationLinkClosed = refusal('invitation-link-closed', 404)
/** Data: `title`. Whose calendar it lies in, and whoever may write there, writes to its guests. */
export const notYourMeeting = refusal('not-your-meeting', 403)
export const nobodyToRemind = refusal('nobody-to-remind', 409)
export const dayHasNoMeetings = refusal('day-has-no-meetings', 409)
export const notOrganisedElsewhere = refusal('not-organised-elsewhere', 409)
