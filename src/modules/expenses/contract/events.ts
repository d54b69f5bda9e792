import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)

export const reportCreated = event('expenses.report-created', about)
export const reportChanged = event('expenses.report-changed', about)
export const reportWithdrawn = event('expenses.report-withdrawn', about)
export const reportRestored = event('expenses.report-restored', about)
export const expensesAdded = event('expenses.expenses-added', about.extend({ count: z.int() }))
export const expenseChanged = event('expenses.expense-changed', about)
export const expensesRemoved = event('expenses.expenses-removed', about.extend({ count: z.int() }))
export const expensesPutBack = event('expenses.expenses-put-back', about.extend({ count: z.int() }))
export const receiptRead = event('expenses.receipt-read', about)
export const ratesTaken = event('expenses.rates-taken', about)
export const reportHandedIn = event('expenses.report-handed-in', withWork)
export const reportTakenBack = event('expenses.report-taken-back', withWork)
export const reportReturned = event('expenses.report-returned', withWork.extend({ reason: z.string() }))
export const reportVerified = event('expenses.report-verified', withWork)
export const reportUnverified = event('expenses.report-unverified', withWork)
export const reportApproved = event('expenses.report-approved', withWork.extend(ledgerEnvelope))
export const reportUnapproved = event('expenses.report-unapproved', withWork.extend(ledgerEnvelope))
export const reportPaid = event('expenses.report-paid', about)
export const reportUnpaid = event('expenses.report-unpaid', about)
export const policySet = event('expenses.policy-set', z.strictObject({ on: z.string() }))
export const categorySet = event('expenses.category-set', z.strictObject({ on: z.string(), category: z.string() }))
export const rateSet = event('expenses.rate-set', z.strictObject({ on: z.string(), rate: z.string() }))
export const payAccountSet = event('expenses.pay-account-set', about.extend(ledgerEnvelope))

export const expensesEvents = [
  reportCreated,
  reportChanged,
  reportWithdrawn,
  reportRestored,
  expensesAdded,
  expenseChanged,
  expensesRemoved,
  expensesPutBack,
  receiptRead,
  ratesTaken,
  reportHandedIn,
  reportTakenBack,
  reportReturned,
  reportVerified,
  reportUnverified,
  reportApproved,
  reportUnapproved,
  reportPaid,
  reportUnpaid,
  policySet,
  categorySet,
  rateSet,
  payAccountSet,
]
