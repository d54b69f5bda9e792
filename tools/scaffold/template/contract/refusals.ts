import { refusal } from '../../../../src/kernel/refusal.ts'

export const thingNotOpen = refusal('thing-not-open', 409)
export const thingNotClosed = refusal('thing-not-closed', 409)
