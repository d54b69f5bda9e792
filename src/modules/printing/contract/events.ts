import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const ofJob = about.extend({ printer: z.string() })

export const printerAdded = event('printing.printer-added', about)
export const printerChanged = event('printing.printer-changed', about)
export const printerSeen = event('printing.printer-seen', about)
export const printerChosen = event('printing.printer-chosen', about)
export const stockSet = event(
  'printing.stock-set',
  z.strictObject({ stock: z.string(), printer: z.string().nullable() }),
)
export const printAsked = event('printing.print-asked', ofJob)
export const cancelAsked = event('printing.cancel-asked', ofJob)
export const jobFollowed = event('printing.job-followed', ofJob)
export const jobDone = event('printing.job-done', ofJob)
export const jobCancelled = event('printing.job-cancelled', ofJob)
export const jobFailed = event('printing.job-failed', ofJob.extend(notifyEnvelope))
export const jobStopped = event('printing.job-stopped', ofJob.extend(notifyEnvelope))

export const printingEvents = [
  printerAdded,
  printerChanged,
  printerSeen,
  printerChosen,
  stockSet,
  printAsked,
  cancelAsked,
  jobFollowed,
  jobDone,
  jobCancelled,
  jobFailed,
  jobStopped,
]
