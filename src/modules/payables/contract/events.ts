import { event } from '../../../kernel/declare.ts'
import { day, money, z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

/** Every act on a bill may book it, change what is owed, and begin or end work. */
const about = z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope, ...ledgerEnvelope })
const told = (name: `payables.${string}`) => event(name, about)

export const billTaken = event('payables.bill-taken', about.extend({ total: money() }))
export const paperFollowed = event(
  'payables.paper-followed',
  z.strictObject({
    id: z.uuid(),
    title: z.string(),
    documentId: z.uuid(),
    what: z.enum(['again', 'reopened', 'sender']),
    senderId: z.uuid().optional(),
  }),
)
export const billEntered = event('payables.bill-entered', about.extend({ total: money() }))
export const billChanged = told('payables.bill-changed')
export const billLinesTaken = told('payables.bill-lines-taken')
export const billCoded = told('payables.bill-coded')
export const billApproved = event('payables.bill-approved', about.extend({ total: money() }))
export const billPostedEvent = told('payables.bill-posted')
export const approvalTakenBack = told('payables.approval-taken-back')
export const codingTakenBack = told('payables.coding-taken-back')
export const billHeldEvent = event('payables.bill-held', about.extend({ reason: z.string() }))
export const billDisputed = event('payables.bill-disputed', about.extend({ reason: z.string() }))
export const billReleased = told('payables.bill-released')
export const billAssigned = told('payables.bill-assigned')
export const accountConfirmed = event('payables.account-confirmed', about.extend({ number: z.string() }))
export const alarmSettled = event('payables.alarm-settled', about.extend({ said: z.string() }))
export const alarmReopened = told('payables.alarm-reopened')
export const billPaidElsewhere = event('payables.bill-paid-elsewhere', about.extend({ on: day(), amount: money() }))
export const paymentTakenBack = told('payables.payment-taken-back')
export const billSpread = event('payables.bill-spread', about.extend({ months: z.int() }))
export const spreadingStopped = told('payables.spreading-stopped')
export const creditSetOff = event('payables.credit-set-off', about.extend({ amount: money(), other: z.string() }))
export const billWithdrawn = event('payables.bill-withdrawn', about.extend({ reason: z.string() }))
export const billRestored = told('payables.bill-restored')
export const reminderCame = told('payables.reminder-came')
export const billPaid = event('payables.bill-paid', about.extend({ on: day() }))
export const billPartPaid = event('payables.bill-part-paid', about.extend({ on: day(), left: money() }))
export const billUnpaid = told('payables.bill-unpaid')
export const billSettingsChanged = event('payables.settings-changed', z.strictObject({ fourEyes: z.boolean() }))
export const approverSet = event('payables.approver-set', z.strictObject({ name: z.string(), title: z.string() }))
export const approverRemoved = event('payables.approver-removed', z.strictObject({ name: z.string() }))

export const billEvents = [
  billTaken,
  paperFollowed,
  billEntered,
  billChanged,
  billLinesTaken,
  billCoded,
  billApproved,
  billPostedEvent,
  approvalTakenBack,
  codingTakenBack,
  billHeldEvent,
  billDisputed,
  billReleased,
  billAssigned,
  accountConfirmed,
  alarmSettled,
  alarmReopened,
  billPaidElsewhere,
  paymentTakenBack,
  billSpread,
  spreadingStopped,
  creditSetOff,
  billWithdrawn,
  billRestored,
  reminderCame,
  billPaid,
  billPartPaid,
  billUnpaid,
  billSettingsChanged,
  approverSet,
  approverRemoved,
]
