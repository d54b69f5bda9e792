import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, day, flag, id, longText, money, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000072'

/** Tax categories of EN 16931 (UNCL 5305). */
export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

export const units = [
  'piece',
  'hour',
  'day',
  'month',
  'km',
  'kg',
  'metre',
  'square-metre',
  'litre',
  'package',
  'flat',
] as const
export type Unit = (typeof units)[number]

/** What is kept of an invoice's way; what people see is told from it, the day and what remains. */
export const invoiceStates = ['draft', 'discarded', 'open', 'paid', 'credited', 'written-off'] as const
export type InvoiceState = (typeof invoiceStates)[number]
export const shownStates = [
  'draft',
  'discarded',
  'issued',
  'sent',
  'partly-paid',
  'overdue',
  'paid',
  'credited',
  'written-off',
] as const
export type ShownState = (typeof shownStates)[number]
export const invoiceTypes = ['invoice', 'credit-note'] as const
export type InvoiceType = (typeof invoiceTypes)[number]

export const quoteStates = ['draft', 'discarded', 'sent', 'accepted', 'declined', 'invoiced'] as const
export type QuoteState = (typeof quoteStates)[number]
export const shownQuoteStates = ['draft', 'discarded', 'sent', 'expired', 'accepted', 'declined', 'invoiced'] as const
export type ShownQuoteState = (typeof shownQuoteStates)[number]

export const referenceWays = ['none', 'ocr', 'kid', 'rf'] as const
export const deliveries = ['mail', 'print'] as const
export type Delivery = (typeof deliveries)[number]
export const mailStates = ['none', 'sending', 'sent', 'failed', 'no-door'] as const
export type MailState = (typeof mailStates)[number]
export const pauseReasons = ['dispute', 'promise', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]
/** Where a payment that is noted by hand came in; what the bank tells comes by its statements. */
export const paidInto = ['bank', 'cash', 'clearing'] as const

export const rhythms = ['month', 'two-months', 'quarter', 'four-months', 'half-year', 'year'] as const
export type Rhythm = (typeof rhythms)[number]
/** Which whole months an invoice that comes again is for, seen from its day. */
export const turnPeriods = ['none', 'past', 'current', 'following'] as const
export type TurnPeriod = (typeof turnPeriods)[number]
export const recurringWays = ['draft', 'issue', 'send'] as const
export type RecurringWay = (typeof recurringWays)[number]

/** A number as people write it, with a point: quantities, prices, percentages. */
export const figure = (decimals: number, meta: object = {}) =>
  z
    .string()
    .regex(new RegExp(`^-?\\d{1,12}(\\.\\d{1,${decimals}})?$`))
    .meta({ control: 'text', ...meta })
export const percentage = (meta: object = {}) =>
  z
    .string()
    .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/)
    .meta({ control: 'text', ...meta })

/** One line of a quote or an invoice; prices without tax. */
export const lineFacts = z.strictObject({
  text: longText(1000).min(1),
  quantity: figure(4).default('1'),
  unit: choice(units).default('piece'),
  price: figure(6),
  discount: percentage().nullable().default(null),
  /** A code of the ledger's for sales; none is outside the scope of VAT. */
  vatCode: text(20).nullable().default(null),
  /** The account of the ledger; left out, the one for sales. */
  account: text(20).nullable().default(null),
  /** Interest on an open item up to a day: booked as such, and never charged twice. */
  interest: z.strictObject({ itemId: z.uuid(), until: day() }).nullable().default(null),
  /** Where the invoice comes again: the price is what the price list says that day. */
  priceId: z.uuid().nullable().optional(),
})
export type LineFacts = z.output<typeof lineFacts>

export const language = () => choice(languages, { control: 'language', folded: true })
export const currency = () => z.string().regex(/^[A-Z]{3}$/)

/** What quotes and invoices have in common, as they are written. */
export const contentFacts = {
  subject: text(200).nullable().optional(),
  language: language().nullable().optional(),
  currency: currency().optional().meta({ folded: true }),
  yourReference: text(120, { folded: true }).nullable().optional(),
  ourReference: text(120, { folded: true }).nullable().optional(),
  orderNumber: text(120, { folded: true }).nullable().optional(),
  intro: longText(2000, { folded: true }).optional(),
  closing: longText(2000, { folded: true }).optional(),
  /** Percent off the whole. */
  discount: percentage({ folded: true }).nullable().optional(),
  lines: z.array(lineFacts).max(200).optional().meta({ hidden: true }),
}

/** What of an invoice alone. */
export const invoiceFacts = {
  /** The day it bears; left out, the day it is issued. */
  issuedOn: day({ folded: true }).nullable().optional(),
  dueOn: day({ folded: true }).nullable().optional(),
  deliveredOn: day({ folded: true }).nullable().optional(),
  /** The office's currency for one of the invoice's, where that is another. */
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,10})?$/)
    .nullable()
    .optional()
    .meta({ folded: true }),
}

const word = z.string().nullable()
const place = { street: word, postcode: word, town: word, country: word }

export const paperLine = z.strictObject({
  text: z.string(),
  quantity: z.string(),
  unit: choice(units),
  price: z.string(),
  discount: z.string().nullable(),
  vatCode: word,
  vatRate: z.string(),
  category: choice(vatCategories),
  account: z.string().nullable(),
  /** Before its discount. */
  gross: money(),
  net: money(),
})

/** A paper as it stands: frozen when it is issued, and what its PDF and its e-invoice are made from. */
export const paper = z.strictObject({
  layout: z.literal(1),
  type: choice(['invoice', 'credit-note', 'quote']),
  number: word,
  issuedOn: day(),
  dueOn: day().nullable(),
  deliveredOn: day().nullable(),
  validUntil: day().nullable(),
  language: choice(languages),
  currency: z.string(),
  seller: z.strictObject({
    name: z.string(),
    ...place,
    companyNumber: word,
    vatNumber: word,
    email: word,
    phone: word,
    website: word,
    taxNote: word,
    iban: word,
    bic: word,
    bankgiro: word,
    plusgiro: word,
    account: word,
    peppolId: word,
  }),
  buyer: z.strictObject({
    name: z.string(),
    ...place,
    companyNumber: word,
    vatNumber: word,
    email: word,
    peppolId: word,
  }),
  subject: word,
  yourReference: word,
  ourReference: word,
  orderNumber: word,
  intro: z.string(),
  closing: z.string(),
  foot: z.string(),
  lines: z.array(paperLine),
  groups: z.array(
    z.strictObject({
      category: choice(vatCategories),
      rate: z.string(),
      base: money(),
      tax: money(),
      discount: money(),
    }),
  ),
  discountPercent: z.string().nullable(),
  linesSum: money(),
  discount: money(),
  net: money(),
  vat: money(),
  total: money(),
  rounding: money(),
  payable: money(),
  /** The tax in the office's currency, and the rate (Directive 2006/112/EC, article 230). */
  vatInOffice: money().nullable(),
  rate: word,
  reference: z.strictObject({ scheme: choice(referenceWays), value: z.string() }).nullable(),
  credits: z.strictObject({ number: z.string(), issuedOn: day() }).nullable(),
  interestPercent: word,
})
export type Paper = z.output<typeof paper>
export type PaperWire = z.input<typeof paper>

/** A VAT code that may stand on a sale. */
export const saleCode = z.strictObject({
  code: z.string(),
  name: z.string(),
  rate: z.string(),
  category: choice(vatCategories),
})

export const priceFacts = {
  text: text(300),
  unit: choice(units).default('piece'),
  price: figure(6),
  vatCode: text(20).nullable().optional(),
  account: text(20, { folded: true }).nullable().optional(),
  articleNumber: text(40, { folded: true }).nullable().optional(),
}

export const peppolId = () =>
  z
    .string()
    .trim()
    .regex(/^\d{4}:[A-Za-z0-9.:-]{2,60}$/)

export const termsFacts = {
  paymentDays: z.int().min(0).max(365).nullable().optional(),
  language: language().nullable().optional(),
  sendBy: choice(deliveries).optional(),
  mailTo: z.email().max(254).nullable().optional(),
  reference: text(120).nullable().optional(),
  peppolId: peppolId().nullable().optional().meta({ folded: true }),
  vatCode: text(20, { folded: true }).nullable().optional(),
  withoutReminders: flag({ folded: true }).optional(),
  note: longText(2000, { folded: true }).optional(),
}

export const customer = () => id('organisation')
