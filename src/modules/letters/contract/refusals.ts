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
export const officeFileUnreadable = refusal('letter-file-unreadable', 422)
export const officeFileLocked = refusal('letter-file-locked', 422)
/** It runs something, or fetches something from elsewhere. */
export const officeFileUnsafe = refusal('letter-file-unsafe', 422)
/** Nobody has looked through that file: it comes by `POST /api/letters/files`. */
export const officeFileUnknown = refusal('letter-file-unknown', 422)
/** data: `fields`, each with the words around it. */
export const officeFieldsUnknown = refusal('letter-file-fields-unknown', 422)
/** data: `title`, `who`, `until`. */
export const letterBeingEdited = refusal('letter-being-edited', 423)
/** Its time is over, or it is somebody else's. */
export const openingOver = refusal('letter-opening-over', 409)
/** No word processor was set up that makes a PDF of a Word file. */
export const noConverter = refusal('letter-no-converter', 409)
export const templatesThere = refusal('letter-templates-there', 409)
/** The register did not take it; data: `why`, the name of its refusal. */
export const notRegistered = refusal('letter-not-registered', 409)
