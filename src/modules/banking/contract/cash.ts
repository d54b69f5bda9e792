/** Petty cash: boxes, what goes in and out of them, and counts. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  money,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { itemInRun, ledgerAccountUnknown, matchItemUnknown, personUnknown, vatCodeUnknown } from './refusals.ts'
import { can, changed, example, exampleItem, exampleLine, exampleOther, head, list, named } from './shapes.ts'

export const cashBoxClosed = refusal('cash-box-closed', 409)
export const cashBoxOpen = refusal('cash-box-open', 409)
export const cashBoxNotEmpty = refusal('cash-box-not-empty', 409)
export const cashShort = refusal('cash-short', 409)
export const cashCurrencyOther = refusal('cash-currency-other', 422)
export const cashAmountWrong = refusal('cash-amount-wrong', 422)
export const cashItemMissing = refusal('cash-item-missing', 422)
export const cashItemTooMuch = refusal('cash-item-too-much', 422)
export const cashEntryUnknown = refusal('cash-entry-unknown', 404)
export const cashEntryTakenBack = refusal('cash-entry-taken-back', 409)
export const cashEntryStays = refusal('cash-entry-stays', 409)
export const cashPiecesDiffer = refusal('cash-pieces-differ', 422)
export const cashDifferenceUnexplained = refusal('cash-difference-unexplained', 422)
export const cashWitnessSame = refusal('cash-witness-same', 422)

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withBooks = about.extend(ledgerEnvelope)
export const cashBoxOpened = event('banking.cash-box-opened', about)
export const cashBoxChanged = event('banking.cash-box-changed', about)
export const cashBoxClosedEvent = event('banking.cash-box-closed', about)
export const cashBoxReopened = event('banking.cash-box-reopened', about)
export const cashMoved = event('banking.cash-moved', withBooks.extend({ amount: money(), text: z.string() }))
export const cashTakenBack = event('banking.cash-taken-back', withBooks.extend({ amount: money(), text: z.string() }))
export const cashCounted = event('banking.cash-counted', withBooks.extend({ counted: money(), difference: money() }))
export const cashEvents = [
  cashBoxOpened,
  cashBoxChanged,
  cashBoxClosedEvent,
  cashBoxReopened,
  cashMoved,
  cashTakenBack,
  cashCounted,
]

export const cashMoves = ['spent', 'received', 'from-bank', 'to-bank', 'paid-item'] as const
export type CashMove = (typeof cashMoves)[number]
export const cashEntryKinds = [...cashMoves, 'difference', 'taken-back'] as const
export const cashBoxStates = ['open', 'closed'] as const

const one = { id: id('cash-box', { hidden: true }), expectedVersion: expectedVersion() }
const onBox = { kinds: ['cash-box'], subject: 'id' } as const

export const openCashBox = command({
  name: 'banking.open-cash-box',
  summary: 'Opens a cash box: what it holds, who keeps it, where it stands in the books.',
  input: z.strictObject({
    name: text(120),
    keeperId: id('principal', { control: 'person' }).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ control: 'text', folded: true }),
    ledgerAccount: text(20, { folded: true }).optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [cashBoxOpened],
  refusals: [ledgerAccountUnknown, personUnknown],
  kinds: ['cash-box'],
  undoable: true,
  example: { name: 'Cash box at reception' },
})

export const changeCashBox = command({
  name: 'banking.change-cash-box',
  summary: 'Changes a cash box’s name, keeper or account in the books.',
  input: z.strictObject({
    ...one,
    name: text(120).optional(),
    keeperId: id('principal', { control: 'person' }).nullable().optional(),
    ledgerAccount: text(20, { folded: true }).nullable().optional(),
  }),
  output: changed,
  emits: [cashBoxChanged],
  refusals: [ledgerAccountUnknown, personUnknown],
  ...onBox,
  undoable: true,
  example: { id: example, name: 'Cash box in the kitchen' },
})

export const closeCashBox = command({
  name: 'banking.close-cash-box',
  summary: 'Closes a cash box that holds nothing.',
  input: z.strictObject(one),
  output: changed,
  emits: [cashBoxClosedEvent],
  refusals: [cashBoxClosed, cashBoxNotEmpty],
  ...onBox,
  undoable: true,
  example: { id: example },
})

export const reopenCashBox = command({
  name: 'banking.reopen-cash-box',
  summary: 'Takes a closed cash box into use again.',
  input: z.strictObject(one),
  output: changed,
  emits: [cashBoxReopened],
  refusals: [cashBoxOpen],
  ...onBox,
  undoable: true,
  example: { id: example },
})

export const recordCash = command({
  name: 'banking.record-cash',
  summary: 'Enters what went into or out of a cash box, with its receipt, and books it.',
  input: z.strictObject({
    ...one,
    what: choice(cashMoves),
    amount: money(),
    text: text(300),
    on: day().optional(),
    documentId: id('document').optional(),
    /** The account it is booked to; without one that of purchases or sales. */
    account: text(20, { folded: true }).optional(),
    vatCode: text(20, { folded: true }).optional(),
    /** The tax in the amount as it stands on the receipt; else the code's rate tells it. */
    vat: money({ folded: true }).optional(),
    counterparty: text(200, { folded: true }).optional(),
    /** The bill, invoice or report that is paid. */
    itemId: id().meta({ control: 'record', optionsFrom: 'banking.list-cash-items', folded: true }).optional(),
  }),
  output: changed.extend({ entryId: z.uuid(), number: z.string(), balance: money() }),
  emits: [cashMoved],
  refusals: [
    cashBoxClosed,
    cashShort,
    cashCurrencyOther,
    cashAmountWrong,
    cashItemMissing,
    cashItemTooMuch,
    ledgerAccountUnknown,
    vatCodeUnknown,
    matchItemUnknown,
    itemInRun,
  ],
  ...onBox,
  undoable: true,
  example: { id: example, what: 'spent', amount: { amount: '120.00', currency: 'SEK' }, text: 'Coffee' },
})

export const takeBackCash = command({
  name: 'banking.take-back-cash',
  summary: 'Takes back an entry of a cash box by one of the opposite amount; both stay.',
  input: z.strictObject({ ...one, entryId: id(undefined, { hidden: true }), reason: text(300) }),
  output: changed.extend({ entryId: z.uuid() }),
  emits: [cashTakenBack],
  refusals: [cashBoxClosed, cashEntryUnknown, cashEntryTakenBack, cashEntryStays, cashShort],
  ...onBox,
  example: { id: example, entryId: exampleLine, reason: 'Entered twice' },
})

export const countCash = command({
  name: 'banking.count-cash',
  summary: 'Enters what was counted in a cash box; a difference is explained and booked.',
  input: z.strictObject({
    ...one,
    counted: money(),
    /** How many there are of each note and coin; then they make the sum. */
    pieces: z
      .array(z.strictObject({ value: z.string().regex(/^\d{1,7}(\.\d{1,3})?$/), count: z.int().min(0).max(1_000_000) }))
      .max(40)
      .optional()
      .meta({ hidden: true }),
    witnessId: id('principal', { control: 'person' }).optional(),
    explanation: longText(2000).optional(),
    /** The account that a difference is booked to; without one that of roundings. */
    account: text(20, { folded: true }).optional(),
  }),
  output: changed.extend({ difference: money() }),
  emits: [cashCounted],
  refusals: [
    cashBoxClosed,
    cashCurrencyOther,
    cashAmountWrong,
    cashPiecesDiffer,
    cashDifferenceUnexplained,
    cashWitnessSame,
    ledgerAccountUnknown,
    personUnknown,
  ],
  ...onBox,
  example: { id: example, counted: { amount: '0.00', currency: 'SEK' } },
})

export const cashCommands = [
  openCashBox,
  changeCashBox,
  closeCashBox,
  reopenCashBox,
  recordCash,
  takeBackCash,
  countCash,
]

const boxFacts = {
  balance: money(),
  keeper: named.nullable(),
  countedOn: day().nullable(),
  lastOn: day().nullable(),
}
export const cashBoxLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(cashBoxStates),
  ...boxFacts,
})

export const listCashBoxes = query({
  name: 'banking.list-cash-boxes',
  summary: 'The cash boxes: what they hold, who keeps them, when they were counted.',
  input: z.strictObject({ text: text(200).optional(), closed: flag().optional(), ...slice }),
  output: list(cashBoxLine),
  kinds: ['cash-box'],
  example: {},
})

export const cashEntryLine = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  on: day(),
  what: choice(cashEntryKinds),
  text: z.string(),
  counterparty: z.string().nullable(),
  amount: money(),
  balance: money(),
  account: z.string().nullable(),
  document: named.nullable(),
  takenBack: flag(),
  by: named.nullable(),
})

export const listCashEntries = query({
  name: 'banking.list-cash-entries',
  summary: 'What went into and out of a cash box, the newest first.',
  permission: 'banking.list-cash-boxes',
  input: z.strictObject({
    boxId: id('cash-box'),
    text: text(200).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(cashEntryLine),
  kinds: ['cash-box'],
  example: { boxId: exampleOther },
})

export const getCashBox = query({
  name: 'banking.get-cash-box',
  summary: 'One cash box: what it holds, its last entries and counts.',
  permission: 'banking.list-cash-boxes',
  input: z.strictObject({ id: id('cash-box') }),
  output: z.strictObject({
    record: head(cashBoxStates),
    ...boxFacts,
    ledgerAccount: z.string().nullable(),
    entries: count(),
    counts: z.array(
      z.strictObject({
        id: z.uuid(),
        at: instant(),
        counted: money(),
        difference: money(),
        explanation: z.string().nullable(),
        by: named.nullable(),
        witness: named.nullable(),
      }),
    ),
    can,
  }),
  kinds: ['cash-box'],
  example: { id: exampleItem },
})

export const listCashItems = query({
  name: 'banking.list-cash-items',
  summary: 'What is owed and may be paid from a cash box, or into it.',
  permission: 'banking.list-cash-boxes',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(z.strictObject({ id: z.uuid(), title: z.string(), detail: z.string() })),
  kinds: ['cash-box'],
  example: {},
})

export const cashQueries = [listCashBoxes, listCashEntries, getCashBox, listCashItems]
