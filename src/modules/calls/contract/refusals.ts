import { refusal } from '../../../kernel/refusal.ts'

export const callsPersonUnknown = refusal('calls-person-unknown', 422)
/** Neither a name, nor a number, nor somebody of the directory. */
export const callerMissing = refusal('caller-missing', 422)
/** Data: `title`. */
export const slipOver = refusal('slip-over', 409)
/** Data: `title`. */
export const slipOpen = refusal('slip-open', 409)
/** It is for somebody else. */
export const slipNotYours = refusal('slip-not-yours', 403)
/** Somebody has read it: what they know cannot be taken back. */
export const slipRead = refusal('slip-read', 409)
/** Data: `title`. */
export const callGoingOn = refusal('call-going-on', 409)
/** A telephone system told of it: it is not a person's to take away. */
export const callTold = refusal('call-told', 409)
export const callTimeWrong = refusal('call-time-wrong', 422)
/** Data: `toldAs`. */
export const lineKnown = refusal('line-known', 409)
export const wireRetired = refusal('wire-retired', 409)
/** What the address of a wire tells: it opens nothing. */
export const wireClosed = refusal('wire-closed', 404)
/** Not all that is needed to speak with it was given, or the secret is not one that was sealed here. */
export const wireFactsMissing = refusal('wire-facts-missing', 422)
/** Data: `host`. */
export const wireRefusals = {
  unreachable: refusal('wire-unreachable', 422),
  'host-unknown': refusal('wire-host-unknown', 422),
  'not-a-telephone-system': refusal('wire-strange', 422),
  'sign-in-refused': refusal('wire-sign-in-refused', 422),
  broken: refusal('wire-broken', 422),
} as const
export const extensionTaken = refusal('extension-taken', 409)
/** Nobody has said which telephone stands on their desk. */
export const telephoneMissing = refusal('telephone-missing', 422)
export const numberWrong = refusal('number-wrong', 422)
/** Data: `title`. */
export const callNotTransferable = refusal('call-not-transferable', 409)
export const voicemailSourceMissing = refusal('voicemail-source-missing', 422)
