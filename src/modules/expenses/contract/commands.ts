import { command } from '../../../kernel/declare.ts'
import { choice, count, day, expectedVersion, flag, id, longText, money, text, z } from '../../../kernel/schema.ts'
import { accountSchemes } from '../../ledger/contract.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  categories,
  changed,
  example,
  exampleOther,
  limitPers,
  paidBys,
  ratesOf,
  receiptCategories,
  vehicles,
} from './shapes.ts'

const one = { id: id('expense-report', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['expense-report'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const time = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes, 08:30')
    .meta({ control: 'text' })
const country = () =>
  z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ control: 'country' })
/** Office currency for one unit of another. */
const rate = () =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,10})?$/, 'a decimal number')
    .meta({ control: 'text', folded: true })
const kilometres = () =>
  z
    .string()
    .regex(/^\d{1,5}(\.\d)?$/, 'kilometres, with one decimal at most')
    .meta({ control: 'text' })

const trip = {
  leftOn: day().nullable().optional(),
  leftTime: time().nullable().optional(),
  backOn: day().nullable().optional(),
  backTime: time().nullable().optional(),
  place: text(200).nullable().optional(),
  country: country().nullable().optional(),
  advance: money({ folded: true }).nullable().optional(),
}
const reportRefusals = [r.reportDaysReversed, r.officeCurrencyOnly]

export const createReport = command({
  name: 'expenses.create-report',
  summary: 'Begins an expense report: what for, and from when to when where it was a journey.',
  input: z.strictObject({
    purpose: text(200),
    ...trip,
    /** For a colleague; only by who verifies reports. */
    personId: id('principal', { control: 'person', folded: true }).optional(),
    /** What it is made from: it is as confidential as that. */
    sourceId: id(undefined, { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.reportCreated],
  refusals: [...reportRefusals, r.claimantUnknown, r.onlyOwnReports],
  kinds: ['expense-report'],
  undoable: true,
  example: {
    purpose: 'Site visit in Borås',
    leftOn: '2026-11-16',
    leftTime: '07:30',
    backOn: '2026-11-17',
    backTime: '18:00',
    country: 'SE',
    advance: { amount: '500.00', currency: 'SEK' },
  },
})

export const changeReport = command({
  name: 'expenses.change-report',
  summary: 'Changes purpose, journey or advance of a draft.',
  input: z.strictObject({ ...one, purpose: text(200).optional(), ...trip }),
  output: changed,
  emits: [e.reportChanged],
  refusals: [...reportRefusals, r.reportStateWrong],
  ...step,
  example: {
    id: example,
    purpose: 'Site visit in Borås and Ulricehamn',
    advance: { amount: '300.00', currency: 'SEK' },
  },
})

export const withdrawReport = command({
  name: 'expenses.withdraw-report',
  summary: 'Gives a draft up.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportWithdrawn],
  refusals: [r.reportStateWrong],
  ...step,
  example: { id: example },
})

export const restoreReport = command({
  name: 'expenses.restore-report',
  summary: 'Takes a report up again that was given up.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportRestored],
  refusals: [r.reportStateWrong],
  ...step,
  example: { id: example },
})

const receiptFacts = {
  category: choice(receiptCategories),
  on: day(),
  text: text(300),
  total: money(),
  vat: money().nullable().optional(),
  rate: rate().nullable().optional(),
  paidBy: choice(paidBys, { folded: true }).optional(),
  participants: text(1000, { folded: true }).nullable().optional(),
  documentId: id('document', { folded: true }).nullable().optional(),
}
const lineAnswer = changed.extend({ lineId: z.uuid() })

export const addExpense = command({
  name: 'expenses.add-expense',
  summary: 'Adds something that was laid out, with its receipt where there is one.',
  input: z.strictObject({ ...one, ...receiptFacts }),
  output: lineAnswer,
  emits: [e.expensesAdded],
  refusals: [r.reportStateWrong, r.vatTooHigh],
  ...step,
  example: {
    id: example,
    category: 'travel',
    on: '2026-11-16',
    text: 'Train Göteborg–Borås',
    total: { amount: '118.00', currency: 'SEK' },
    vat: { amount: '6.68', currency: 'SEK' },
  },
})

export const takeReceipt = command({
  name: 'expenses.take-receipt',
  summary: 'Puts a photographed receipt into a draft of one’s own, or begins one; what is read on it is proposed.',
  input: z.strictObject({
    documentId: id('document'),
    /** Left out: one’s latest draft, or a new one. */
    id: id('expense-report', { hidden: true }).optional(),
  }),
  output: lineAnswer,
  emits: [e.reportCreated, e.expensesAdded],
  refusals: [r.reportStateWrong],
  kinds: ['expense-report'],
  undoable: true,
  example: { documentId: exampleOther },
})

export const addMileage = command({
  name: 'expenses.add-mileage',
  summary: 'Adds kilometres driven, paid by the rate of that day.',
  input: z.strictObject({
    ...one,
    on: day(),
    text: text(300),
    distance: kilometres(),
    vehicle: choice(vehicles),
  }),
  output: lineAnswer,
  emits: [e.expensesAdded],
  refusals: [r.reportStateWrong, r.allowanceUnset],
  ...step,
  example: { id: example, on: '2026-11-16', text: 'Göteborg–Borås–Göteborg', distance: '128', vehicle: 'own-car' },
})

export const addAllowance = command({
  name: 'expenses.add-allowance',
  summary: 'Adds the daily allowances of the journey, by the days and parts of days that the country’s rule counts.',
  input: z.strictObject({ ...one, country: country().optional() }),
  output: changed.extend({ lineIds: z.array(z.uuid()), count: count() }),
  emits: [e.expensesAdded],
  refusals: [r.reportStateWrong, r.tripMissing, r.allowanceUnset],
  ...step,
  example: { id: example, country: 'SE' },
})

export const changeExpense = command({
  name: 'expenses.change-expense',
  summary: 'Changes a line of a draft; looking at what was read settles it.',
  input: z.strictObject({
    ...one,
    lineId: id(undefined, { hidden: true }),
    category: choice(receiptCategories).optional(),
    on: day().optional(),
    text: text(300).optional(),
    total: money().optional(),
    vat: receiptFacts.vat,
    rate: receiptFacts.rate,
    paidBy: receiptFacts.paidBy,
    participants: receiptFacts.participants,
    documentId: receiptFacts.documentId,
    distance: kilometres().meta({ folded: true }).optional(),
    share: z.int().min(0).max(100).optional().meta({ folded: true }),
    breakfast: flag({ folded: true }).optional(),
    lunch: flag({ folded: true }).optional(),
    dinner: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.expenseChanged],
  refusals: [r.reportStateWrong, r.expenseUnknown, r.vatTooHigh, r.allowanceUnset],
  ...step,
  example: { id: example, lineId: exampleOther, category: 'meals', total: { amount: '145.00', currency: 'SEK' } },
})

const someLines = {
  ...one,
  lineIds: z
    .array(id(undefined, { hidden: true }))
    .min(1)
    .max(200)
    .meta({ hidden: true }),
}

export const removeExpenses = command({
  name: 'expenses.remove-expenses',
  summary: 'Takes lines off a draft.',
  input: z.strictObject(someLines),
  output: changed,
  emits: [e.expensesRemoved],
  refusals: [r.reportStateWrong, r.expenseUnknown],
  ...step,
  example: { id: example, lineIds: [exampleOther] },
})

export const putBackExpenses = command({
  name: 'expenses.put-back-expenses',
  summary: 'Puts lines back that were taken off.',
  input: z.strictObject(someLines),
  output: changed,
  emits: [e.expensesPutBack],
  refusals: [r.reportStateWrong, r.expenseUnknown],
  ...step,
  example: { id: example, lineIds: [exampleOther] },
})

export const handIn = command({
  name: 'expenses.hand-in',
  summary: 'Hands a report in to be verified; what is doubtful in it is said then.',
  input: z.strictObject(one),
  output: changed.extend({ doubts: count() }),
  emits: [e.reportHandedIn],
  refusals: [r.reportStateWrong, r.reportEmpty, r.rateMissing],
  ...step,
  example: { id: example },
})

export const takeBack = command({
  name: 'expenses.take-back',
  summary: 'Takes a report back to change it, as long as nobody has verified it.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportTakenBack],
  refusals: [r.reportStateWrong],
  ...step,
  example: { id: example },
})

export const returnReport = command({
  name: 'expenses.return-report',
  summary: 'Gives a report back to whose it is, with the reason.',
  permission: 'expenses.verify-report',
  input: z.strictObject({ ...one, reason: longText(2000).min(1) }),
  output: changed,
  emits: [e.reportReturned],
  refusals: [r.reportStateWrong, r.ownReport],
  ...about,
  example: { id: example, reason: 'The receipt of the hotel is missing.' },
})

export const verifyReport = command({
  name: 'expenses.verify-report',
  summary:
    'Says that receipts and lines agree with each other and the rules; what is doubtful must be accepted knowingly.',
  input: z.strictObject({ ...one, anyway: flag().optional() }),
  output: changed,
  emits: [e.reportVerified],
  refusals: [r.reportStateWrong, r.ownReport, r.doubtsOpen],
  ...step,
  example: { id: example, anyway: true },
})

export const unverifyReport = command({
  name: 'expenses.unverify-report',
  summary: 'Takes a verification back before it is approved.',
  permission: 'expenses.verify-report',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportUnverified],
  refusals: [r.reportStateWrong],
  ...step,
  example: { id: example },
})

export const approveReport = command({
  name: 'expenses.approve-report',
  summary: 'Approves a verified report: it is booked, and what the person is owed waits for the next payment run.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportApproved],
  refusals: [r.reportStateWrong],
  ...step,
  example: { id: example },
})

export const unapproveReport = command({
  name: 'expenses.unapprove-report',
  summary: 'Takes an approval back, its entry and what was owed with it, as long as nothing is paid.',
  permission: 'expenses.approve-report',
  input: z.strictObject(one),
  output: changed,
  emits: [e.reportUnapproved],
  refusals: [r.reportStateWrong, r.reportPaidAlready],
  ...about,
  example: { id: example },
})

export const noteItemsMoved = command({
  name: 'expenses.note-items-moved',
  summary: 'Notes what was paid of reports, as the ledger says.',
  input: z.strictObject({ items: z.array(z.strictObject({ id: id('expense-report'), paid: flag() })).max(1000) }),
  output: z.strictObject({ moved: count() }),
  emits: [e.reportPaid, e.reportUnpaid],
  door: 'none',
  tool: false,
  example: { items: [{ id: example, paid: true }] },
})

export const noteReceiptRead = command({
  name: 'expenses.note-receipt-read',
  summary: 'Takes over what was read on a receipt into lines that nobody has looked at yet.',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ filled: count() }),
  emits: [e.receiptRead],
  door: 'none',
  tool: false,
  example: { documentId: exampleOther },
})

export const takeRates = command({
  name: 'expenses.take-rates',
  summary: 'Takes the ledger’s new rates over into lines of drafts in other currencies that had none.',
  input: z.strictObject({}),
  output: z.strictObject({ taken: count() }),
  emits: [e.ratesTaken],
  door: 'none',
  tool: false,
  example: {},
})

export const setPolicy = command({
  name: 'expenses.set-policy',
  summary: 'Lays down what reports are checked against from a day on.',
  input: z.strictObject({
    fromOn: day(),
    receiptAbove: money(),
    handInDays: z.int().min(1).max(1000),
    weekends: flag(),
    alcohol: flag(),
    /** Nobody approves his own; a one-person office cannot keep that. */
    fourEyes: flag(),
  }),
  output: z.strictObject({ fromOn: day() }),
  emits: [e.policySet],
  refusals: [r.officeCurrencyOnly],
  example: {
    fromOn: '2026-01-01',
    receiptAbove: { amount: '0.00', currency: 'SEK' },
    handInDays: 60,
    weekends: true,
    alcohol: false,
    fourEyes: true,
  },
})

export const setCategory = command({
  name: 'expenses.set-category',
  summary: 'Says from a day on how a kind of expense is booked, and how much is the most.',
  permission: 'expenses.set-policy',
  input: z.strictObject({
    category: choice(categories),
    fromOn: day(),
    account: text(20).nullable().optional(),
    vatCode: text(20).nullable().optional(),
    limit: money().nullable().optional(),
    per: choice(limitPers).optional(),
    withParticipants: flag().optional(),
  }),
  output: z.strictObject({ fromOn: day() }),
  emits: [e.categorySet],
  refusals: [r.officeCurrencyOnly],
  example: {
    category: 'meals',
    fromOn: '2026-01-01',
    account: '5800',
    limit: { amount: '300.00', currency: 'SEK' },
    per: 'day',
  },
})

export const setRate = command({
  name: 'expenses.set-rate',
  summary: 'Sets from a day on what a kilometre, or a day in a country, is paid with, in the office’s currency.',
  permission: 'expenses.set-policy',
  input: z.strictObject({
    rateOf: choice(ratesOf),
    country: country().nullable().optional(),
    fromOn: day(),
    perUnit: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,4})?$/, 'a decimal number')
      .meta({ control: 'text' }),
  }),
  output: z.strictObject({ fromOn: day() }),
  emits: [e.rateSet],
  example: { rateOf: 'per-diem', country: 'DE', fromOn: '2026-01-01', perUnit: '750' },
})

export const setPayAccount = command({
  name: 'expenses.set-pay-account',
  summary: 'Says to which account a person is paid; one’s own, or anybody’s by who verifies reports.',
  input: z.strictObject({
    personId: id('principal', { control: 'person', folded: true }).optional(),
    scheme: choice(accountSchemes),
    number: text(40),
    bic: text(11, { folded: true }).nullable().optional(),
  }),
  output: changed,
  emits: [e.payAccountSet],
  refusals: [r.claimantUnknown, r.onlyOwnReports, r.accountUnfit],
  kinds: ['expense-claimant'],
  example: { scheme: 'iban', number: 'SE35 5000 0000 0549 1000 0003' },
})

export const expensesCommands = [
  createReport,
  changeReport,
  withdrawReport,
  restoreReport,
  addExpense,
  takeReceipt,
  addMileage,
  addAllowance,
  changeExpense,
  removeExpenses,
  putBackExpenses,
  handIn,
  takeBack,
  returnReport,
  verifyReport,
  unverifyReport,
  approveReport,
  unapproveReport,
  noteItemsMoved,
  noteReceiptRead,
  takeRates,
  setPolicy,
  setCategory,
  setRate,
  setPayAccount,
]
