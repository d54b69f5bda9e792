import { command, job } from '../../../kernel/declare.ts'
import { choice, count, day, expectedVersion, id, money, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example } from './shapes.ts'
import { bookLine, itemSides, ledgerEnvelope, payReference, payTo } from './wish.ts'

const one = { id: id('ledger-entry', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['ledger-entry'], subject: 'id' } as const
const sek = (amount: string) => ({ amount, currency: 'SEK' })

export const posted = z.strictObject({ id: z.uuid(), version: z.int(), series: z.string(), number: count() })

export const postEntry = command({
  name: 'ledger.post-entry',
  summary:
    'Posts an entry by hand; debit is positive, credit negative, and with the tax of their codes the lines add up to nothing.',
  input: z.strictObject({
    on: day(),
    text: text(300),
    lines: z.array(bookLine).min(2).max(500),
    documentIds: z.array(id('document')).max(100).optional().meta({ folded: true }),
    rate: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,10})?$/)
      .optional()
      .meta({ folded: true }),
  }),
  output: posted,
  emits: [e.entryPosted, e.yearOpened],
  refusals: [r.booksNotKept, ...r.postingRefusals],
  kinds: ['ledger-entry'],
  undoable: true,
  example: {
    on: '2026-11-20',
    text: 'Coffee for the office',
    lines: [
      { account: '7690', amount: sek('200.00') },
      { account: '1930', amount: sek('-200.00') },
    ],
  },
})

export const reverseEntry = command({
  name: 'ledger.reverse-entry',
  summary: 'Takes an entry back by one that reverses it, on the day given: the first stays readable.',
  input: z.strictObject({ ...one, on: day().optional(), text: text(300).optional() }),
  output: posted,
  emits: [e.entryReversedEvent, e.entryPosted, e.itemsMoved, e.accrualStoppedEvent, e.yearOpened],
  refusals: [r.booksNotKept, r.entryReversed, r.entryIsReversal, r.entryFromPaper, r.itemSettled, ...r.postingRefusals],
  ...about,
  example: { id: example },
})

const openingItem = z.strictObject({
  side: choice(itemSides),
  partyId: id('organisation').nullable().optional(),
  partyName: text(200),
  number: text(100).nullable().optional(),
  reference: payReference.nullable().optional(),
  issuedOn: day(),
  dueOn: day(),
  amount: money(),
  payTo: payTo.nullable().optional(),
})

export const enterOpening = command({
  name: 'ledger.enter-opening-balances',
  summary:
    'Takes over what stood in the books before: balances of accounts, and what customers and suppliers still owe or are owed, one by one.',
  input: z.strictObject({
    on: day(),
    lines: z
      .array(
        z.strictObject({
          account: text(20),
          amount: money(),
          /** Of an amount in another currency: what it stood for in the books. */
          worth: money().optional(),
        }),
      )
      .min(2)
      .max(2000),
    items: z.array(openingItem).max(1000).optional(),
  }),
  output: posted,
  emits: [e.openingEntered, e.entryPosted, e.yearOpened],
  refusals: [r.booksNotKept, r.currencyForeign, r.itemsDiffer, ...r.postingRefusals],
  kinds: ['ledger-entry'],
  example: {
    on: '2026-01-01',
    lines: [
      { account: '1930', amount: sek('1000.00') },
      { account: '2081', amount: sek('-1000.00') },
    ],
  },
})

export const accrueEntry = command({
  name: 'ledger.accrue-entry',
  summary:
    'Spreads a cost of an entry over the months it is for: it is held back, and each month takes its part on its last day.',
  input: z.strictObject({
    ...one,
    account: text(20),
    amount: money(),
    from: day(),
    months: z.int().min(2).max(60),
    text: text(300, { folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), accrualId: z.uuid() }),
  emits: [e.costAccrued, e.entryPosted, e.yearOpened],
  refusals: [r.booksNotKept, r.currencyForeign, r.accrualTooMuch, r.entryReversed, ...r.postingRefusals],
  ...about,
  undoable: true,
  example: { id: example, account: '6310', amount: sek('1200.00'), from: '2027-01-01', months: 12 },
})

export const stopAccrual = command({
  name: 'ledger.stop-accrual',
  summary: 'Ends the spreading of a cost: what has not been taken by a month yet is taken at once.',
  input: z.strictObject({ ...one, accrualId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.accrualStoppedEvent, e.entryPosted, e.yearOpened],
  refusals: [r.booksNotKept, r.accrualStopped, ...r.postingRefusals],
  ...about,
  example: { id: example, accrualId: example },
})

export const postAccruals = command({
  name: 'ledger.post-accruals',
  summary: 'Posts the parts of spread costs whose month has ended.',
  input: z.strictObject({}),
  output: z.strictObject({ posted: count() }),
  emits: [e.entryPosted, e.yearOpened],
  refusals: [...r.postingRefusals],
  door: 'none',
  tool: false,
  example: {},
})

export const accrualsJob = job('ledger.accruals', z.strictObject({}), 'system')

/** What any event asked for by the envelope, in the transaction of that event. */
export const takeWishes = command({
  name: 'ledger.take-wishes',
  summary: 'Posts, owes, settles and withdraws what an event of any module asks for.',
  input: z.strictObject(ledgerEnvelope),
  output: z.strictObject({ entries: z.array(z.uuid()), items: z.array(z.uuid()) }),
  emits: [e.entryPosted, e.entryReversedEvent, e.itemsMoved, e.costAccrued, e.accrualStoppedEvent, e.yearOpened],
  refusals: [
    ...r.postingRefusals,
    r.itemUnknown,
    r.itemOverSettled,
    r.itemSettled,
    r.currencyForeign,
    r.accrualTooMuch,
  ],
  door: 'none',
  tool: false,
  example: {},
})

export const entryCommands = [postEntry, reverseEntry, enterOpening, accrueEntry, stopAccrual, postAccruals, takeWishes]
