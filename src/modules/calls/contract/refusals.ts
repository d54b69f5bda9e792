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
