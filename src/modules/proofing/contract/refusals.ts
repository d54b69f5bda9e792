import { refusal } from '../../../kernel/refusal.ts'

export const checkStateWrong = refusal('outgoing-check-not-so-far', 409)
export const memoEmpty = refusal('memo-empty', 422)
export const memoDoubtful = refusal('memo-doubtful', 409)
export const memoAuthorUnknown = refusal('memo-author-unknown', 422)
export const memoStepNotLast = refusal('memo-step-not-last', 409)
export const wordKnown = refusal('word-known-already', 409)
export const wordUnknown = refusal('word-not-there', 404)
