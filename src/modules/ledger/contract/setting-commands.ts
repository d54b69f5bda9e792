import { command } from '../../../kernel/declare.ts'
import { choice, count, day, flag, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { accountTypes, charts, modes, vatCategories, vatKinds } from './shapes.ts'
import { accountRoles, books } from './wish.ts'

const kinds = ['ledger-entry']
const seriesCode = z
  .string()
  .regex(/^[0-9A-Za-z]{1,10}$/)
  .meta({ control: 'text' })

export const setUpBooks = command({
  name: 'ledger.set-up-books',
  summary: 'Begins the books: kept here or elsewhere, by which chart of accounts, and the first financial year.',
  input: z.strictObject({
    mode: choice(modes),
    chart: choice(charts).optional(),
    yearFrom: day().optional(),
    yearUntil: day({ folded: true }).optional(),
  }),
  output: z.strictObject({ accounts: count() }),
  emits: [e.booksSetUpEvent, e.yearOpened],
  refusals: [r.booksSetUp, r.yearOverlaps],
  kinds,
  example: { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' },
})

export const changeSettings = command({
  name: 'ledger.change-settings',
  summary: 'Changes whether books are kept here, and in which series of numbers each book counts.',
  input: z.strictObject({
    mode: choice(modes).optional(),
    series: z.partialRecord(choice(books), seriesCode).optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ mode: choice(modes) }),
  emits: [e.settingsChanged],
  refusals: [r.booksNotKept],
  kinds,
  undoable: true,
  example: { series: { bills: 'D' } },
})

const account = {
  number: z
    .string()
    .regex(/^[0-9A-Za-z.-]{1,20}$/)
    .meta({ control: 'text' }),
  name: text(200),
  accountType: choice(accountTypes),
  vatCode: text(20, { folded: true }).nullable().optional(),
}

export const addAccount = command({
  name: 'ledger.add-account',
  summary: 'Adds an account to the chart.',
  input: z.strictObject(account),
  output: z.strictObject({ number: z.string() }),
  emits: [e.accountAdded],
  refusals: [r.booksNotKept, r.accountTaken, r.vatCodeUnknown],
  kinds,
  undoable: true,
  example: { number: '6999', name: 'Small things', accountType: 'cost' },
})

export const changeAccount = command({
  name: 'ledger.change-account',
  summary:
    'Changes what an account is called, the VAT code it proposes, the currency it is kept in, or whether it is in use; what was posted stays.',
  input: z.strictObject({
    number: text(20, { hidden: true }),
    name: account.name.optional(),
    vatCode: account.vatCode,
    /** Where it is kept in another currency than the books, as a bank account in euro is; null: in that of the books. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .optional()
      .meta({ control: 'text', folded: true }),
    inUse: flag().optional(),
  }),
  output: z.strictObject({ number: z.string() }),
  emits: [e.accountChanged],
  refusals: [r.accountUnknown, r.vatCodeUnknown],
  kinds,
  undoable: true,
  example: { number: '6110', inUse: true },
})

export const assignAccountRole = command({
  name: 'ledger.assign-account-role',
  summary: 'Says which account serves a purpose: suppliers, customers, bank, rounding and so on.',
  input: z.strictObject({ role: choice(accountRoles), account: text(20) }),
  output: z.strictObject({ account: z.string() }),
  emits: [e.roleAssigned],
  refusals: [r.booksNotKept, r.accountUnknown, r.accountNotInUse],
  kinds,
  undoable: true,
  example: { role: 'rounding', account: '3740' },
})

export const setVatCode = command({
  name: 'ledger.set-vat-code',
  summary:
    'Adds a VAT code, or changes what one is called, which days it holds and where it stands in the return; the rate of one that was used stays.',
  input: z.strictObject({
    code: text(20),
    name: text(200),
    vatKind: choice(vatKinds),
    /** Percent, as text: "25", "13.5". */
    vatRate: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/)
      .meta({ control: 'text' }),
    category: choice(vatCategories, { folded: true }).optional(),
    deductible: z.int().min(0).max(100).optional().meta({ folded: true }),
    taxAccount: text(20).nullable().optional(),
    dueAccount: text(20, { folded: true }).nullable().optional(),
    baseBox: text(20, { folded: true }).nullable().optional(),
    taxBox: text(20, { folded: true }).nullable().optional(),
    dueBox: text(20, { folded: true }).nullable().optional(),
    validFrom: day({ folded: true }).nullable().optional(),
    validUntil: day({ folded: true }).nullable().optional(),
    inUse: flag({ folded: true }).optional(),
  }),
  output: z.strictObject({ code: z.string() }),
  emits: [e.vatCodeSet],
  refusals: [r.booksNotKept, r.accountUnknown, r.vatAccountsMissing, r.vatCodeUsed, r.vatDaysReversed],
  kinds,
  example: { code: 'X25', name: 'Purchases 25 %', vatKind: 'purchase', vatRate: '25', taxAccount: '2641' },
})

export const addDimension = command({
  name: 'ledger.add-dimension',
  summary: 'Begins to sort postings by something more than the account: cost centre, project.',
  input: z.strictObject({ code: text(20), name: text(80) }),
  output: z.strictObject({ code: z.string() }),
  emits: [e.dimensionAdded],
  refusals: [r.booksNotKept, r.dimensionTaken],
  kinds,
  example: { code: 'place', name: 'Place' },
})

export const setDimensionValue = command({
  name: 'ledger.set-dimension-value',
  summary: 'Adds a cost centre, project or other value of a dimension, renames it, or takes it out of use.',
  input: z.strictObject({
    dimension: text(20),
    code: text(40),
    name: text(200),
    inUse: flag({ folded: true }).optional(),
  }),
  output: z.strictObject({ code: z.string() }),
  emits: [e.dimensionValueSet],
  refusals: [r.dimensionUnknown],
  kinds,
  undoable: true,
  example: { dimension: 'cost-centre', code: '100', name: 'Studio' },
})

export const lockPeriods = command({
  name: 'ledger.lock-periods',
  summary: 'Locks every month that ends on or before the day: nothing is posted there any more.',
  input: z.strictObject({ until: day() }),
  output: z.strictObject({ count: count() }),
  emits: [e.periodsLocked],
  refusals: [r.booksNotKept, r.nothingToLock],
  kinds,
  undoable: true,
  example: { until: '2026-01-31' },
})

export const unlockPeriods = command({
  name: 'ledger.unlock-periods',
  summary: 'Opens locked months again, from the one the day is in on; the reason stands in the journal.',
  input: z.strictObject({ from: day(), reason: text(300) }),
  output: z.strictObject({ count: count() }),
  emits: [e.periodsUnlocked],
  refusals: [r.booksNotKept, r.nothingToUnlock],
  kinds,
  undoable: true,
  example: { from: '2026-01-01', reason: 'A bill for January came late' },
})

export const openYear = command({
  name: 'ledger.open-year',
  summary: 'Opens a financial year with its months.',
  input: z.strictObject({ from: day(), until: day().optional() }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.yearOpened],
  refusals: [r.booksNotKept, r.yearOverlaps],
  kinds,
  example: { from: '2027-01-01' },
})

export const closeYear = command({
  name: 'ledger.close-year',
  summary:
    'Closes a financial year for good: its result goes to equity, its months are closed, and the next year is open.',
  input: z.strictObject({ yearId: z.uuid().meta({ hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), entryIds: z.array(z.uuid()) }),
  emits: [e.yearClosedEvent, e.yearOpened, e.entryPosted],
  refusals: [r.booksNotKept, r.yearMissing, r.yearClosed, r.yearBefore, ...r.postingRefusals],
  kinds,
  example: { yearId: '019aa000-0000-7000-8000-000000000173' },
})

export const reopenYear = command({
  name: 'ledger.reopen-year',
  summary:
    'Opens the last closed year again, with the reason: what closing it had booked is reversed, and its months are locked until somebody opens them.',
  input: z.strictObject({ yearId: z.uuid().meta({ hidden: true }), reason: text(300) }),
  output: z.strictObject({ id: z.uuid(), entryIds: z.array(z.uuid()) }),
  emits: [e.yearReopened, e.entryPosted, e.entryReversedEvent],
  refusals: [r.booksNotKept, r.yearMissing, r.yearNotClosed, r.yearLaterClosed, ...r.postingRefusals],
  kinds,
  example: { yearId: '019aa000-0000-7000-8000-000000000173', reason: 'The auditor asks for a correction.' },
})

const revaluing = [e.entryPosted, e.yearOpened]

export const revalueItems = command({
  name: 'ledger.revalue-items',
  summary:
    'Books what accounts, open bills and invoices in other currencies have gained or lost by the rate of a day; of bills and invoices it is taken back on the next.',
  input: z.strictObject({ on: day() }),
  output: z.strictObject({ entryIds: z.array(z.uuid()) }),
  emits: [e.itemsRevalued, ...revaluing],
  refusals: [r.booksNotKept, r.revalued, r.revaluedLater, r.nothingToRevalue, ...r.postingRefusals],
  kinds,
  undoable: true,
  example: { on: '2026-12-31' },
})

export const takeBackRevaluation = command({
  name: 'ledger.take-back-revaluation',
  summary: 'Takes the revaluation of a day back: its entries are reversed.',
  input: z.strictObject({ on: day() }),
  output: z.strictObject({ entryIds: z.array(z.uuid()) }),
  emits: [e.revaluationTakenBack, e.entryReversedEvent, ...revaluing],
  refusals: [r.booksNotKept, r.notRevalued, r.revaluedLater, ...r.postingRefusals],
  kinds,
  example: { on: '2026-12-31' },
})

const rateText = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,10})?$/)
  .meta({ control: 'text' })

export const setRate = command({
  name: 'ledger.set-rate',
  summary: 'Notes what one unit of a currency is worth in the currency of the books, from a day on.',
  input: z.strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ control: 'text' }),
    on: day(),
    rate: rateText,
  }),
  output: z.strictObject({ currency: z.string() }),
  emits: [e.ratesSet],
  refusals: [r.booksNotKept, r.ratesUnreadable],
  kinds,
  example: { currency: 'EUR', on: '2026-11-20', rate: '11.05' },
})

export const importRates = command({
  name: 'ledger.import-rates',
  summary:
    'Reads rates from a table as the European Central Bank publishes it: a day in each line, a currency in each column, units for one euro.',
  input: z.strictObject({ table: longText(2_000_000).min(10) }),
  output: z.strictObject({ count: count() }),
  emits: [e.ratesSet],
  refusals: [r.booksNotKept, r.ratesUnreadable],
  kinds,
  example: { table: 'Date,USD,SEK\n2026-11-20,1.1600,11.0500' },
})

export const settingCommands = [
  setUpBooks,
  changeSettings,
  addAccount,
  changeAccount,
  assignAccountRole,
  setVatCode,
  addDimension,
  setDimensionValue,
  lockPeriods,
  unlockPeriods,
  openYear,
  closeYear,
  reopenYear,
  revalueItems,
  takeBackRevaluation,
  setRate,
  importRates,
]
