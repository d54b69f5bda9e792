import { accountRoles, books } from './wish.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const modes = ['books', 'none'] as const
export type Mode = (typeof modes)[number]
/** Charts that come with Kontor: Sweden, Norway, the Netherlands, Romania, Portugal, and a plain English one. */
export const charts = ['SE', 'NO', 'NL', 'RO', 'PT', 'EN'] as const
export type Chart = (typeof charts)[number]
export const accountTypes = ['asset', 'liability', 'equity', 'income', 'cost'] as const
export type AccountType = (typeof accountTypes)[number]
export const vatKinds = ['sale', 'purchase', 'reverse-charge', 'import', 'none'] as const
export type VatKind = (typeof vatKinds)[number]
/** Categories of EN 16931 (UNCL 5305): standard, zero, exempt, reverse charge, within the Union, export, outside. */
export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]
export const vatParts = ['base', 'tax', 'due'] as const
export type VatPart = (typeof vatParts)[number]
export const periodStates = ['open', 'locked', 'closed'] as const
export type PeriodState = (typeof periodStates)[number]
export const yearStates = ['open', 'closed'] as const
export type YearState = (typeof yearStates)[number]
export const itemStates = ['open', 'settled', 'withdrawn'] as const
export type ItemState = (typeof itemStates)[number]
/** An entry stands, was reversed by another, or is that other. */
export const entryStates = ['posted', 'reversed', 'reversal'] as const
export type EntryState = (typeof entryStates)[number]

/** The series each book is numbered in, until an office says otherwise. */
export const usualSeries: Readonly<Record<(typeof books)[number], string>> = {
  general: 'A',
  invoices: 'B',
  bank: 'C',
  bills: 'D',
  payments: 'E',
  cash: 'K',
  pay: 'L',
  accruals: 'P',
  expenses: 'U',
  opening: 'I',
  closing: 'S',
}

export { accountRoles, books }

export const example = '019aa000-0000-7000-8000-000000000171'
export const exampleOther = '019aa000-0000-7000-8000-000000000172'
