import { command, job } from '../../../kernel/declare.ts'
import { choice, day, id, longText, money, text, z } from '../../../kernel/schema.ts'
import { itemSides } from '../../ledger/contract.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { one } from './settings-commands.ts'
import {
  changed,
  contentFacts,
  customer,
  deliveries,
  example,
  exampleOther,
  invoiceFacts,
  mailStates,
  paidInto,
} from './shapes.ts'

const about = { kinds: ['invoice'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

/** Draws the paper of what was issued and keeps its bytes. */
export const drawPaper = job('receivables.draw-paper', z.strictObject({ id: id() }), 'system')
/** Sends the mail of a quote or an invoice, once its paper is there. */
export const sendMail = job('receivables.send-mail', z.strictObject({ id: id() }), 'system')

export const createInvoice = command({
  name: 'receivables.create-invoice',
  summary: 'Begins an invoice to a customer: a draft, without a number.',
  input: z.strictObject({ customerId: customer(), ...contentFacts, ...invoiceFacts }),
  output: changed,
  emits: [e.invoiceCreated],
  refusals: [r.vatCodeUnknown, r.figureWrong],
  kinds: ['invoice', 'organisation', 'person'],
  undoable: true,
  example: { customerId: exampleOther, subject: 'Hours in November' },
})

export const changeInvoice = command({
  name: 'receivables.change-invoice',
  summary: 'Changes an invoice that has not been issued.',
  input: z.strictObject({ ...one('invoice'), customerId: customer().optional(), ...contentFacts, ...invoiceFacts }),
  output: changed,
  emits: [e.invoiceChanged],
  refusals: [r.invoiceStateWrong, r.vatCodeUnknown, r.figureWrong],
  ...step,
  example: { id: example, subject: 'Hours in December' },
})

export const discardInvoice = command({
  name: 'receivables.discard-invoice',
  summary: 'Throws away an invoice that has not been issued.',
  input: z.strictObject(one('invoice')),
  output: changed,
  emits: [e.invoiceDiscarded],
  refusals: [r.invoiceStateWrong],
  ...step,
  example: { id: example },
})

export const restoreInvoice = command({
  name: 'receivables.restore-invoice',
  summary: 'Brings back an invoice that was thrown away.',
  input: z.strictObject(one('invoice')),
  output: changed,
  emits: [e.invoiceRestored],
  refusals: [r.invoiceStateWrong],
  ...step,
  example: { id: example },
})

export const issueInvoice = command({
  name: 'receivables.issue-invoice',
  summary: 'Issues an invoice or a credit note: it gets the next number, is booked, and never changes again.',
  input: z.strictObject({ ...one('invoice'), on: day({ folded: true }).optional() }),
  output: changed.extend({ number: z.string(), amount: money() }),
  emits: [e.invoiceIssued, e.creditNoteIssued],
  refusals: [
    r.invoiceStateWrong,
    r.invoiceEmpty,
    r.issueForbidden,
    r.customerIncomplete,
    r.customerVatMissing,
    r.sellerIncomplete,
    r.vatCodeUnknown,
    r.vatMixed,
    r.daysReversed,
    r.dayTooEarly,
    r.rateMissing,
    r.totalNegative,
    r.creditTooMuch,
    r.interestCharged,
    r.referenceImpossible,
  ],
  jobs: [drawPaper],
  ...about,
  example: { id: example },
})

export const creditInvoice = command({
  name: 'receivables.credit-invoice',
  summary: 'Begins the credit note of an invoice, with all its lines: a draft that can be cut down to a part.',
  input: z.strictObject({ ...one('invoice'), reason: text(200).nullable().optional() }),
  output: changed.extend({ creditNoteId: z.uuid() }),
  emits: [e.invoiceCreated],
  refusals: [r.invoiceStateWrong],
  ...about,
  example: { id: example, reason: 'Two hours too many' },
})

export const sendInvoice = command({
  name: 'receivables.send-invoice',
  summary: 'Sends an issued invoice by mail, or notes that it was printed and sent.',
  input: z.strictObject({
    ...one('invoice'),
    sendBy: choice(deliveries),
    mailTo: z.email().max(254).optional().meta({ folded: true }),
    message: longText(4000, { folded: true, proof: 'mail' }).optional(),
  }),
  output: changed,
  emits: [e.invoiceSent],
  refusals: [r.invoiceStateWrong, r.mailUnknown],
  jobs: [sendMail],
  ...about,
  example: { id: example, sendBy: 'print' },
})

export const recordMail = command({
  name: 'receivables.record-mail',
  summary: 'Keeps whether the mail of a quote or an invoice went out.',
  permission: 'receivables.send-invoice',
  door: 'none',
  input: z.strictObject({ id: id('invoice'), mail: choice(mailStates), error: text(500).nullable() }),
  output: z.strictObject({}),
  emits: [e.mailRecorded],
  refusals: [],
  subject: 'id',
  tool: false,
  example: { id: example, mail: 'sent', error: null },
})

export const keepPaper = command({
  name: 'receivables.keep-paper',
  summary: 'Keeps the drawn paper of an invoice, byte for byte; a second one is not taken.',
  permission: 'receivables.issue-invoice',
  door: 'none',
  input: z.strictObject({ id: id('invoice'), fileId: id('file') }),
  output: z.strictObject({ kept: z.boolean() }),
  emits: [e.paperKept],
  jobs: [sendMail],
  subject: 'id',
  tool: false,
  example: { id: example, fileId: exampleOther },
})

const moved = z.strictObject({
  itemId: z.uuid(),
  key: z.string(),
  recordId: z.uuid(),
  side: choice(itemSides),
  amount: money(),
  remaining: money(),
  state: z.enum(['open', 'settled', 'withdrawn']),
  on: day(),
})
export const noteMoved = command({
  name: 'receivables.note-moved',
  summary: 'Keeps what remains of an invoice after a payment, a credit note or a write-off.',
  permission: 'receivables.issue-invoice',
  door: 'none',
  input: z.strictObject({ items: z.array(moved).min(1).max(1000) }),
  output: z.strictObject({}),
  emits: [e.invoiceMoved],
  tool: false,
  example: {
    items: [
      {
        itemId: exampleOther,
        key: `receivables.invoice:${example}`,
        recordId: example,
        side: 'receivable',
        amount: { amount: '100.00', currency: 'SEK' },
        remaining: { amount: '100.00', currency: 'SEK' },
        state: 'open',
        on: '2026-11-24',
      },
    ],
  },
})

export const notePayment = command({
  name: 'receivables.note-payment',
  summary: 'Notes by hand that an invoice, or a part of it, was paid; what the bank tells comes by its statements.',
  input: z.strictObject({
    ...one('invoice'),
    amount: money(),
    on: day().optional(),
    paidInto: choice(paidInto).default('bank'),
  }),
  output: changed.extend({ paymentId: z.uuid(), remaining: money() }),
  emits: [e.paymentNoted],
  refusals: [r.invoiceStateWrong, r.paymentTooMuch, r.daysReversed],
  ...step,
  example: { id: example, amount: { amount: '100.00', currency: 'SEK' }, paidInto: 'cash' },
})

export const withdrawPayment = command({
  name: 'receivables.withdraw-payment',
  summary: 'Takes back a payment that was noted by hand; its entry is reversed.',
  input: z.strictObject({ ...one('invoice'), paymentId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.paymentWithdrawn],
  refusals: [r.paymentUnknown],
  ...about,
  example: { id: example, paymentId: exampleOther },
})

export const writeOffInvoice = command({
  name: 'receivables.write-off-invoice',
  summary: 'Writes off what remains of an invoice, with its part of the tax.',
  input: z.strictObject({ ...one('invoice'), reason: text(300) }),
  output: changed.extend({ amount: money() }),
  emits: [e.invoiceWrittenOff],
  refusals: [r.invoiceStateWrong],
  ...step,
  example: { id: example, reason: 'Bankrupt' },
})

export const takeBackWriteOff = command({
  name: 'receivables.take-back-write-off',
  summary: 'Takes a write-off back: the invoice is owed again, the entry is reversed.',
  input: z.strictObject(one('invoice')),
  output: changed,
  emits: [e.writeOffTakenBack],
  refusals: [r.invoiceStateWrong],
  ...about,
  example: { id: example },
})

export const invoiceCommands = [
  createInvoice,
  changeInvoice,
  discardInvoice,
  restoreInvoice,
  issueInvoice,
  creditInvoice,
  sendInvoice,
  recordMail,
  keepPaper,
  noteMoved,
  notePayment,
  withdrawPayment,
  writeOffInvoice,
  takeBackWriteOff,
]
