export { can, changed, head, list, named } from '../../../kernel/shapes.ts'

export const periodStates = ['open', 'gathered', 'checked', 'locked', 'handed-on'] as const
export type PeriodState = (typeof periodStates)[number]
export const hourKinds = ['hours', 'overtime', 'overtime-high', 'on-call'] as const
export const absenceKinds = ['vacation', 'sick', 'sick-child', 'parental', 'leave', 'training', 'away'] as const
export const amountKinds = ['expenses', 'bonus', 'deduction'] as const
export const payKinds = [...hourKinds, ...absenceKinds, ...amountKinds] as const
export type PayKind = (typeof payKinds)[number]
/** How much of it is said: minutes of a day, whole days or minutes, an amount. */
export const unitOf = (kind: PayKind): 'hours' | 'absence' | 'amount' =>
  (hourKinds as readonly string[]).includes(kind)
    ? 'hours'
    : (absenceKinds as readonly string[]).includes(kind)
      ? 'absence'
      : 'amount'
export const inputSources = ['person', 'clerk', 'table', 'recurring', 'absence', 'correction', 'on-call'] as const
export type InputSource = (typeof inputSources)[number]
export const layoutFormats = ['csv', 'paxml'] as const
export type LayoutFormat = (typeof layoutFormats)[number]
export const layoutColumns = [
  'number',
  'name',
  'code',
  'from',
  'until',
  'hours',
  'days',
  'amount',
  'currency',
  'note',
] as const
export type LayoutColumn = (typeof layoutColumns)[number]
export const separators = ['semicolon', 'comma', 'tab'] as const
export const decimalSigns = ['comma', 'point'] as const

/** What cannot be, or is missing; the graver first. */
export const problemCodes = [
  'day-too-long',
  'beside-absence',
  'absence-twice',
  'twice',
  'outside',
  'gap',
  'no-hours',
  'not-handed-in',
  'away-unspecified',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export const example = '019aa000-0000-7000-8000-000000000081'
export const exampleOther = '019aa000-0000-7000-8000-000000000082'
export const exampleThird = '019aa000-0000-7000-8000-000000000083'
