import { refusal } from '../../../kernel/refusal.ts'

export const superiorUnknown = refusal('superior-unknown', 422)
/** Somebody would lead their own superior. */
export const superiorCircle = refusal('superior-circle', 422)
export const notTheirSuperior = refusal('not-their-superior', 403)
export const withoutSuperior = refusal('without-superior', 409)
export const markEnded = refusal('review-mark-ended', 409)
export const markNotEnded = refusal('review-mark-not-ended', 409)
export const workNotOpen = refusal('work-not-open', 409)
export const workNotYours = refusal('work-not-yours', 403)
export const alreadyShown = refusal('work-already-shown', 409)
export const reviewNotOpen = refusal('review-not-open', 409)
export const reviewNotReviewed = refusal('review-not-reviewed', 409)
export const reviewNotYours = refusal('review-not-yours', 403)
