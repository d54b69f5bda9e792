import { refusal } from '../../../kernel/refusal.ts'

/** Data: `title`. */
export const signingClosed = refusal('signing-closed', 409)
export const signerNotYou = refusal('signer-not-you', 409)
export const signerNotYet = refusal('signer-not-yet', 409)
export const signerDone = refusal('signer-done', 409)
/** The file was changed since it was shown. */
export const signingChanged = refusal('signing-changed', 409)
export const signingUnopened = refusal('signing-unopened', 409)
export const signerUnknown = refusal('signer-unknown', 404)
/** No PDF and no picture, or not read yet. Data: `title`. */
export const documentUnsignable = refusal('document-unsignable', 422)
/** Data: `title`. */
export const signingThere = refusal('signing-there', 409)
export const signerIncomplete = refusal('signer-incomplete', 422)
export const signerTwice = refusal('signer-twice', 409)
/** Data: `name`. */
export const signerBlind = refusal('signer-blind', 422)
/** What is secret goes to nobody by a link. */
export const signingTooSecret = refusal('signing-too-secret', 409)
/** What is confidential needs a code by text message. Data: `name`. */
export const signerNeedsPhone = refusal('signer-needs-phone', 422)
export const signingDuePast = refusal('signing-due-past', 422)
export const fieldOffPage = refusal('field-off-page', 422)
export const reasonMissing = refusal('signing-reason-missing', 422)
export const questionNone = refusal('signing-question-none', 409)
/** No service is connected. */
export const serviceMissing = refusal('service-missing', 409)
/** All sign by the service, or nobody; and nobody is replaced there. */
export const serviceWhole = refusal('service-whole', 422)
export const serviceInUse = refusal('service-in-use', 409)
/** Data: `said`. */
export const serviceUnreachable = refusal('service-unreachable', 409)
export const serviceSignIn = refusal('service-sign-in', 422)
export const signerNotOnPaper = refusal('signer-not-on-paper', 409)
/** Told to whoever has the link: it opens nothing, or no more. */
export const signLinkClosed = refusal('sign-link-closed', 404)
export const signCodeWrong = refusal('sign-code-wrong', 403)
export const signCodeNeeded = refusal('sign-code-needed', 403)
export const signCodeTooOften = refusal('sign-code-too-often', 429)
