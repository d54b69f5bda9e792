import { refusal } from '../../../kernel/refusal.ts'

/** data: `title`. */
export const letterNotSoFar = refusal('letter-not-so-far', 409)
/** Fields that nothing is known for; data: `fields`. */
export const letterIncomplete = refusal('letter-incomplete', 422)
export const recipientMissing = refusal('letter-recipient-missing', 422)
export const letterEmpty = refusal('letter-empty', 422)
export const addressMissing = refusal('letter-mail-address-missing', 422)
export const versionUnknown = refusal('letter-version-unknown', 404)
export const variantUnknown = refusal('letter-variant-unknown', 404)
export const variantLast = refusal('letter-variant-last', 409)
/** data: `title`. */
export const templateRetired = refusal('letter-template-retired', 409)
export const pictureUnfit = refusal('letter-picture-unfit', 422)
export const templatesThere = refusal('letter-templates-there', 409)
/** The register did not take it; data: `why`, the name of its refusal. */
export const notRegistered = refusal('letter-not-registered', 409)
