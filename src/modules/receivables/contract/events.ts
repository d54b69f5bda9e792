import { event } from '../../../kernel/declare.ts'
import { day, money, z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const booked = about.extend({ number: z.string() }).extend(ledgerEnvelope)

export const invoicingSet = event('receivables.invoicing-set', z.strictObject({}))
export const termsSet = event('receivables.terms-set', about)
export const priceSet = event('receivables.price-set', z.strictObject({ text: z.string() }))
export const priceRemoved = event('receivables.price-removed', z.strictObject({ text: z.string() }))

export const quoteCreated = event('receivables.quote-created', about)
export const quoteChanged = event('receivables.quote-changed', about)
export const quoteSent = event('receivables.quote-sent', about.extend({ number: z.string() }).extend(workEnvelope))
export const quoteAccepted = event('receivables.quote-accepted', about.extend(workEnvelope))
export const quoteDeclined = event('receivables.quote-declined', about.extend(workEnvelope))
export const quoteDiscarded = event('receivables.quote-discarded', about)
export const quoteReopened = event('receivables.quote-reopened', about)
export const quoteInvoiced = event('receivables.quote-invoiced', about.extend(workEnvelope))

export const invoiceCreated = event('receivables.invoice-created', about)
export const invoiceChanged = event('receivables.invoice-changed', about)
export const invoiceDiscarded = event('receivables.invoice-discarded', about.extend(workEnvelope))
export const invoiceRestored = event('receivables.invoice-restored', about)
export const invoiceIssued = event(
  'receivables.invoice-issued',
  booked.extend({ amount: money() }).extend(workEnvelope),
)
export const creditNoteIssued = event('receivables.credit-note-issued', booked.extend({ amount: money() }))
export const invoiceSent = event('receivables.invoice-sent', about.extend(workEnvelope))
export const mailRecorded = event('receivables.mail-recorded', about)
export const paperKept = event('receivables.paper-kept', about)
export const invoiceMoved = event(
  'receivables.invoice-moved',
  about.extend({ remaining: money() }).extend(workEnvelope),
)
export const paymentNoted = event('receivables.payment-noted', booked.extend({ amount: money() }))
export const paymentWithdrawn = event('receivables.payment-withdrawn', booked.extend({ amount: money() }))
export const invoiceWrittenOff = event('receivables.invoice-written-off', booked.extend({ amount: money() }))
export const writeOffTakenBack = event('receivables.write-off-taken-back', booked.extend({ amount: money() }))

export const remindersPaused = event('receivables.reminders-paused', about.extend({ until: day().nullable() }))
export const remindersResumed = event('receivables.reminders-resumed', about)
const letter = z.strictObject({ customer: z.string(), count: z.int() }).extend(ledgerEnvelope)
export const reminderSent = event('receivables.reminder-sent', letter)
export const reminderRecorded = event('receivables.reminder-recorded', z.strictObject({ customer: z.string() }))
export const feeWaived = event('receivables.fee-waived', booked.extend({ amount: money() }))
export const remindersDue = event('receivables.reminders-due', z.strictObject({ count: z.int() }).extend(workEnvelope))

export const receivablesEvents = [
  invoicingSet,
  termsSet,
  priceSet,
  priceRemoved,
  quoteCreated,
  quoteChanged,
  quoteSent,
  quoteAccepted,
  quoteDeclined,
  quoteDiscarded,
  quoteReopened,
  quoteInvoiced,
  invoiceCreated,
  invoiceChanged,
  invoiceDiscarded,
  invoiceRestored,
  invoiceIssued,
  creditNoteIssued,
  invoiceSent,
  mailRecorded,
  paperKept,
  invoiceMoved,
  paymentNoted,
  paymentWithdrawn,
  invoiceWrittenOff,
  writeOffTakenBack,
  remindersPaused,
  remindersResumed,
  reminderSent,
  reminderRecorded,
  feeWaived,
  remindersDue,
]
