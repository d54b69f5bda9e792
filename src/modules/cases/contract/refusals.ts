import { refusal } from '../../../kernel/refusal.ts'

/** Data: `title`. */
export const caseNotSoFar = refusal('case-not-so-far', 409)
export const casePersonUnknown = refusal('case-person-unknown', 422)
export const caseKindUnknown = refusal('case-kind-unknown', 404)
export const causeUnknown = refusal('cause-unknown', 404)
/** Data: `title`. */
export const causeMissing = refusal('cause-missing', 422)
export const caseNoAddress = refusal('case-no-address', 422)
export const caseReceivedLater = refusal('case-received-later', 422)
export const entryUnknown = refusal('case-entry-unknown', 404)
export const remedyUnknown = refusal('remedy-unknown', 404)
export const remedyMoneyMissing = refusal('remedy-money-missing', 422)
export const repeatOfItself = refusal('repeat-of-itself', 422)
export const nameTaken = refusal('case-name-taken', 409)
export const foundPromiseUnknown = refusal('found-promise-unknown', 404)
/** Data: `on`. */
export const foundPromisePast = refusal('found-promise-past', 422)
export const answerRetired = refusal('answer-retired', 409)
export const answerTextLast = refusal('answer-text-last', 409)
/** What somebody outside is told: the link opens nothing. */
export const verdictLinkClosed = refusal('verdict-link-closed', 404)
