import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import {
  accountTypes,
  can,
  charts,
  entryStates,
  example,
  head,
  itemStates,
  list,
  modes,
  named,
  periodStates,
  vatCategories,
  vatKinds,
  vatParts,
  yearStates,
} from './shapes.ts'
import { accountRoles, books, itemSides, payMethods, payTo } from './wish.ts'

const kinds = ['ledger-entry']
const sections = { kinds, permission: 'ledger.list-entries' } as const

export const entryLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  series: z.string(),
  number: count(),
  book: choice(books),
  on: day(),
  text: z.string(),
  total: money(),
  source: named.nullable(),
  state: choice(entryStates),
})

export const listEntries = query({
  name: 'ledger.list-entries',
  summary: 'Entries of the books, the newest first; by words or amount, series, account, day.',
  input: z.strictObject({
    text: text(200).optional(),
    series: z.array(text(10)).max(20).optional(),
    account: text(20).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(entryLine),
  kinds,
  example: {},
})

export const postingLine = z.strictObject({
  line: z.int(),
  account: z.string(),
  accountName: z.string(),
  amount: money(),
  foreign: money().nullable(),
  vatCode: z.string().nullable(),
  vatPart: choice(vatParts).nullable(),
  dimensions: z.record(z.string(), z.string()),
  party: named.nullable(),
  text: z.string().nullable(),
})

const accrualLine = z.strictObject({
  id: z.uuid(),
  entryId: z.uuid(),
  text: z.string(),
  account: z.string(),
  amount: money(),
  remaining: money(),
  nextOn: day().nullable(),
  lastOn: day(),
  stopped: flag(),
})

export const itemLine = z.strictObject({
  id: z.uuid(),
  side: choice(itemSides),
  record: named.nullable(),
  party: named.nullable(),
  partyName: z.string(),
  number: z.string().nullable(),
  issuedOn: day(),
  dueOn: day(),
  amount: money(),
  remaining: money(),
  method: choice(payMethods),
  payTo: payTo.nullable(),
  ready: flag(),
  holdReason: z.string().nullable(),
  state: choice(itemStates),
})

export const getEntry = query({
  name: 'ledger.get-entry',
  summary: 'One entry: its postings, the papers it rests on, what reversed it, what it spread over months.',
  input: z.strictObject({ id: id('ledger-entry') }),
  output: z.strictObject({
    record: head(entryStates),
    ...entryLine.omit({ id: true, version: true, state: true }).shape,
    madeAt: instant(),
    madeBy: named.nullable(),
    imported: flag(),
    postings: z.array(postingLine),
    documents: z.array(named),
    reversalOf: named.nullable(),
    reversedBy: named.nullable(),
    items: z.array(itemLine),
    accruals: z.array(accrualLine),
    can,
  }),
  ...sections,
  example: { id: example },
})

export const accountLine = z.strictObject({
  /** Its number: what lists go by. */
  id: z.string(),
  number: z.string(),
  name: z.string(),
  accountType: choice(accountTypes),
  vatCode: z.string().nullable(),
  roles: z.array(choice(accountRoles)),
  inUse: flag(),
  /** The currency it is kept in, where that is not the books' own. */
  currency: z.string().nullable(),
  /** Debit less credit up to today: of an income or cost account within the year, of others from the beginning. */
  balance: money(),
})

export const listAccounts = query({
  name: 'ledger.list-accounts',
  summary: 'The chart of accounts with balances, by number or words.',
  input: z.strictObject({
    text: text(200).optional(),
    types: z.array(choice(accountTypes)).max(5).optional(),
    /** Also those that are not in use any more. */
    all: flag().optional(),
    ...slice,
  }),
  output: list(accountLine),
  kinds,
  example: {},
})

export const getAccount = query({
  name: 'ledger.get-account',
  summary: 'The card of one account: what was posted in order of days, with the balance after each.',
  permission: 'ledger.list-accounts',
  input: z.strictObject({ number: text(20), from: day().optional(), until: day().optional(), ...slice }),
  output: z.strictObject({
    account: accountLine,
    from: day(),
    until: day(),
    opening: money(),
    closing: money(),
    rows: z.array(
      z.strictObject({
        entryId: z.uuid().nullable(),
        line: z.int(),
        voucher: z.string(),
        on: day(),
        text: z.string().nullable(),
        amount: money(),
        balance: money(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
    can,
  }),
  kinds,
  example: { number: '1930' },
})

export const listPeriods = query({
  name: 'ledger.list-periods',
  summary: 'Financial years and their months: open, locked or closed, and how many entries each has.',
  input: z.strictObject({}),
  output: z.strictObject({
    years: z.array(
      z.strictObject({
        id: z.uuid(),
        startsOn: day(),
        endsOn: day(),
        state: choice(yearStates),
        result: money(),
        series: z.array(z.strictObject({ code: z.string(), last: count() })),
        periods: z.array(
          z.strictObject({ startsOn: day(), endsOn: day(), state: choice(periodStates), entries: count() }),
        ),
        can,
      }),
    ),
    can,
  }),
  ...sections,
  example: {},
})

export const listItems = query({
  name: 'ledger.list-items',
  summary: 'What is owed to suppliers and by customers, one by one, the first to fall due first.',
  input: z.strictObject({
    text: text(200).optional(),
    sides: z.array(choice(itemSides)).max(2).optional(),
    states: z.array(choice(itemStates)).max(3).optional(),
    dueUntil: day().optional(),
    ...slice,
  }),
  output: list(itemLine),
  kinds,
  example: {},
})

export const getSettings = query({
  name: 'ledger.get-settings',
  summary:
    'How the books are kept: here or elsewhere, chart, currency, series, and which account serves which purpose.',
  permission: 'ledger.list-accounts',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Null until the books have been set up. */
    mode: choice(modes).nullable(),
    chart: choice(charts).nullable(),
    /** The chart that fits the office's country. */
    proposed: choice(charts),
    /** The first day of the year that today is in. */
    proposedFrom: day(),
    currency: z.string(),
    charts: z.array(z.strictObject({ chart: choice(charts), accounts: count(), vatCodes: count() })),
    series: z.array(z.strictObject({ book: choice(books), code: z.string() })),
    roles: z.array(
      z.strictObject({ role: choice(accountRoles), account: z.string().nullable(), name: z.string().nullable() }),
    ),
    can,
  }),
  kinds,
  example: {},
})

export const listVatCodes = query({
  name: 'ledger.list-vat-codes',
  summary: 'VAT codes: rate, where the tax goes, and the boxes of the return.',
  permission: 'ledger.list-accounts',
  input: z.strictObject({ all: flag().optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        vatKind: choice(vatKinds),
        vatRate: z.string(),
        deductible: z.int(),
        category: choice(vatCategories),
        taxAccount: z.string().nullable(),
        dueAccount: z.string().nullable(),
        baseBox: z.string().nullable(),
        taxBox: z.string().nullable(),
        dueBox: z.string().nullable(),
        validFrom: day().nullable(),
        validUntil: day().nullable(),
        inUse: flag(),
      }),
    ),
  }),
  kinds,
  example: {},
})

export const listDimensions = query({
  name: 'ledger.list-dimensions',
  summary: 'Dimensions and their values: cost centres, projects.',
  permission: 'ledger.list-accounts',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        values: z.array(z.strictObject({ code: z.string(), name: z.string(), inUse: flag() })),
      }),
    ),
  }),
  kinds,
  example: {},
})

export const listAccruals = query({
  name: 'ledger.list-accruals',
  summary: 'Costs that are being spread over months, and how much of each is left.',
  ...sections,
  input: z.strictObject({ all: flag().optional() }),
  output: z.strictObject({ rows: z.array(accrualLine) }),
  example: {},
})

export const listRates = query({
  name: 'ledger.list-rates',
  summary: 'The newest known rate of each currency.',
  permission: 'ledger.list-accounts',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ currency: z.string(), on: day(), rate: z.string() })) }),
  kinds,
  example: {},
})

export const countAccruals = query({
  name: 'ledger.count-accruals-due',
  summary: 'How many parts of spread costs wait to be posted.',
  permission: 'ledger.list-entries',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const previewRevaluation = query({
  name: 'ledger.preview-revaluation',
  summary:
    'Accounts, open bills and invoices in other currencies: what each stands for in the books, and what it is worth by the rate of a day.',
  ...sections,
  input: z.strictObject({ on: day() }),
  output: z.strictObject({
    on: day(),
    /** The day on which it is taken back. */
    backOn: day(),
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        side: choice(itemSides),
        record: named.nullable(),
        partyName: z.string(),
        number: z.string().nullable(),
        left: money(),
        worth: money(),
        rate: z.string().nullable(),
        now: money().nullable(),
        /** Below nothing: a gain. */
        loss: money().nullable(),
      }),
    ),
    accounts: z.array(
      z.strictObject({
        number: z.string(),
        name: z.string(),
        left: money(),
        worth: money(),
        rate: z.string().nullable(),
        now: money().nullable(),
        loss: money().nullable(),
        /** Amounts stand on it without what they were in its currency: it is not revalued. */
        mixed: flag(),
      }),
    ),
    loss: money(),
    /** Currencies of which no rate is known by that day. */
    missing: z.array(z.string()),
    /** Where it is booked already. */
    entryIds: z.array(z.uuid()),
    can,
  }),
  example: { on: '2026-12-31' },
})

export const ledgerQueries = [
  previewRevaluation,
  listEntries,
  getEntry,
  listAccounts,
  getAccount,
  listPeriods,
  listItems,
  getSettings,
  listVatCodes,
  listDimensions,
  listAccruals,
  listRates,
  countAccruals,
]
