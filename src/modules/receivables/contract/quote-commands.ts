import { command } from '../../../kernel/declare.ts'
import { choice, day, longText, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import { sendMail } from './invoice-commands.ts'
import * as r from './refusals.ts'
import { one } from './settings-commands.ts'
import { changed, contentFacts, customer, deliveries, example, exampleOther } from './shapes.ts'

const about = { kinds: ['quote'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const quoteFacts = { ...contentFacts, validUntil: day().nullable().optional() }

export const createQuote = command({
  name: 'receivables.create-quote',
  summary: 'Begins a quote to a customer.',
  input: z.strictObject({ customerId: customer(), ...quoteFacts }),
  output: changed,
  emits: [e.quoteCreated],
  refusals: [r.vatCodeUnknown, r.figureWrong],
  kinds: ['quote', 'organisation', 'person'],
  undoable: true,
  example: { customerId: exampleOther, subject: 'Shelves for the archive' },
})

export const changeQuote = command({
  name: 'receivables.change-quote',
  summary: 'Changes a quote that has not been sent.',
  input: z.strictObject({ ...one('quote'), customerId: customer().optional(), ...quoteFacts }),
  output: changed,
  emits: [e.quoteChanged],
  refusals: [r.quoteStateWrong, r.vatCodeUnknown, r.figureWrong],
  ...step,
  example: { id: example, subject: 'Shelves' },
})

export const sendQuote = command({
  name: 'receivables.send-quote',
  summary: 'Gives a quote its number and sends it by mail, or has it printed; a task looks after the answer.',
  input: z.strictObject({
    ...one('quote'),
    sendBy: choice(deliveries).default('print'),
    message: longText(4000, { folded: true }).optional(),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.quoteSent],
  refusals: [r.quoteStateWrong, r.invoiceEmpty, r.mailUnknown, r.vatCodeUnknown],
  jobs: [sendMail],
  ...about,
  example: { id: example },
})

export const acceptQuote = command({
  name: 'receivables.accept-quote',
  summary: 'Notes that the customer has accepted a quote.',
  input: z.strictObject(one('quote')),
  output: changed,
  emits: [e.quoteAccepted],
  refusals: [r.quoteStateWrong],
  ...step,
  example: { id: example },
})

export const declineQuote = command({
  name: 'receivables.decline-quote',
  summary: 'Notes that the customer has declined a quote.',
  input: z.strictObject({ ...one('quote'), reason: longText(1000).optional() }),
  output: changed,
  emits: [e.quoteDeclined],
  refusals: [r.quoteStateWrong],
  ...step,
  example: { id: example },
})

export const reopenQuote = command({
  name: 'receivables.reopen-quote',
  summary: 'Takes back what was noted of a quote: it waits for its answer, or is a draft again.',
  input: z.strictObject(one('quote')),
  output: changed,
  emits: [e.quoteReopened],
  refusals: [r.quoteStateWrong],
  ...about,
  example: { id: example },
})

export const discardQuote = command({
  name: 'receivables.discard-quote',
  summary: 'Throws away a quote that has not been sent.',
  input: z.strictObject(one('quote')),
  output: changed,
  emits: [e.quoteDiscarded],
  refusals: [r.quoteStateWrong],
  ...step,
  example: { id: example },
})

export const invoiceQuote = command({
  name: 'receivables.invoice-quote',
  summary: 'Makes the draft of an invoice from a quote.',
  input: z.strictObject(one('quote')),
  output: changed.extend({ invoiceId: z.uuid() }),
  emits: [e.quoteInvoiced, e.invoiceCreated],
  refusals: [r.quoteStateWrong],
  ...about,
  example: { id: example },
})

export const quoteCommands = [
  createQuote,
  changeQuote,
  sendQuote,
  acceptQuote,
  declineQuote,
  reopenQuote,
  discardQuote,
  invoiceQuote,
]
