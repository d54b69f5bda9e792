import { event } from '../../../kernel/declare.ts'
import { day, money, z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)
const withBooks = withWork.extend(ledgerEnvelope)

const keeping = about.extend({ keptIn: ledgerEnvelope.keptIn })
export const accountAdded = event('banking.account-added', keeping)
export const accountChanged = event('banking.account-changed', keeping)
export const accountClosedEvent = event('banking.account-closed', about)
export const accountReopened = event('banking.account-reopened', about)
export const settingsChanged = event('banking.settings-changed', z.strictObject({}))
export const runProposed = event('banking.run-proposed', about.extend({ count: z.int(), amount: money() }))
export const runChanged = event('banking.run-changed', about)
export const paymentLeftOut = event('banking.payment-left-out', about.extend({ name: z.string() }))
export const runApproved = event('banking.run-approved', withWork.extend({ count: z.int(), amount: money() }))
export const runWithdrawn = event('banking.run-withdrawn', withWork)
export const fileWritten = event('banking.file-written', withWork)
export const fileFailed = event('banking.file-failed', withWork)
export const runHandedOut = event('banking.run-handed-out', withBooks.extend({ count: z.int(), amount: money() }))
export const paymentTicked = event('banking.payment-ticked', about.extend({ name: z.string() }))
export const paymentUnticked = event('banking.payment-unticked', about.extend({ name: z.string() }))
export const runConfirmed = event('banking.run-confirmed', withBooks.extend({ on: day(), reason: z.string() }))
export const confirmationTakenBack = event('banking.confirmation-taken-back', withBooks)
export const paymentRejected = event(
  'banking.payment-rejected',
  withBooks.extend({ name: z.string(), reason: z.string() }),
)
export const statementTaken = event('banking.statement-taken', about)
export const statementRead = event('banking.statement-read', withWork.extend({ count: z.int(), new: z.int() }))
export const statementRefusedEvent = event('banking.statement-refused', withWork.extend({ reason: z.string() }))
export const statementReadAgain = event('banking.statement-read-again', about)
export const linesMatched = event('banking.lines-matched', withBooks.extend({ count: z.int() }))
export const linesUnmatched = event('banking.lines-unmatched', withBooks.extend({ count: z.int() }))
export const lineAsked = event('banking.line-asked', withWork.extend({ name: z.string(), amount: money() }))
export const ruleForgotten = event('banking.rule-forgotten', about.extend({ name: z.string() }))

export const bankingEvents = [
  accountAdded,
  accountChanged,
  accountClosedEvent,
  accountReopened,
  settingsChanged,
  runProposed,
  runChanged,
  paymentLeftOut,
  runApproved,
  runWithdrawn,
  fileWritten,
  fileFailed,
  runHandedOut,
  paymentTicked,
  paymentUnticked,
  runConfirmed,
  confirmationTakenBack,
  paymentRejected,
  statementTaken,
  statementRead,
  statementRefusedEvent,
  statementReadAgain,
  linesMatched,
  linesUnmatched,
  lineAsked,
  ruleForgotten,
]
