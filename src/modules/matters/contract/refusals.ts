import { refusal } from '../../../kernel/refusal.ts'

export const matterClosed = refusal('matter-closed')
export const matterNotClosed = refusal('matter-not-closed')
export const matterNotWaiting = refusal('matter-not-waiting')
/** Tasks that nobody has decided on; `titles` names those that the caller may see. */
export const matterHasOpen = refusal('matter-has-open')
export const matterLacks = refusal('matter-lacks')
/** A task could not be ended as was wanted; `because` is the refusal it met. */
export const openNotEnded = refusal('matter-task-not-ended')
export const recordNotBindable = refusal('record-not-bindable', 422)
export const recordBound = refusal('record-bound')
export const recordNotBound = refusal('record-not-bound', 404)
export const targetBeforeStart = refusal('target-before-start', 422)
export const partyKnown = refusal('matter-party-known')
export const partyUnknown = refusal('matter-party-unknown', 404)
export const itemUnknown = refusal('matter-item-unknown', 404)
export const itemsFull = refusal('matter-items-full')
export const matterSame = refusal('matter-same', 422)
export const matterLaxer = refusal('matter-laxer')
export const matterNotMerged = refusal('matter-not-merged')
export const patternInvalid = refusal('number-pattern-invalid', 422)
export const patternTaken = refusal('number-pattern-taken')
export const numberTaken = refusal('matter-number-taken')
export const kindRetired = refusal('matter-kind-retired')
export const kindStandard = refusal('matter-kind-standard')
export const kindNotRetired = refusal('matter-kind-not-retired')
/** A bound record was to be set apart below its matter. */
export const belowMatter = refusal('class-below-matter')
