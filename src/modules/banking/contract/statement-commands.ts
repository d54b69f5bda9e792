import { command, job } from '../../../kernel/declare.ts'
import { choice, count, day, expectedVersion, fileId, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { adviceGiven, adviceNotSent, sendAdviceJob } from './advice.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, exampleLine, exampleOther, lineMatch } from './shapes.ts'

const one = { id: id('bank-statement', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['bank-statement'], subject: 'id' } as const
const onAccount = { id: id('bank-account', { hidden: true }), expectedVersion: expectedVersion() }
const ofAccount = { kinds: ['bank-account', 'bank-statement'], subject: 'id' } as const

export const readStatementJob = job('banking.read-statement', z.strictObject({ statementId: z.uuid() }), 'system')

const column = z.int().min(0).max(199)
/** The columns of a bank's table, as `src/formats/bank` reads them. */
export const csvLayout = z.strictObject({
  separator: choice([',', ';', '\t', '|']),
  skip: z.int().min(0).max(1000),
  decimal: choice([',', '.']),
  dayOrder: choice(['ymd', 'dmy', 'mdy']),
  columns: z.strictObject({
    bookedOn: column,
    valueOn: column.optional(),
    amount: column.optional(),
    moneyIn: column.optional(),
    moneyOut: column.optional(),
    sign: column.optional(),
    currency: column.optional(),
    balance: column.optional(),
    name: column.optional(),
    account: column.optional(),
    ownAccount: column.optional(),
    reference: column.optional(),
    bankRef: column.optional(),
    code: column.optional(),
    text: z.array(column).max(20).optional(),
  }),
})

export const takeStatement = command({
  name: 'banking.take-statement',
  summary:
    'Takes a file of the bank: a statement in any format, or its answer to a payment file. It is kept as it came, and read.',
  input: z.strictObject({
    fileId: fileId(),
    name: text(200).optional().meta({ hidden: true }),
    /** The same bytes, once taken and not refused, are not taken again: the answer is the first file of them. */
    once: flag({ hidden: true }).optional(),
    /** Whose it is, where the file does not say. */
    accountId: id('bank-account').optional(),
  }),
  output: changed,
  emits: [e.statementTaken],
  refusals: [r.fileUnknown, r.accountClosed],
  jobs: [readStatementJob],
  kinds: ['bank-statement'],
  example: { fileId: exampleOther, name: 'statement.xml' },
})

export const readAgain = command({
  name: 'banking.read-again',
  summary:
    'Reads a file of the bank again, told whose it is or what its columns mean; the account remembers the columns.',
  input: z.strictObject({
    ...one,
    accountId: id('bank-account').optional(),
    layout: csvLayout.optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.statementReadAgain],
  refusals: [r.statementStateWrong, r.accountClosed],
  jobs: [readStatementJob],
  ...about,
  example: { id: example },
})

const minor = z.string().regex(/^-?\d{1,18}$/)
const nullable = (most: number) => z.string().max(most).nullable()
/** A line as it was read: `minor` is of the part's currency. */
export const readLine = z.strictObject({
  identity: z.string().min(1).max(200),
  position: z.int().min(1),
  bookedOn: day(),
  valueOn: day().nullable(),
  minor,
  partyName: nullable(300),
  partyAccount: nullable(60),
  bankRef: nullable(200),
  endToEndId: nullable(200),
  instructionId: nullable(200),
  code: nullable(100),
  references: z
    .array(z.strictObject({ scheme: z.string(), value: z.string().max(300), minor: minor.nullable() }))
    .max(1000),
  text: z.string().max(4000),
  reversal: z.boolean(),
  batch: z
    .strictObject({ id: z.string().max(300), paymentInfoId: nullable(200), sumMinor: minor, count: z.int() })
    .nullable(),
  fee: minor.nullable(),
  original: z
    .strictObject({ minor, currency: z.string().regex(/^[A-Z]{3}$/) })
    .nullable()
    .optional(),
})
const balance = z.strictObject({ on: day(), minor }).nullable()

export const recordStatement = command({
  name: 'banking.record-statement',
  summary: 'Stores what was read of a file of the bank: lines that are known already are not stored again.',
  input: z.strictObject({
    id: id('bank-statement'),
    format: z.string().max(40),
    version: nullable(60),
    findings: z.array(
      z.strictObject({ name: z.string(), line: z.int().nullable(), data: z.record(z.string(), z.unknown()) }),
    ),
    parts: z
      .array(
        z.strictObject({
          accountId: id('bank-account'),
          kind: choice(['statement', 'intraday', 'advice']),
          sequence: nullable(100),
          currency: z.string().regex(/^[A-Z]{3}$/),
          from: day().nullable(),
          to: day().nullable(),
          opening: balance,
          closing: balance,
          lines: z.array(readLine).max(200_000),
        }),
      )
      .max(1000),
  }),
  output: z.strictObject({ count: count(), new: count() }),
  emits: [e.statementRead],
  door: 'none',
  tool: false,
  ...about,
  example: {
    id: example,
    format: 'csv',
    version: null,
    findings: [],
    parts: [
      {
        accountId: exampleOther,
        kind: 'statement',
        sequence: null,
        currency: 'SEK',
        from: '2026-11-01',
        to: '2026-11-20',
        opening: null,
        closing: null,
        lines: [],
      },
    ],
  },
})

export const recordUnread = command({
  name: 'banking.record-unread',
  summary: 'Notes why a file of the bank could not be read, or what must be said before it can.',
  input: z.strictObject({
    id: id('bank-statement'),
    state: choice(['asks', 'refused']),
    name: text(60),
    line: z.int().nullable(),
    detail: z.string().max(1000),
    /** The first rows of a table whose columns are to be named. */
    head: z
      .strictObject({
        separator: choice([',', ';', '\t', '|']),
        rows: z.array(z.array(z.string().max(200)).max(60)).max(12),
      })
      .optional(),
  }),
  output: z.strictObject({}),
  emits: [e.statementRefusedEvent],
  door: 'none',
  tool: false,
  ...about,
  example: { id: example, state: 'refused', name: 'statement-broken', line: 12, detail: 'no amount' },
})

export const recordStatus = command({
  name: 'banking.record-status',
  summary: 'Takes the bank’s answer to a payment file to the payments: what it turned down is open again.',
  input: z.strictObject({
    id: id('bank-statement'),
    runId: id('payment-run').nullable(),
    format: z.string().max(40),
    accepted: z.boolean(),
    rejections: z.array(z.strictObject({ paymentId: z.uuid(), reason: text(300) })).max(10_000),
  }),
  output: z.strictObject({}),
  emits: [e.statementRead, e.paymentRejected],
  door: 'none',
  tool: false,
  ...about,
  example: { id: example, runId: null, format: 'pain.002', accepted: true, rejections: [] },
})

export const matchLines = command({
  name: 'banking.match-lines',
  summary:
    'Says what lines of the bank are: open items they settle, payments of ours, or accounts they are booked to. Books them.',
  input: z.strictObject({ ...onAccount, lines: z.array(lineMatch).min(1).max(500).meta({ hidden: true }) }),
  output: changed.extend({ count: count() }),
  emits: [e.linesMatched, adviceGiven, adviceNotSent],
  jobs: [sendAdviceJob],
  refusals: [
    r.lineUnknown,
    r.lineMatched,
    r.partsDiffer,
    r.matchItemUnknown,
    r.paymentUnknown,
    r.paymentNotLive,
    r.itemInRun,
    r.vatCodeUnknown,
    r.lineCurrencyOther,
  ],
  ...ofAccount,
  undoable: true,
  example: {
    id: example,
    lines: [{ lineId: exampleLine, parts: [{ role: 'bank-fees', amount: { amount: '-35.00', currency: 'SEK' } }] }],
  },
})

export const unmatchLines = command({
  name: 'banking.unmatch-lines',
  summary: 'Takes back what lines of the bank were said to be: entries are reversed, items are open again.',
  input: z.strictObject({ ...onAccount, lineIds: z.array(z.uuid()).min(1).max(500).meta({ hidden: true }) }),
  output: changed.extend({ count: count() }),
  emits: [e.linesUnmatched],
  refusals: [r.lineUnknown, r.lineOpen, r.itemInRun],
  ...ofAccount,
  example: { id: example, lineIds: [exampleLine] },
})

export const askAboutLine = command({
  name: 'banking.ask-about-line',
  summary: 'Asks a colleague for the paper of a line that nobody knows: it becomes a task of his own.',
  input: z.strictObject({
    ...onAccount,
    lineId: id(undefined, { hidden: true }),
    personId: id('principal', { control: 'person' }),
    dueOn: day().optional(),
    note: longText(2000, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.lineAsked],
  refusals: [r.lineUnknown, r.lineMatched, r.personUnknown],
  ...ofAccount,
  example: { id: example, lineId: exampleLine, personId: exampleOther },
})

export const forgetRule = command({
  name: 'banking.forget-rule',
  summary: 'Forgets how lines like one were booked: they are not proposed so any more.',
  input: z.strictObject({ ...onAccount, ruleId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.ruleForgotten],
  refusals: [r.ruleUnknown],
  ...ofAccount,
  example: { id: example, ruleId: exampleOther },
})

export const statementCommands = [
  takeStatement,
  readAgain,
  recordStatement,
  recordUnread,
  recordStatus,
  matchLines,
  unmatchLines,
  askAboutLine,
  forgetRule,
]
