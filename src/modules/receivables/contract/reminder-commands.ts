/** What is owed and late: reminders in steps, a pause, interest. They stand on open items, whether an invoice of Kontor's or one that was taken over. */
import { command, job } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, customer, deliveries, example, exampleOther, mailStates, pauseReasons } from './shapes.ts'

/** Once a week: makes the task of looking through the pile. */
export const remindersJob = job('receivables.reminders', z.strictObject({}), 'system')
export const sendReminderJob = job('receivables.send-reminder', z.strictObject({ reminderId: id() }), 'system')

const item = { id: id('invoice', { hidden: true }), itemId: id(undefined, { hidden: true }) }

export const pauseReminders = command({
  name: 'receivables.pause-reminders',
  summary: 'Stops reminders of one open item: it is disputed, or its payment promised until a day.',
  input: z.strictObject({
    ...item,
    pauseReason: choice(pauseReasons),
    until: day().nullable().optional(),
    note: longText(1000).optional(),
  }),
  output: changed.pick({ id: true }),
  emits: [e.remindersPaused],
  refusals: [r.nothingOverdue],
  kinds: ['invoice'],
  subject: 'id',
  undoable: true,
  example: { id: example, itemId: exampleOther, pauseReason: 'promise', until: '2126-12-15' },
})

export const resumeReminders = command({
  name: 'receivables.resume-reminders',
  summary: 'Lets reminders of an open item go on.',
  input: z.strictObject(item),
  output: changed.pick({ id: true }),
  emits: [e.remindersResumed],
  refusals: [r.nothingOverdue],
  kinds: ['invoice'],
  subject: 'id',
  example: { id: example, itemId: exampleOther },
})

export const sendReminders = command({
  name: 'receivables.send-reminders',
  summary: 'Sends one reminder to each of these customers about all that is overdue and not paused, at its next step.',
  input: z.strictObject({
    customerIds: z.array(customer()).min(1).max(500),
    sendBy: choice(deliveries).optional(),
    withFee: flag().default(true),
  }),
  output: z.strictObject({ sent: count(), withoutAddress: count() }),
  emits: [e.reminderSent],
  refusals: [r.nothingOverdue],
  jobs: [sendReminderJob],
  kinds: ['invoice'],
  example: { customerIds: [example] },
})

export const recordReminder = command({
  name: 'receivables.record-reminder',
  summary: 'Keeps whether the mail of a reminder went out.',
  permission: 'receivables.send-reminders',
  door: 'none',
  input: z.strictObject({ reminderId: id(), mail: choice(mailStates), error: text(500).nullable() }),
  output: z.strictObject({}),
  emits: [e.reminderRecorded],
  tool: false,
  example: { reminderId: example, mail: 'sent', error: null },
})

export const waiveFee = command({
  name: 'receivables.waive-fee',
  summary: 'Waives the fee of a reminder: its entry is reversed, nobody owes it any more.',
  input: z.strictObject({ ...item, reminderId: id(undefined, { hidden: true }) }),
  output: changed.pick({ id: true }),
  emits: [e.feeWaived],
  refusals: [r.feeUnknown],
  kinds: ['invoice'],
  subject: 'id',
  example: { id: example, itemId: exampleOther, reminderId: exampleOther },
})

export const chargeInterest = command({
  name: 'receivables.charge-interest',
  summary: 'Begins an invoice of the interest on what a customer has paid late, or owes, up to a day.',
  input: z.strictObject({ id: customer().meta({ hidden: true }), until: day().optional() }),
  output: changed.extend({ invoiceId: z.uuid() }).omit({ version: true }),
  emits: [e.invoiceCreated],
  refusals: [r.interestUnknown, r.nothingOverdue],
  kinds: ['organisation', 'person'],
  subject: 'id',
  example: { id: example },
})

export const raiseReminders = command({
  name: 'receivables.raise-reminders',
  summary: 'Makes the task of the week: so many customers are to be reminded.',
  input: z.strictObject({}),
  output: z.strictObject({ customers: count() }),
  emits: [e.remindersDue],
  door: 'none',
  tool: false,
  example: {},
})

export const reminderCommands = [
  pauseReminders,
  resumeReminders,
  sendReminders,
  recordReminder,
  waiveFee,
  chargeInterest,
  raiseReminders,
]
