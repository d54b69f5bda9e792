export { can, changed, head, list, named } from '../../../kernel/shapes.ts'

/** `approved`: to be paid; `paid` follows from the payment that the bank confirms. */
export const reportStates = ['draft', 'handed-in', 'verified', 'approved', 'paid', 'withdrawn'] as const
export type ReportState = (typeof reportStates)[number]
export const sorts = ['receipt', 'per-diem', 'mileage'] as const
export type Sort = (typeof sorts)[number]
export const receiptCategories = [
  'travel',
  'lodging',
  'meals',
  'representation',
  'fuel',
  'parking',
  'phone',
  'supplies',
  'books',
  'software',
  'other',
] as const
export const categories = [...receiptCategories, 'per-diem', 'mileage'] as const
export type Category = (typeof categories)[number]
/** Laid out by the person, or charged to the office's own card. */
export const paidBys = ['own', 'company'] as const
export type PaidBy = (typeof paidBys)[number]
export const vehicles = ['own-car', 'company-car', 'company-electric', 'motorcycle', 'bicycle'] as const
export type Vehicle = (typeof vehicles)[number]
export const ratesOf = ['per-diem', ...vehicles] as const
export type RateOf = (typeof ratesOf)[number]
export const limitPers = ['receipt', 'day', 'person'] as const
export type LimitPer = (typeof limitPers)[number]
export const boxes = ['mine', 'to-verify', 'to-approve', 'to-pay', 'all'] as const

/** What speaks against paying as it stands; the first ones weigh heaviest. */
export const doubtCodes = [
  'same-receipt',
  'same-facts',
  'looks-alike',
  'split',
  'receipt-missing',
  'rate-missing',
  'above-limit',
  'participants-missing',
  'vat-wrong',
  'differs-from-receipt',
  'outside-trip',
  'ahead-of-time',
  'late',
  'weekend',
  'alcohol',
  'not-looked-at',
  'no-allowance',
] as const
export type DoubtCode = (typeof doubtCodes)[number]

export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000072'
