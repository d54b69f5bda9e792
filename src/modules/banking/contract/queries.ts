import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import { payReference, payTo } from '../../ledger/contract.ts'
import {
  accountStates,
  bankLine,
  can,
  daySum,
  example,
  exampleOther,
  fileVersions,
  head,
  leftOut,
  list,
  named,
  numberSchemes,
  paidItem,
  paymentLine,
  currencyCode,
  payMethodsOfRun,
  proposal,
  runStates,
  statementStates,
} from './shapes.ts'

const accountFacts = {
  scheme: choice(numberSchemes),
  number: z.string(),
  currency: z.string(),
  /** What the bank says there is, and of which day. */
  balance: money().nullable(),
  balanceOn: day().nullable(),
  /** The last day of which lines are known. */
  knownUntil: day().nullable(),
  open: count(),
  closed: flag(),
}

export const accountLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(accountStates),
  ...accountFacts,
})

export const listAccounts = query({
  name: 'banking.list-accounts',
  summary: 'The bank accounts of the office: balance, how fresh it is, lines that nobody has matched.',
  input: z.strictObject({ text: text(200).optional(), closed: flag().optional(), ...slice }),
  output: list(accountLine),
  kinds: ['bank-account', 'bank-statement'],
  example: {},
})

export const getAccount = query({
  name: 'banking.get-account',
  summary: 'One bank account: number, balance, books, learnt rules.',
  permission: 'banking.list-accounts',
  input: z.strictObject({ id: id('bank-account') }),
  output: z.strictObject({
    record: head(accountStates),
    ...accountFacts,
    bic: z.string().nullable(),
    ledgerAccount: z.string().nullable(),
    customerNumber: z.string().nullable(),
    fileVersion: choice(fileVersions),
    alsoNumbers: z.array(z.string()),
    holder: z.string(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    town: z.string().nullable(),
    country: z.string(),
    rules: z.array(
      z.strictObject({ id: z.uuid(), counterparty: z.string(), books: z.string(), uses: z.int(), lastOn: day() }),
    ),
    can,
  }),
  kinds: ['bank-account', 'bank-statement'],
  example: { id: example },
})

export const getSettings = query({
  name: 'banking.get-settings',
  summary: 'Whether who proposed may approve, and when payments are booked.',
  permission: 'banking.list-runs',
  input: z.strictObject({}),
  output: z.strictObject({ fourEyes: flag(), bookAtHandOut: flag() }),
  kinds: ['payment-run'],
  example: {},
})

export const previewRun = query({
  name: 'banking.preview-run',
  summary: 'What a payment run until a day would pay, day by day, with what is left out and why; nothing is kept.',
  permission: 'banking.list-runs',
  input: z.strictObject({
    accountId: id('bank-account'),
    until: day().optional(),
    payOn: day().optional(),
    withDiscounts: flag().optional(),
    method: choice(payMethodsOfRun).optional(),
    currency: currencyCode().optional(),
  }),
  output: z.strictObject({
    until: day(),
    currency: z.string(),
    /** Currencies of what is ready to be paid, the account's own first. */
    currencies: z.array(z.string()),
    payments: z.array(
      z.strictObject({
        partyId: z.uuid().nullable(),
        partyName: z.string(),
        payTo,
        reference: payReference.nullable(),
        amount: money(),
        payOn: day(),
        late: flag(),
        items: z.array(paidItem),
      }),
    ),
    leftOut: z.array(leftOut),
    days: z.array(daySum),
    amount: money(),
    saved: money(),
    /** What the bank says there is. */
    balance: money().nullable(),
  }),
  kinds: ['payment-run', 'bank-account'],
  example: { accountId: example, until: '2026-11-30' },
})

export const runLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(runStates),
  account: named.nullable(),
  method: choice(payMethodsOfRun),
  count: count(),
  rejected: count(),
  amount: money(),
  firstOn: day().nullable(),
  lastOn: day().nullable(),
  proposedOn: day(),
})

export const listRuns = query({
  name: 'banking.list-runs',
  summary: 'Payment runs, the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(runStates)).max(6).optional(),
    accountId: id('bank-account').optional(),
    ...slice,
  }),
  output: list(runLine),
  kinds: ['payment-run'],
  example: {},
})

export const getRun = query({
  name: 'banking.get-run',
  summary: 'One payment run: its payments, its file, who proposed, approved and handed it out.',
  permission: 'banking.list-runs',
  input: z.strictObject({ id: id('payment-run') }),
  output: z.strictObject({
    record: head(runStates),
    ...runLine.omit({ id: true, version: true, title: true, state: true }).shape,
    payments: z.array(paymentLine),
    days: z.array(daySum),
    saved: money(),
    proposedBy: named.nullable(),
    approvedBy: named.nullable(),
    approvedOn: day().nullable(),
    handedOutBy: named.nullable(),
    handedOutAt: instant().nullable(),
    acceptedOn: day().nullable(),
    settledOn: day().nullable(),
    confirmedBecause: z.string().nullable(),
    file: z.strictObject({ name: z.string(), digest: z.string() }).nullable(),
    problems: z.array(z.strictObject({ name: z.string(), payee: z.string() })),
    can,
  }),
  kinds: ['payment-run'],
  example: { id: example },
})

export const listStatements = query({
  name: 'banking.list-statements',
  summary: 'Files of the bank as they came, the newest first, with what was new in them.',
  input: z.strictObject({
    states: z.array(choice(statementStates)).max(4).optional(),
    text: text(200).optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      state: choice(statementStates),
      format: z.string().nullable(),
      accounts: z.array(named),
      from: day().nullable(),
      to: day().nullable(),
      count: count(),
      new: count(),
      takenOn: day(),
    }),
  ),
  kinds: ['bank-statement'],
  example: {},
})

const balanceOf = z.strictObject({ on: day(), amount: money() }).nullable()
export const getStatement = query({
  name: 'banking.get-statement',
  summary:
    'One file of the bank: what was read, what was new, what is odd in it, or what must be said before it can be read.',
  permission: 'banking.list-statements',
  input: z.strictObject({ id: id('bank-statement') }),
  output: z.strictObject({
    record: head(statementStates),
    fileName: z.string(),
    format: z.string().nullable(),
    count: count(),
    new: count(),
    takenOn: day(),
    parts: z.array(
      z.strictObject({
        account: named.nullable(),
        kind: choice(['statement', 'intraday', 'advice']),
        sequence: z.string().nullable(),
        from: day().nullable(),
        to: day().nullable(),
        opening: balanceOf,
        closing: balanceOf,
        count: count(),
        new: count(),
      }),
    ),
    findings: z.array(
      z.strictObject({ name: z.string(), line: z.int().nullable(), data: z.record(z.string(), z.unknown()) }),
    ),
    problem: z.strictObject({ name: z.string(), line: z.int().nullable(), detail: z.string() }).nullable(),
    /** The first rows of a table whose columns are to be named. */
    head: z.array(z.array(z.string())).nullable(),
    /** The sign that parts its columns. */
    separator: choice([',', ';', '\t', '|']).nullable(),
    accountId: z.uuid().nullable(),
    run: named.nullable(),
    can,
  }),
  kinds: ['bank-statement'],
  example: { id: example },
})

export const listLines = query({
  name: 'banking.list-lines',
  summary: 'Lines of a bank account, the newest first: what each was, and those nobody has matched.',
  permission: 'banking.list-accounts',
  input: z.strictObject({
    accountId: id('bank-account'),
    text: text(200).optional(),
    matched: choice(['yes', 'no']).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(bankLine.extend({ is: z.array(z.string()) })),
  kinds: ['bank-account', 'bank-statement'],
  example: { accountId: example },
})

export const listToMatch = query({
  name: 'banking.list-to-match',
  summary: 'Lines of the bank that nobody has matched, the oldest first, each with what it probably is and why.',
  permission: 'banking.list-accounts',
  input: z.strictObject({
    accountId: id('bank-account'),
    limit: z.int().min(1).max(500).default(100).meta({ hidden: true }),
  }),
  output: z.strictObject({
    rows: z.array(bankLine.extend({ proposals: z.array(proposal) })),
    total: count(),
    sure: count(),
  }),
  kinds: ['bank-account', 'bank-statement', 'payment-run'],
  example: { accountId: example },
})

export const findItems = query({
  name: 'banking.find-items',
  summary: 'Open items that a line may be: by number, name, reference or amount.',
  permission: 'banking.list-accounts',
  input: z.strictObject({
    text: text(200).optional(),
    amount: money().optional(),
    limit: z.int().min(1).max(50).default(12).meta({ hidden: true }),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        itemId: z.uuid(),
        recordId: z.uuid(),
        side: choice(['payable', 'receivable']),
        partyName: z.string(),
        number: z.string().nullable(),
        dueOn: day(),
        remaining: money(),
      }),
    ),
  }),
  kinds: ['bank-account'],
  tool: false,
  example: { text: 'vent' },
})

export const getReconciliation = query({
  name: 'banking.get-reconciliation',
  summary: 'The bank’s balance beside the ledger’s on a day; what differs is listed line by line and entry by entry.',
  permission: 'banking.list-accounts',
  input: z.strictObject({ accountId: id('bank-account'), on: day().optional() }),
  output: z.strictObject({
    account: named,
    on: day(),
    currency: z.string(),
    bank: money().nullable(),
    bankOn: day().nullable(),
    ledger: money().nullable(),
    ledgerAccount: z.string().nullable(),
    lines: z.array(bankLine),
    linesSum: money(),
    entries: z.array(
      z.strictObject({ entryId: z.uuid(), number: z.string(), on: day(), text: z.string(), amount: money() }),
    ),
    entriesSum: money(),
    /** bank − ledger − unmatched lines + entries without a line: nothing, where all is explained. */
    unexplained: money().nullable(),
  }),
  kinds: ['bank-account', 'bank-statement'],
  example: { accountId: example },
})

export const runToWrite = query({
  name: 'banking.run-to-write',
  summary: 'What the file of a run is written from; asked by the job alone.',
  input: z.strictObject({ id: id('payment-run') }),
  output: z.strictObject({
    awaited: flag(),
    title: z.string(),
    messageId: z.string(),
    at: instant(),
    version: choice(fileVersions),
    debtor: z.strictObject({
      customerNumber: z.string().nullable(),
      scheme: choice(numberSchemes),
      number: z.string(),
      bic: z.string().nullable(),
      currency: z.string(),
      name: z.string(),
      street: z.string().nullable(),
      postalCode: z.string().nullable(),
      town: z.string().nullable(),
      country: z.string(),
    }),
    payments: z.array(
      z.strictObject({
        endToEndId: z.string(),
        amount: money(),
        payOn: day(),
        payTo,
        reference: payReference.nullable(),
        text: z.string(),
      }),
    ),
  }),
  tool: false,
  example: { id: example },
})

export const statementToRead = query({
  name: 'banking.statement-to-read',
  summary: 'The file of the bank that a job reads, and what is known of the accounts it may be of.',
  input: z.strictObject({ id: id('bank-statement') }),
  output: z.strictObject({
    awaited: flag(),
    digest: z.string(),
    name: z.string(),
    accountId: z.uuid().nullable(),
    accounts: z.array(
      z.strictObject({
        id: z.uuid(),
        currency: z.string(),
        numbers: z.array(z.strictObject({ scheme: z.string(), number: z.string() })),
        layout: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  }),
  tool: false,
  example: { id: example },
})

export const runOfMessage = query({
  name: 'banking.run-of-message',
  summary: 'The run that a bank’s answer is about, by the message it names; asked by the job alone.',
  input: z.strictObject({ messageId: text(40) }),
  output: z.strictObject({
    runId: z.uuid().nullable(),
    language: z.string(),
    payments: z.array(
      z.strictObject({ id: z.uuid(), endToEndId: z.string(), paymentInfoId: z.string().nullable(), live: flag() }),
    ),
  }),
  tool: false,
  example: { messageId: 'K019AA00000007000800000000000071' },
})

export const dayOfAccount = query({
  name: 'banking.day-of-account',
  summary:
    'What was told of one day of an account: a statement that cuts the day counts on from there. Asked by the job alone.',
  input: z.strictObject({ accountId: id('bank-account'), on: day() }),
  output: z.strictObject({
    parts: z.array(z.strictObject({ statementId: z.uuid(), opening: z.string().nullable(), closing: z.string() })),
    lines: z.array(z.strictObject({ statementId: z.uuid(), identity: z.string() })),
  }),
  tool: false,
  example: { accountId: example, on: '2026-11-20' },
})

export const fileOf = query({
  name: 'banking.file-of',
  summary: 'Where the bytes of a run’s file, or of a file of the bank, are: asked when one is downloaded.',
  permission: 'banking.list-runs',
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({ digest: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: count() }),
  tool: false,
  example: { id: exampleOther },
})

export const bankingQueries = [
  listAccounts,
  getAccount,
  getSettings,
  previewRun,
  listRuns,
  getRun,
  listStatements,
  getStatement,
  listLines,
  listToMatch,
  findItems,
  getReconciliation,
  runToWrite,
  statementToRead,
  runOfMessage,
  dayOfAccount,
  fileOf,
]
