import { refusal } from '../../../kernel/refusal.ts'
import type { Unfit } from './lengths.ts'

export const outletTwice = refusal('outlet-twice', 409)
export const outletRetired = refusal('outlet-retired', 409)
export const publisherUnknown = refusal('publisher-not-found', 422)
export const outletMissing = refusal('publication-without-outlet', 422)
export const timeMissing = refusal('publication-without-time', 422)
export const timePassed = refusal('publication-time-passed', 422)
export const altMissing = refusal('alt-text-missing', 422)
export const pictureWrong = refusal('publication-picture-unfit', 422)
export const publicationConfidential = refusal('publication-confidential', 422)
export const publicationStateWrong = refusal('publication-not-so-far', 409)
export const placementStateWrong = refusal('placement-not-so-far', 409)
export const allHeld = refusal('publishing-held', 409)
export const notHeld = refusal('publishing-not-held', 409)
export const pageStateWrong = refusal('page-change-not-so-far', 409)
export const pageSame = refusal('page-change-nothing', 422)
export const wireUnreachable = refusal('outlet-unreachable', 422)
export const wireSignIn = refusal('outlet-sign-in-refused', 422)
export const wireAddress = refusal('outlet-address-wrong', 422)
export const wireAnswer = refusal('outlet-answer-unknown', 422)
export const wireMissing = refusal('outlet-not-connected', 409)

export const unfit: Readonly<Record<Unfit, ReturnType<typeof refusal>>> = {
  'text-too-long': refusal('publication-too-long', 422),
  'pictures-too-many': refusal('publication-pictures-many', 422),
  'picture-missing': refusal('publication-picture-missing', 422),
  'hashtags-too-many': refusal('publication-hashtags-many', 422),
  'text-missing': refusal('publication-empty', 422),
}
export const unfitRefusals = Object.values(unfit)
