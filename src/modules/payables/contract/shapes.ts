import { choice, day, id, money, text, z } from '../../../kernel/schema.ts'
import { accountSchemes, payMethods, referenceSchemes } from '../../ledger/contract.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'
export { accountSchemes, type PayMethod, payMethods, referenceSchemes } from '../../ledger/contract.ts'

export const billKinds = ['bill', 'credit-note'] as const
export type BillKind = (typeof billKinds)[number]
export const billStates = ['to-code', 'to-approve', 'approved', 'part-paid', 'paid', 'withdrawn'] as const
export type BillState = (typeof billStates)[number]
export const postMoments = ['coding', 'approval', 'hand'] as const
export type PostMoment = (typeof postMoments)[number]
export const severities = ['stop', 'look', 'told'] as const
export type Severity = (typeof severities)[number]
/** By which other way than the paper something was made sure of. */
export const sureWays = ['phone', 'letter', 'visit', 'portal'] as const
export const settleWays = [...sureWays, 'seen'] as const
/** How a bill was paid outside of payment runs. */
export const paidWays = ['cash', 'card', 'bank'] as const

export const alarmRules = [
  'duplicate-number',
  'duplicate-amount',
  'account-changed',
  'account-wrong',
  'reference-wrong',
  'amount-unusual',
  'vat-differs',
  'number-invalid',
  'sender-unknown',
  'due-past',
  'currency-unusual',
  'agreement-differs',
  'einvoice-wrong',
  'reminded',
] as const
export type AlarmRule = (typeof alarmRules)[number]

/** One line of a bill's coding: amounts as on the paper, net of VAT. */
export const billLine = z.strictObject({
  text: text(300).nullable().optional(),
  net: money(),
  vat: money().optional(),
  vatCode: text(20).nullable().optional(),
  account: text(20),
  dimensions: z.record(text(20), text(40)).optional(),
  periodFrom: day().nullable().optional(),
  periodTo: day().nullable().optional(),
})
export type BillLine = z.output<typeof billLine>
export const billLines = z.array(billLine).min(1).max(200)

/** What is given of a bill beside its supplier, days and sum. */
export const billFacts = {
  vat: money().nullable().optional(),
  reference: text(140).nullable().optional(),
  /** As it is written: IBAN, Bankgiro, Plusgiro, national number. */
  account: text(40).nullable().optional(),
  bic: text(11, { folded: true }).nullable().optional(),
  method: choice(payMethods, { folded: true }).optional(),
  orderNumber: text(100, { folded: true }).nullable().optional(),
  periodFrom: day({ folded: true }).nullable().optional(),
  periodTo: day({ folded: true }).nullable().optional(),
  discountOn: day({ folded: true }).nullable().optional(),
  discount: money({ folded: true }).nullable().optional(),
  bookOn: day({ folded: true }).optional(),
  note: z.string().max(20_000).optional().meta({ control: 'longtext', folded: true }),
}

export const shownLine = z.strictObject({
  text: z.string().nullable(),
  net: money(),
  vat: money(),
  vatCode: z.string().nullable(),
  account: z.string().nullable(),
  accountName: z.string().nullable(),
  dimensions: z.record(z.string(), z.string()),
  periodFrom: day().nullable(),
  periodTo: day().nullable(),
})

export const payAccount = z.strictObject({
  scheme: choice(accountSchemes),
  number: z.string(),
  bic: z.string().nullable(),
})
export const payNumber = z.strictObject({ scheme: choice(referenceSchemes), value: z.string() })

export const billId = () => id('bill', { hidden: true })
export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000072'
