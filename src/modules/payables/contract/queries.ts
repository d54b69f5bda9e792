import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import { questionAnswers, questionMails } from './question-commands.ts'
import {
  alarmRules,
  billKinds,
  billStates,
  can,
  example,
  head,
  list,
  named,
  payAccount,
  payMethods,
  payNumber,
  postMoments,
  settleWays,
  severities,
  shownLine,
} from './shapes.ts'

/** What a list may be asked for beside states: what waits for me, what is kept, what is late. */
export const billBoxes = ['open', 'mine', 'kept', 'due', 'late'] as const

export const billRow = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  kind: choice(billKinds),
  state: choice(billStates),
  supplier: z.string(),
  number: z.string().nullable(),
  issuedOn: day(),
  dueOn: day(),
  /** Below nothing for a credit note. */
  total: money(),
  remaining: money(),
  method: choice(payMethods),
  late: flag(),
  hold: z.enum(['held', 'disputed']).nullable(),
  holdReason: z.string().nullable(),
  stopped: flag(),
  /** Alarms that nobody has settled. */
  alarms: count(),
  /** Whose turn it is; null where anybody who may. */
  waitsFor: z.string().nullable(),
  coding: z.string().nullable(),
})

export const listBills = query({
  name: 'payables.list-bills',
  summary: 'Bills: where each stands, when it is due, whom it waits for; what is due first stands first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(billStates)).max(6).optional(),
    box: choice(billBoxes).optional(),
    supplierId: id('organisation').optional(),
    dueUntil: day().optional(),
    ...slice,
  }),
  output: list(billRow),
  kinds: ['bill'],
  example: {},
})

const alarm = z.strictObject({
  rule: choice(alarmRules),
  severity: choice(severities),
  /** What its words are filled with. */
  data: z.record(z.string(), z.unknown()),
  foundAt: instant(),
  settledAt: instant().nullable(),
  settledBy: named.nullable(),
  how: choice(settleWays).nullable(),
  said: z.string().nullable(),
})

export const getBill = query({
  name: 'payables.get-bill',
  summary: 'One bill: its facts, alarms, coding, whom it waits for, what was paid, its papers.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('bill') }),
  output: z.strictObject({
    record: head(billStates),
    kind: choice(billKinds),
    supplier: named.nullable(),
    supplierName: z.string(),
    number: z.string().nullable(),
    issuedOn: day(),
    dueOn: day(),
    bookOn: day(),
    receivedOn: day(),
    total: money(),
    vat: money().nullable(),
    remaining: money(),
    period: z.strictObject({ from: day().nullable(), until: day().nullable() }).nullable(),
    reference: payNumber.nullable(),
    payTo: payAccount.nullable(),
    orderNumber: z.string().nullable(),
    method: choice(payMethods),
    discount: z.strictObject({ on: day(), amount: money() }).nullable(),
    note: z.string(),
    late: flag(),
    hold: z.enum(['held', 'disputed']).nullable(),
    holdReason: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
    posted: flag(),
    alarms: z.array(alarm),
    lines: z.array(shownLine),
    /** Why the lines stand so, where they were proposed and nobody has settled them yet. */
    codingReason: z.strictObject({ key: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    approver: named.nullable(),
    codedBy: named.nullable(),
    codedAt: instant().nullable(),
    approvedBy: named.nullable(),
    approvedAt: instant().nullable(),
    paidOn: day().nullable(),
    payments: z.array(
      z.strictObject({
        id: z.uuid(),
        how: z.enum(['cash', 'card', 'bank', 'credit']),
        amount: money(),
        on: day(),
        other: named.nullable(),
      }),
    ),
    /** Asked of somebody who need not sign in. */
    questions: z.array(
      z.strictObject({
        id: z.uuid(),
        askedOf: z.string(),
        question: z.string(),
        askedAt: instant(),
        mail: choice(questionMails),
        answer: choice(questionAnswers).nullable(),
        said: z.string(),
        answeredAt: instant().nullable(),
      }),
    ),
    reminders: z.array(z.strictObject({ document: named.nullable(), cameOn: day(), total: money().nullable() })),
    agreement: named.nullable(),
    /** Costs for months to come: what may be spread over them, and what is. */
    toSpread: z.array(
      z.strictObject({
        position: z.int(),
        text: z.string().nullable(),
        account: z.string(),
        amount: money(),
        from: day(),
        until: day(),
        months: z.int(),
      }),
    ),
    spread: z.array(
      z.strictObject({
        entryId: z.uuid(),
        account: z.string(),
        text: z.string(),
        amount: money(),
        left: money(),
        nextOn: day().nullable(),
        lastOn: day().nullable(),
        months: count(),
        stopped: flag(),
      }),
    ),
    /** Numbers that the directory knows of the supplier. */
    phones: z.array(z.strictObject({ number: z.string(), label: z.string() })),
    knownAccounts: z.array(z.string()),
    documents: z.array(named),
    /** What the supplier is told on the telephone. */
    spoken: z.strictObject({ key: z.string(), params: z.record(z.string(), z.unknown()) }),
    can,
  }),
  kinds: ['bill'],
  example: { id: example },
})

export const countBills = query({
  name: 'payables.count-bills',
  summary: 'How many bills wait for somebody.',
  permission: 'payables.list-bills',
  input: z.strictObject({}),
  output: z.strictObject({ total: count(), toCode: count(), toApprove: count(), kept: count() }),
  kinds: ['bill'],
  tool: false,
  example: {},
})

const sum = z.strictObject({ count: count(), sums: z.array(money()) })
export const moneyToday = query({
  name: 'payables.money-today',
  summary: 'The day of money: what waits for me, what is to be paid this week, what is late, what did not come.',
  permission: 'payables.list-bills',
  input: z.strictObject({}),
  output: z.strictObject({
    mine: z.array(billRow),
    toCode: sum,
    toApprove: sum,
    kept: sum,
    late: sum,
    thisWeek: sum,
    /** Expected by an agreement, and not here. */
    missing: z.array(z.strictObject({ id: z.uuid(), title: z.string(), on: day() })),
    nextDue: z.array(billRow),
  }),
  kinds: ['bill', 'agreement'],
  example: {},
})

export const cashAhead = query({
  name: 'payables.cash-ahead',
  summary:
    'What goes out day by day, by open bills, and what the bank accounts hold after it: in the currency of the office.',
  permission: 'payables.list-bills',
  input: z.strictObject({ days: z.int().min(7).max(180).default(60) }),
  output: z.strictObject({
    currency: z.string(),
    /** What the accounts hold by the bank's own word; null where no statement has told it. */
    balance: z.strictObject({ amount: money(), on: day() }).nullable(),
    /** The first day on which more goes out than there is. */
    shortOn: day().nullable(),
    /** Days on which something falls due; what is late stands on today. */
    rows: z.array(
      z.strictObject({
        on: day(),
        bills: money(),
        expected: money(),
        count: count(),
        sum: money(),
        left: money().nullable(),
      }),
    ),
    /** Owed in other currencies, not in the sums. */
    others: z.array(money()),
  }),
  kinds: ['bill', 'agreement'],
  example: {},
})

export const proposeCoding = query({
  name: 'payables.propose-coding',
  summary: 'How a bill of this supplier would be coded, by those before.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('bill') }),
  output: z.strictObject({
    lines: z.array(shownLine),
    reason: z.strictObject({ key: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  }),
  kinds: ['bill'],
  example: { id: example },
})

export const getBillSettings = query({
  name: 'payables.get-settings',
  summary: 'The rules for bills: four eyes, when they are posted, whose approval is asked for.',
  permission: 'payables.list-bills',
  input: z.strictObject({}),
  output: z.strictObject({
    fourEyesAbove: money().nullable(),
    postOn: choice(postMoments),
    approvers: z.array(
      z.strictObject({
        id: z.uuid(),
        supplier: named.nullable(),
        dimension: z.string().nullable(),
        value: z.string().nullable(),
        approver: named.nullable(),
      }),
    ),
  }),
  kinds: ['bill'],
  example: {},
})

export const billQueries = [listBills, getBill, countBills, moneyToday, cashAhead, proposeCoding, getBillSettings]
