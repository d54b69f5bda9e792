/** The office's own invoicing: its head, its accounts, its terms; what is agreed with a customer; prices. */
import { command } from '../../../kernel/declare.ts'
import { choice, day, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, customer, example, peppolId, percentage, priceFacts, referenceWays, termsFacts } from './shapes.ts'

export const invoicingFacts = {
  street: text(200).nullable().optional(),
  postcode: text(20).nullable().optional(),
  town: text(100).nullable().optional(),
  email: z.email().max(254).nullable().optional(),
  phone: text(60).nullable().optional(),
  website: text(200).nullable().optional(),
  companyNumber: text(40).nullable().optional(),
  vatNumber: text(40).nullable().optional(),
  /** What the country wants said beneath: approved for F-tax, the register of companies. */
  taxNote: text(200).nullable().optional(),
  iban: text(42).nullable().optional(),
  bic: text(11).nullable().optional(),
  bankgiro: text(20).nullable().optional(),
  plusgiro: text(20).nullable().optional(),
  bankAccount: text(40).nullable().optional(),
  peppolId: peppolId().nullable().optional(),
  paymentDays: z.int().min(0).max(365).optional(),
  quoteDays: z.int().min(1).max(365).optional(),
  referenceWay: choice(referenceWays).optional(),
  wholeUnits: flag().optional(),
  foot: longText(1000).optional(),
  /** Days after the due day, and from one reminder to the next. */
  reminderAfterDays: z.int().min(1).max(90).optional(),
  reminderEveryDays: z.int().min(3).max(90).optional(),
  feeFromStep: z.int().min(1).max(3).optional(),
}

export const setInvoicing = command({
  name: 'receivables.set-invoicing',
  summary: 'Sets what stands on every invoice: address, numbers, accounts, terms, reminders, rates of interest.',
  input: z.strictObject({
    ...invoicingFacts,
    /** Asked from the step that is set on; none where the law or the office wants none. */
    reminderFee: z
      .strictObject({ amount: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
      .nullable()
      .optional()
      .meta({ hidden: true }),
    /** Interest on what is paid late, percent a year, each from its day. */
    interestRates: z
      .array(z.strictObject({ fromOn: day(), percent: percentage() }))
      .max(60)
      .optional()
      .meta({ hidden: true }),
  }),
  output: z.strictObject({}),
  emits: [e.invoicingSet],
  refusals: [r.figureWrong],
  kinds: ['invoice'],
  undoable: true,
  example: {
    street: 'Kungsgatan 4',
    postcode: '411 19',
    town: 'Göteborg',
    vatNumber: 'SE556677889901',
    paymentDays: 30,
  },
})

export const setTerms = command({
  name: 'receivables.set-terms',
  summary: 'Sets what is agreed with a customer: days to pay, language, where invoices go, reference, reminders.',
  input: z.strictObject({ id: customer().meta({ hidden: true }), ...termsFacts }),
  output: changed.pick({ id: true }),
  emits: [e.termsSet],
  kinds: ['organisation', 'person'],
  subject: 'id',
  undoable: true,
  example: { id: example, paymentDays: 20, mailTo: 'invoices@example.org' },
})

export const setPrice = command({
  name: 'receivables.set-price',
  summary: 'Puts something into the price list, or changes it there.',
  input: z.strictObject({ priceId: id(undefined, { hidden: true }).optional(), ...priceFacts }),
  output: z.strictObject({ priceId: z.uuid() }),
  emits: [e.priceSet],
  refusals: [r.priceUnknown],
  kinds: ['invoice'],
  undoable: true,
  example: { text: 'Consulting', unit: 'hour', price: '1250' },
})

export const removePrice = command({
  name: 'receivables.remove-price',
  summary: 'Takes something off the price list.',
  input: z.strictObject({ priceId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ priceId: z.uuid() }),
  emits: [e.priceRemoved],
  refusals: [r.priceUnknown],
  kinds: ['invoice'],
  undoable: true,
  example: { priceId: example },
})

export const one = (kind: string) => ({ id: id(kind, { hidden: true }), expectedVersion: expectedVersion() })
export const settingsCommands = [setInvoicing, setTerms, setPrice, removePrice]
