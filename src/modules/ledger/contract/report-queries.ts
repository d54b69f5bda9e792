import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, money, slice, text, z } from '../../../kernel/schema.ts'
import { accountTypes, can, list, named, vatParts } from './shapes.ts'
import { itemSides } from './wish.ts'

const kinds = ['ledger-entry']
const reading = { kinds, permission: 'ledger.read-reports' } as const

/** The financial year of today, unless days are given; a dimension narrows every figure to one of its values. */
const span = { from: day().optional(), until: day().optional() }
const byDimension = { dimension: text(20).optional(), value: text(40).optional() }
const head = { from: day(), until: day(), currency: z.string() }

export const trialBalanceRow = z.strictObject({
  account: z.string(),
  name: z.string(),
  accountType: choice(accountTypes),
  opening: money(),
  debit: money(),
  credit: money(),
  closing: money(),
})

export const getTrialBalance = query({
  name: 'ledger.get-trial-balance',
  summary:
    'Every account with its opening balance, debit, credit and closing balance, between days; closing entries are left out.',
  input: z.strictObject({ ...span, ...byDimension }),
  output: z.strictObject({
    ...head,
    rows: z.array(trialBalanceRow),
    /** What years before have earned and not been closed with: it stands on no account of this year. */
    unclosed: money(),
    totals: trialBalanceRow.pick({ opening: true, debit: true, credit: true, closing: true }),
  }),
  ...reading,
  example: {},
})

export const statementGroups = [
  'sales',
  'other-income',
  'goods',
  'external-costs',
  'staff',
  'depreciation',
  'financial',
  'appropriations',
  'tax',
  'result',
  'fixed',
  'stock',
  'claims',
  'cash',
  'equity',
  'untaxed',
  'provisions',
  'long-debt',
  'short-debt',
] as const
export type StatementGroup = (typeof statementGroups)[number]

const section = z.strictObject({
  group: choice(statementGroups),
  rows: z.array(z.strictObject({ account: z.string(), name: z.string(), amount: money(), before: money().nullable() })),
  amount: money(),
  before: money().nullable(),
})

export const getIncomeStatement = query({
  name: 'ledger.get-income-statement',
  summary: 'What was earned and what it cost between days, beside the same days a year before; costs below nothing.',
  input: z.strictObject({ ...span, ...byDimension }),
  output: z.strictObject({
    ...head,
    beforeFrom: day(),
    beforeUntil: day(),
    sections: z.array(section),
    result: money(),
    resultBefore: money().nullable(),
  }),
  ...reading,
  example: {},
})

export const getBalanceSheet = query({
  name: 'ledger.get-balance-sheet',
  summary:
    'What the office has and owes on a day, beside the first day of that financial year; what was earned and not yet closed stands by itself.',
  input: z.strictObject({ on: day().optional() }),
  output: z.strictObject({
    on: day(),
    yearFrom: day(),
    currency: z.string(),
    assets: z.array(section),
    debts: z.array(section),
    result: money(),
    resultBefore: money().nullable(),
    totalAssets: money(),
    totalAssetsBefore: money().nullable(),
    totalDebts: money(),
    totalDebtsBefore: money().nullable(),
  }),
  ...reading,
  example: {},
})

export const generalLedgerRow = z.strictObject({
  account: z.string(),
  name: z.string(),
  /** The balance before this row, where it is the first of its account. */
  opening: money().nullable(),
  entryId: z.uuid().nullable(),
  line: z.int(),
  voucher: z.string(),
  on: day(),
  text: z.string().nullable(),
  amount: money(),
  balance: money(),
})

export const listGeneralLedger = query({
  name: 'ledger.list-general-ledger',
  summary: 'What was posted, account by account in the order of days, with the balance after each line.',
  input: z.strictObject({
    ...span,
    ...byDimension,
    fromAccount: text(20).optional(),
    toAccount: text(20).optional(),
    ...slice,
  }),
  output: list(generalLedgerRow).extend(head),
  ...reading,
  example: {},
})

const vatFigure = z.strictObject({ code: z.string(), name: z.string(), part: choice(vatParts) })
export const vatBoxKinds = ['base', 'tax'] as const
export const vatBox = z.strictObject({
  box: z.string(),
  /** Of the net amounts, or of the tax. */
  of: choice(vatBoxKinds),
  /** What the return calls it, in the language of its country; empty where only the number is known. */
  name: z.string(),
  amount: money(),
  /** Before it was rounded as the return wants it. */
  exact: money(),
  /** Adds others up rather than codes. */
  sum: flag(),
  made: z.array(vatFigure),
})

export const vatChecks = [
  'tax-differs',
  'account-without-code',
  'code-without-box',
  'period-before-open',
  'entries-later',
] as const

export const getVatReport = query({
  name: 'ledger.get-vat-report',
  summary:
    'The VAT return of a period: its boxes, what each is made of, what is to be paid or comes back, and what looks odd.',
  input: z.strictObject({ ...span }),
  output: z.strictObject({
    ...head,
    boxes: z.array(vatBox),
    codes: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        rate: z.string(),
        base: money(),
        tax: money(),
        due: money(),
        entries: count(),
      }),
    ),
    /** Above nothing: to be paid; below: comes back. */
    toPay: money(),
    exact: money(),
    checks: z.array(
      z.strictObject({
        check: choice(vatChecks),
        code: z.string().nullable(),
        amount: money().nullable(),
        on: day().nullable(),
      }),
    ),
    settled: z.strictObject({ id: z.uuid(), entryId: z.uuid().nullable(), on: day(), by: z.string() }).nullable(),
    /** The periods that were settled, the newest first. */
    periods: z.array(z.strictObject({ id: z.uuid(), from: day(), until: day(), toPay: money() })),
    can,
  }),
  ...reading,
  example: {},
})

export const listVatEntries = query({
  name: 'ledger.list-vat-entries',
  summary: 'The postings behind a box or a code of the VAT return.',
  input: z.strictObject({
    from: day(),
    until: day(),
    box: text(20).optional(),
    of: choice(vatBoxKinds).optional(),
    code: text(20).optional(),
    part: choice(vatParts).optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      entryId: z.uuid().nullable(),
      line: z.int(),
      voucher: z.string(),
      on: day(),
      text: z.string().nullable(),
      account: z.string(),
      code: z.string(),
      part: choice(vatParts),
      amount: money(),
    }),
  ),
  ...reading,
  example: { from: '2026-01-01', until: '2026-12-31' },
})

export const ageingRow = z.strictObject({
  party: named.nullable(),
  partyName: z.string(),
  currency: z.string(),
  items: count(),
  notDue: money(),
  days30: money(),
  days60: money(),
  days90: money(),
  older: money(),
  total: money(),
})

export const getAgeing = query({
  name: 'ledger.get-ageing',
  summary: 'What customers or suppliers are owed or owe on a day, by how long it has been due.',
  input: z.strictObject({ side: choice(itemSides), on: day().optional() }),
  output: z.strictObject({
    on: day(),
    rows: z.array(ageingRow),
    totals: z.array(ageingRow.omit({ party: true, partyName: true })),
  }),
  ...reading,
  example: { side: 'payable' },
})

export const printableReports = [
  'trial-balance',
  'income-statement',
  'balance-sheet',
  'general-ledger',
  'vat',
  'ageing',
] as const
export type PrintableReport = (typeof printableReports)[number]

export const printReport = query({
  name: 'ledger.print-report',
  summary:
    'A report as a PDF with the office’s head and page numbers, in the caller’s language; its bytes are in base64.',
  input: z.strictObject({
    report: choice(printableReports),
    ...span,
    ...byDimension,
    side: choice(itemSides).optional(),
    language: text(5).optional(),
  }),
  output: z.strictObject({ name: z.string(), content: z.string() }),
  tool: false,
  ...reading,
  example: { report: 'trial-balance' },
})

export const reportQueries = [
  getTrialBalance,
  getIncomeStatement,
  getBalanceSheet,
  listGeneralLedger,
  getVatReport,
  listVatEntries,
  getAgeing,
  printReport,
]
