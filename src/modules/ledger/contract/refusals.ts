import { refusal } from '../../../kernel/refusal.ts'

export const booksNotKept = refusal('books-not-kept', 409)
export const booksSetUp = refusal('books-already-set-up', 409)
export const entryUnbalanced = refusal('entry-not-balanced', 422)
export const entryReversed = refusal('entry-already-reversed', 409)
export const entryIsReversal = refusal('entry-is-reversal', 409)
export const entryFromPaper = refusal('entry-not-by-hand', 409)
export const periodLocked = refusal('period-not-open', 409)
export const yearMissing = refusal('year-not-opened', 409)
export const yearClosed = refusal('year-not-open', 409)
export const yearBefore = refusal('year-before-not-closed', 409)
export const yearOverlaps = refusal('year-not-apart', 422)
export const accountUnknown = refusal('account-unknown', 422)
export const accountNotInUse = refusal('account-not-in-use', 409)
export const accountTaken = refusal('account-number-taken', 409)
export const roleUnassigned = refusal('account-role-not-assigned', 409)
export const vatCodeUnknown = refusal('vat-code-unknown', 422)
export const vatAccountsMissing = refusal('vat-accounts-not-given', 422)
export const vatCodeUsed = refusal('vat-code-used', 409)
export const vatDaysReversed = refusal('vat-days-reversed', 422)
export const dimensionUnknown = refusal('dimension-unknown', 422)
export const dimensionTaken = refusal('dimension-taken', 409)
export const rateMissing = refusal('rate-not-known', 409)
export const ratesUnreadable = refusal('rates-not-readable', 422)
export const currencyForeign = refusal('currency-not-of-books', 422)
export const nothingToLock = refusal('period-none-to-lock', 409)
export const nothingToUnlock = refusal('period-none-to-unlock', 409)
export const itemUnknown = refusal('item-unknown', 404)
export const itemOverSettled = refusal('item-over-settled', 409)
export const itemSettled = refusal('item-has-settlements', 409)
export const itemsDiffer = refusal('opening-items-differ', 422)
export const accrualTooMuch = refusal('accrual-above-cost', 422)
export const yearLaterClosed = refusal('year-after-is-closed', 409)
export const yearNotClosed = refusal('year-not-closed', 409)
export const nothingToRevalue = refusal('revaluation-without-difference', 409)
export const revalued = refusal('revaluation-done', 409)
export const revaluedLater = refusal('revaluation-later-stands', 409)
export const notRevalued = refusal('revaluation-not-done', 409)
export const accrualStopped = refusal('accrual-not-running', 409)

/** What posting anything may be refused with. */
export const postingRefusals = [
  entryUnbalanced,
  periodLocked,
  yearMissing,
  accountUnknown,
  accountNotInUse,
  roleUnassigned,
  vatCodeUnknown,
  vatAccountsMissing,
  dimensionUnknown,
  rateMissing,
] as const
