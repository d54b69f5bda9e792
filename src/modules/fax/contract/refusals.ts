import { refusal } from '../../../kernel/refusal.ts'

export const numberWrong = refusal('fax-number-wrong', 422)
/** Data: `number`, `name` of whom it may be meant for or belongs to. */
export const numberDoubtful = refusal('fax-number-doubtful', 409)
export const notDrawable = refusal('fax-not-drawable', 409)
export const noLine = refusal('fax-no-line', 422)
export const lineTwice = refusal('fax-line-twice', 409)
export const lineUnfit = refusal('fax-line-unfit', 422)
export const lineRetired = refusal('fax-line-retired', 409)
export const faxStateWrong = refusal('fax-state-wrong', 409)
export const faxPersonUnknown = refusal('fax-person-unknown', 404)
