import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import { letter } from '../letter.ts'
import { deliveryShown } from './network.ts'
import { invoicingFacts } from './settings-commands.ts'
import {
  can,
  contentFacts,
  customer,
  deliveries,
  example,
  exampleOther,
  head,
  invoiceFacts,
  invoiceTypes,
  list,
  mailStates,
  named,
  paper,
  pauseReasons,
  rhythms,
  saleCode,
  shownQuoteStates,
  shownStates,
  termsFacts,
  turnPeriods,
  units,
} from './shapes.ts'

const word = z.string().nullable()

export const getInvoicing = query({
  name: 'receivables.get-invoicing',
  summary: 'What stands on every invoice, the VAT codes that may stand on a sale, and whether Kontor may issue here.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({}),
  output: z.strictObject({
    ...invoicingFacts,
    paymentDays: z.int(),
    quoteDays: z.int(),
    wholeUnits: flag(),
    reminderFee: money().nullable(),
    interestRates: z.array(z.strictObject({ fromOn: day(), percent: z.string() })),
    codes: z.array(saleCode),
    mayIssue: flag(),
    /** Whether address, number and account are set: without them nothing is issued. */
    complete: flag(),
    currency: z.string(),
  }),
  kinds: ['invoice'],
  example: {},
})

export const listPrices = query({
  name: 'receivables.list-prices',
  summary: 'The price list.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      text: z.string(),
      unit: choice(units),
      price: z.string(),
      vatCode: word,
      account: word,
      articleNumber: word,
    }),
  ),
  kinds: ['invoice'],
  example: {},
})

export const getTerms = query({
  name: 'receivables.get-terms',
  summary: 'What is agreed with a customer, and what is known of where papers go.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: customer() }),
  output: z.strictObject({
    customer: named,
    mail: word,
    language: choice(languages),
    terms: z.strictObject(termsFacts),
  }),
  kinds: ['organisation', 'person'],
  example: { id: example },
})

export const getCustomer = query({
  name: 'receivables.get-customer',
  summary: 'A customer: what they owe, the interest so far, what is agreed with them, and what may be done.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: customer() }),
  output: z.strictObject({
    record: head(['customer']),
    mail: word,
    language: choice(languages),
    terms: z.strictObject(termsFacts),
    /** The days to pay that hold: agreed, else the usual ones. */
    paymentDays: z.int(),
    /** By currency: all that is open, what of it is late, and interest on it until today. */
    owed: z.array(z.strictObject({ total: money(), overdue: money(), interest: money() })),
    can,
  }),
  kinds: ['organisation', 'person', 'invoice'],
  example: { id: example },
})

export const invoiceLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  number: word,
  title: z.string(),
  subject: word,
  type: choice(invoiceTypes),
  customer: named.nullable(),
  state: choice(shownStates),
  issuedOn: day().nullable(),
  dueOn: day().nullable(),
  total: money(),
  remaining: money(),
  mail: choice(mailStates),
})

export const listInvoices = query({
  name: 'receivables.list-invoices',
  summary: 'Invoices and credit notes, drafts and the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(shownStates)).max(9).optional(),
    customerId: customer().optional(),
    sort: z.enum(['due', '-due']).optional(),
    ...slice,
  }),
  output: list(invoiceLine),
  kinds: ['invoice'],
  example: {},
})

const content = z.strictObject({ ...contentFacts, ...invoiceFacts, validUntil: day().nullable().optional() })
const reminderSeen = z.strictObject({
  id: z.uuid(),
  itemId: z.uuid(),
  step: z.int(),
  on: day(),
  by: choice(deliveries),
  mail: choice(mailStates),
  fee: money().nullable(),
  feeWaived: flag(),
})

export const getInvoice = query({
  name: 'receivables.get-invoice',
  summary: 'One invoice: its paper, what was paid, reminders, and what may be done.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: id('invoice') }),
  output: z.strictObject({
    record: head(shownStates),
    type: choice(invoiceTypes),
    number: word,
    customer: named.nullable(),
    content,
    paper: paper.nullable(),
    total: money(),
    remaining: money(),
    issuedOn: day().nullable(),
    dueOn: day().nullable(),
    sentOn: day().nullable(),
    sentBy: choice([...deliveries, 'network']).nullable(),
    /** Where it stands at the network, where it was handed over to one. */
    delivery: deliveryShown.nullable(),
    mail: choice(mailStates),
    mailTo: word,
    mailError: word,
    drawn: flag(),
    credits: named.nullable(),
    /** The one that comes again, where it came of that. */
    recurring: named.nullable(),
    creditNotes: z.array(named),
    quote: named.nullable(),
    /** What settled it, as the ledger has it. */
    settlements: z.array(
      z.strictObject({ on: day(), how: z.string(), amount: money(), paymentId: z.uuid().nullable() }),
    ),
    reason: word,
    itemId: z.uuid().nullable(),
    reminders: z.array(reminderSeen),
    paused: z.strictObject({ because: choice(pauseReasons), until: day().nullable(), note: z.string() }).nullable(),
    nextReminderOn: day().nullable(),
    interest: money().nullable(),
    can,
  }),
  kinds: ['invoice'],
  example: { id: example },
})

export const previewPaper = query({
  name: 'receivables.preview-paper',
  summary: 'The paper of a draft as it would be issued today, summed up.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({
    type: choice(['invoice', 'credit-note', 'quote']),
    customerId: customer(),
    content: z.strictObject({ ...contentFacts, ...invoiceFacts, validUntil: day().nullable().optional() }),
    /** Where it comes again: the turn it is shown as. */
    turn: z.strictObject({ on: day(), rhythm: choice(rhythms), period: choice(turnPeriods) }).optional(),
  }),
  output: paper,
  kinds: ['organisation', 'person', 'invoice'],
  example: {
    type: 'invoice',
    customerId: example,
    content: { lines: [{ text: 'Hours', quantity: '2', price: '900' }] },
  },
})

export const quoteLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  number: word,
  title: z.string(),
  subject: word,
  customer: named.nullable(),
  state: choice(shownQuoteStates),
  sentOn: day().nullable(),
  validUntil: day().nullable(),
  net: money(),
  total: money(),
})

export const listQuotes = query({
  name: 'receivables.list-quotes',
  summary: 'Quotes, drafts and the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(shownQuoteStates)).max(7).optional(),
    customerId: customer().optional(),
    ...slice,
  }),
  output: list(quoteLine),
  kinds: ['quote'],
  example: {},
})

export const getQuote = query({
  name: 'receivables.get-quote',
  summary: 'One quote: its paper, where it stands, and what may be done.',
  permission: 'receivables.list-quotes',
  input: z.strictObject({ id: id('quote') }),
  output: z.strictObject({
    record: head(shownQuoteStates),
    number: word,
    customer: named.nullable(),
    content,
    paper,
    sentOn: day().nullable(),
    validUntil: day().nullable(),
    mail: choice(mailStates),
    mailTo: word,
    mailError: word,
    reason: z.string(),
    invoices: z.array(named),
    can,
  }),
  kinds: ['quote'],
  example: { id: example },
})

export const listDue = query({
  name: 'receivables.list-due',
  summary:
    'Whom to remind today: one row for each customer, with what is late, the next step, fee and interest so far.',
  permission: 'receivables.send-reminders',
  input: z.strictObject({ ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      customer: named.nullable(),
      currency: z.string(),
      step: z.int(),
      remaining: money(),
      interest: money(),
      fee: money().nullable(),
      mailTo: word,
      delivery: choice(deliveries),
      items: z.array(
        z.strictObject({
          itemId: z.uuid(),
          recordId: z.uuid(),
          number: word,
          dueOn: day(),
          daysLate: z.int(),
          remaining: money(),
          step: z.int(),
        }),
      ),
    }),
  ),
  kinds: ['invoice'],
  example: {},
})

export const listOwing = query({
  name: 'receivables.list-owing',
  summary: 'What each customer owes by age: not due yet, and how many days late.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      customer: named.nullable(),
      name: z.string(),
      currency: z.string(),
      notDue: money(),
      to30: money(),
      to60: money(),
      to90: money(),
      older: money(),
      total: money(),
      oldestOn: day(),
      paused: count(),
    }),
  ),
  kinds: ['invoice'],
  example: {},
})

export const statement = query({
  name: 'receivables.statement',
  summary:
    'A statement of account: invoices, credit notes and payments of a customer between two days, with the balance.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: customer(), from: day().optional(), until: day().optional() }),
  output: z.strictObject({
    customer: named,
    seller: paper.shape.seller,
    buyer: paper.shape.buyer,
    language: choice(languages),
    from: day(),
    until: day(),
    accounts: z.array(
      z.strictObject({
        currency: z.string(),
        opening: money(),
        closing: money(),
        rows: z.array(
          z.strictObject({
            on: day(),
            what: z.enum([
              'invoice',
              'credit-note',
              'fee',
              'payment',
              'credit',
              'write-off',
              'discount',
              'rounding',
              'exchange',
            ]),
            number: word,
            dueOn: day().nullable(),
            amount: money(),
            balance: money(),
          }),
        ),
      }),
    ),
  }),
  kinds: ['invoice'],
  example: { id: example },
})

export const getReminder = query({
  name: 'receivables.get-reminder',
  summary: 'The letter of a reminder as it was sent.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({
    id: z.uuid(),
    customer: named.nullable(),
    mail: choice(mailStates),
    mailTo: word,
    mailError: word,
    by: choice(deliveries),
    letter,
  }),
  kinds: ['invoice'],
  example: { id: exampleOther },
})

export const getPaper = query({
  name: 'receivables.get-paper',
  summary: 'The paper of a quote or an invoice, with its file where it was drawn: what is shown, drawn and sent.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: id('invoice') }),
  output: z.strictObject({
    paper,
    /** A draft bears no number. */
    draft: flag(),
    fileId: z.uuid().nullable(),
    digest: word,
    mail: choice(mailStates),
    mailTo: word,
    mailText: word,
    country: z.string(),
  }),
  kinds: ['invoice', 'quote'],
  tool: false,
  example: { id: example },
})

export const checkEInvoice = query({
  name: 'receivables.check-e-invoice',
  summary:
    'Whether an issued invoice keeps the rules of EN 16931 and Peppol BIS 3 as an e-invoice, finding by finding.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: id('invoice') }),
  output: z.strictObject({
    /** Null for a draft. */
    profile: word,
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        severity: z.enum(['fatal', 'warning']),
        location: z.string(),
        message: z.string(),
        words: z.string(),
        params: z.record(z.string(), z.string()),
      }),
    ),
  }),
  kinds: ['invoice'],
  example: { id: example },
})

export const countReminders = query({
  name: 'receivables.count-reminders',
  summary: 'How many customers are to be reminded today.',
  permission: 'receivables.send-reminders',
  input: z.strictObject({}),
  output: z.strictObject({ customers: count() }),
  kinds: ['invoice'],
  tool: false,
  example: {},
})

export const receivablesQueries = [
  getInvoicing,
  listPrices,
  getTerms,
  getCustomer,
  listInvoices,
  getInvoice,
  previewPaper,
  listQuotes,
  getQuote,
  listDue,
  listOwing,
  statement,
  getReminder,
  getPaper,
  checkEInvoice,
  countReminders,
]
