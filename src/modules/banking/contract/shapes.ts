import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, money, text, z } from '../../../kernel/schema.ts'
import { accountRoles, payReference, payTo } from '../../ledger/contract.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const numberSchemes = ['iban', 'bankgiro', 'plusgiro', 'account'] as const
export type NumberScheme = (typeof numberSchemes)[number]
/** Which pain.001.001 the bank takes. */
export const fileVersions = ['09', '03'] as const
export type FileVersion = (typeof fileVersions)[number]

/**
 * proposed → approved → handed out → settled; withdrawn until it is handed out. What the bank turned down is said of each
 * payment; `rejected` is a run of which it took none.
 */
export const runStates = ['proposed', 'approved', 'handed-out', 'settled', 'rejected', 'withdrawn'] as const
export type RunState = (typeof runStates)[number]
export const payMethodsOfRun = ['file', 'hand'] as const
export type RunMethod = (typeof payMethodsOfRun)[number]
export const paymentStates = ['planned', 'settled', 'rejected', 'dropped'] as const
export type PaymentState = (typeof paymentStates)[number]
export const statementStates = ['waiting', 'read', 'asks', 'refused'] as const
export type StatementState = (typeof statementStates)[number]
export const accountStates = ['open', 'closed'] as const

/** Why something owed does not stand in a run. */
export const leftOutReasons = [
  'held',
  'no-account',
  'currency',
  'in-run',
  'credit',
  'account-wrong',
  'reference-wrong',
  'by-hand-only',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** Whether somebody is told what a payment to them is for. */
export const adviceModes = ['off', 'offered', 'by-itself'] as const
export type AdviceMode = (typeof adviceModes)[number]
/** `begun`: about to leave; killed then, nobody knows whether it left. */
export const adviceMails = ['sending', 'begun', 'sent', 'failed', 'no-door', 'doubtful'] as const
export type AdviceMail = (typeof adviceMails)[number]
/** Whether the advice of a payment may be sent now, or why not. */
export const adviceStands = ['ready', 'not-paid', 'nobody-known', 'off', 'no-address', 'doubted', 'given'] as const
export type AdviceStand = (typeof adviceStands)[number]

export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000072'
export const exampleLine = '019aa000-0000-7000-8000-000000000073'
export const exampleItem = '019aa000-0000-7000-8000-000000000074'

export const currencyCode = (meta: Readonly<Record<string, unknown>> = {}) =>
  z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ control: 'text', ...meta })

/** One item in a payment: signed as the item is, a credit note below nothing. */
export const paidItem = z.strictObject({
  itemId: z.uuid(),
  recordId: z.uuid(),
  recordKind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  dueOn: day(),
  amount: money(),
  discount: money().nullable(),
})

export const paymentLine = z.strictObject({
  id: z.uuid(),
  position: z.int(),
  partyId: z.uuid().nullable(),
  partyName: z.string(),
  payTo,
  reference: payReference.nullable(),
  amount: money(),
  payOn: day(),
  state: choice(paymentStates),
  ticked: flag(),
  reason: z.string().nullable(),
  items: z.array(paidItem),
  advice: z.strictObject({
    stand: choice(adviceStands),
    mode: choice(adviceModes),
    /** Their own address and language for it; null where the directory's are taken. */
    email: z.string().nullable(),
    language: choice(languages).nullable(),
    /** Where it would go, or went. */
    to: z.string().nullable(),
    mail: choice(adviceMails).nullable(),
  }),
})

export const leftOut = z.strictObject({
  itemId: z.uuid(),
  recordId: z.uuid(),
  partyName: z.string(),
  number: z.string().nullable(),
  dueOn: day(),
  amount: money(),
  reason: choice(leftOutReasons),
  /** Said of what is held: why. */
  because: z.string().nullable(),
})

/**
 * One part of what a line of the bank is: an open item, a payment of our own, or an account. Amounts are signed as the line
 * is; the parts add up to the line.
 */
export const matchPart = z
  .strictObject({
    itemId: id(undefined, { hidden: true }).optional(),
    paymentId: id(undefined, { hidden: true }).optional(),
    account: text(20).optional(),
    role: choice(accountRoles).optional(),
    amount: money(),
    vatCode: text(20).optional(),
    /** The tax in the amount, where it differs from what the code's rate gives. */
    vat: money().optional(),
    text: text(300).optional(),
    dimensions: z.record(text(20), text(40)).optional(),
    /** What it settles of an item in another currency, in that currency; left out: all that is left of it. */
    settles: money().optional(),
  })
  .refine(
    part => [part.itemId, part.paymentId, part.account, part.role].filter(one => one !== undefined).length === 1,
    'an item, a payment, an account or a role',
  )
export type MatchPart = z.output<typeof matchPart>

export const lineMatch = z.strictObject({
  lineId: id(undefined, { hidden: true }),
  parts: z.array(matchPart).min(1).max(300),
  /** The next line like this is proposed so. */
  remember: flag().optional(),
})
export type LineMatch = z.output<typeof lineMatch>

export const bankLine = z.strictObject({
  id: z.uuid(),
  accountId: z.uuid(),
  kind: choice(['statement', 'advice']),
  bookedOn: day(),
  valueOn: day().nullable(),
  amount: money(),
  partyName: z.string().nullable(),
  partyAccount: z.string().nullable(),
  reference: z.string().nullable(),
  text: z.string(),
  code: z.string().nullable(),
  bankRef: z.string().nullable(),
  matched: flag(),
  asked: z.string().nullable(),
})

export const reasonSentence = z.strictObject({ key: z.string(), params: z.record(z.string(), z.unknown()) })

/** What a line probably is: parts to accept as they are, each with its words, and why. */
export const proposal = z.strictObject({
  parts: z.array(
    z.strictObject({
      ...matchPart.shape,
      title: z.string(),
      number: z.string().nullable(),
      dueOn: day().nullable(),
      /** What is left of the item. */
      remaining: money().nullable(),
    }),
  ),
  reasons: z.array(reasonSentence),
  sure: flag(),
})

export const daySum = z.strictObject({ on: day(), count: count(), amount: money() })
