import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import {
  boxes,
  can,
  categories,
  doubtCodes,
  example,
  head,
  limitPers,
  list,
  named,
  paidBys,
  ratesOf,
  reportStates,
  sorts,
  vehicles,
} from './shapes.ts'

export const reportLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  number: z.string(),
  state: choice(reportStates),
  person: named.nullable(),
  leftOn: day().nullable(),
  backOn: day().nullable(),
  place: z.string().nullable(),
  total: money(),
  /** What the person is owed: without the card's lines and the advance. */
  owed: money(),
  doubts: count(),
  receipts: count(),
  returned: flag(),
})

export const listReports = query({
  name: 'expenses.list-reports',
  summary: 'Expense reports: one’s own, those to verify or approve (the doubtful first), or all that one may see.',
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(boxes).default('all'),
    states: z.array(choice(reportStates)).max(6).optional(),
    ...slice,
  }),
  output: list(reportLine),
  kinds: ['expense-report'],
  example: {},
})

export const doubt = z.strictObject({
  code: choice(doubtCodes),
  lineId: z.uuid().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Another report or paper that it concerns. */
  other: named.nullable(),
})

export const getReport = query({
  name: 'expenses.get-report',
  summary: 'One expense report: its lines with receipts, what is doubtful, where it stands.',
  permission: 'expenses.list-reports',
  input: z.strictObject({ id: id('expense-report') }),
  output: z.strictObject({
    /** Its name and the reader's language, as its paper bears them. */
    office: z.string(),
    language: z.string(),
    record: head(reportStates),
    ...reportLine.omit({ id: true, version: true, title: true, state: true, doubts: true, receipts: true }).shape,
    mine: flag(),
    country: z.string().nullable(),
    leftTime: z.string().nullable(),
    backTime: z.string().nullable(),
    advance: money(),
    card: money(),
    handedInAt: z.string().nullable(),
    verifiedBy: named.nullable(),
    approvedBy: named.nullable(),
    returnedReason: z.string().nullable(),
    /** The account it is paid to, all but its last digits hidden; null while there is none. */
    account: z.string().nullable(),
    lines: z.array(
      z.strictObject({
        id: z.uuid(),
        sort: choice(sorts),
        category: choice(categories),
        on: day(),
        text: z.string(),
        document: named.nullable(),
        pages: count(),
        proposed: flag(),
        reading: flag(),
        total: money(),
        vat: money().nullable(),
        rate: z.string().nullable(),
        /** Whose day's rate of the ledger it is; none where it was written. */
        rateOn: day().nullable(),
        inOffice: money().nullable(),
        paidBy: choice(paidBys),
        participants: z.string().nullable(),
        distance: z.string().nullable(),
        vehicle: choice(vehicles).nullable(),
        country: z.string().nullable(),
        share: z.int().nullable(),
        breakfast: flag(),
        lunch: flag(),
        dinner: flag(),
      }),
    ),
    doubts: z.array(doubt),
    can,
  }),
  kinds: ['expense-report', 'document'],
  example: { id: example },
})

export const getPolicy = query({
  name: 'expenses.get-policy',
  summary: 'The rules that hold today: limits, accounts, rates for days and kilometres, and where they come from.',
  permission: 'expenses.list-reports',
  input: z.strictObject({}),
  output: z.strictObject({
    fromOn: day().nullable(),
    receiptAbove: money(),
    handInDays: z.int(),
    weekends: flag(),
    alcohol: flag(),
    fourEyes: flag(),
    categories: z.array(
      z.strictObject({
        category: choice(categories),
        account: z.string().nullable(),
        vatCode: z.string().nullable(),
        limit: money().nullable(),
        per: choice(limitPers),
        withParticipants: flag(),
      }),
    ),
    rates: z.array(
      z.strictObject({
        rateOf: choice(ratesOf),
        country: z.string().nullable(),
        fromOn: day(),
        perUnit: money(),
        /** Null: the office set it; else where Kontor has it from. */
        source: z.string().nullable(),
      }),
    ),
  }),
  kinds: ['expense-report'],
  example: {},
})

export const getPayAccount = query({
  name: 'expenses.get-pay-account',
  summary: 'To which account one is paid oneself.',
  permission: 'expenses.set-pay-account',
  input: z.strictObject({}),
  output: z.strictObject({
    account: z.strictObject({ scheme: z.string(), number: z.string(), bic: z.string().nullable() }).nullable(),
  }),
  kinds: ['expense-claimant'],
  example: {},
})

export const expensesQueries = [listReports, getReport, getPolicy, getPayAccount]
