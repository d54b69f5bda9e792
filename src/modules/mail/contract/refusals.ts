import { refusal } from '../../../kernel/refusal.ts'
import type { MailProblem } from './shapes.ts'

/** No server is reached for it any more. */
export const mailboxOver = refusal('mail-mailbox-over', 409)
export const addressTaken = refusal('mail-address-taken', 409)
export const ownerMissing = refusal('mail-owner-missing', 422)
export const reachMissing = refusal('mail-reach-missing', 422)
export const mailClientMissing = refusal('mail-client-missing', 409)
export const mailConsentOver = refusal('mail-consent-over', 409)
export const draftNotOpen = refusal('mail-draft-not-open', 409)
export const draftChanged = refusal('mail-draft-changed', 409)
export const nobodyAddressed = refusal('mail-nobody-addressed', 422)
export const sendingPast = refusal('mail-sending-past', 422)
export const sentAlready = refusal('mail-sent-already', 409)
export const notDoubtful = refusal('mail-not-doubtful', 409)
export const noWayOut = refusal('mail-no-way-out', 409)
export const fileMissing = refusal('mail-file-missing', 422)
export const mailTooLarge = refusal('mail-too-large', 413)

/** What keeps one from a mailbox, as a refusal says it. */
export const mailRefusals = {
  'sign-in-refused': refusal('mail-sign-in-refused', 422),
  'folder-missing': refusal('mail-folder-missing', 422),
  unreachable: refusal('mail-unreachable', 422),
  'host-unknown': refusal('mail-host-unknown', 422),
  'not-encrypted': refusal('mail-not-encrypted', 422),
  certificate: refusal('mail-certificate', 422),
  broken: refusal('mail-broken', 422),
} as const satisfies Record<MailProblem, ReturnType<typeof refusal>>

export const deskOwnerUnknown = refusal('mail-owner-unknown', 422)
