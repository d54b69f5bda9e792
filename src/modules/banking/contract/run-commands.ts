import { command, job } from '../../../kernel/declare.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  fileId,
  flag,
  id,
  longText,
  money,
  text,
  z,
} from '../../../kernel/schema.ts'
import { adviceGiven, adviceNotSent, sendAdviceJob } from './advice.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, currencyCode, example, exampleItem, exampleOther, payMethodsOfRun } from './shapes.ts'

const one = { id: id('payment-run', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['payment-run'], subject: 'id' } as const
const payment = { ...one, paymentId: id(undefined, { hidden: true }) }

/** Writes the file of an approved run; the same run always gives the same bytes. */
export const writeFileJob = job('banking.write-file', z.strictObject({ runId: z.uuid() }), 'system')

export const proposeRun = command({
  name: 'banking.propose-run',
  summary: 'Puts together what is ready to be paid from an account until a day: each item once, credit notes set off.',
  input: z.strictObject({
    accountId: id('bank-account'),
    until: day().optional(),
    /** Everything on this day; else each on its due day, or the day a discount ends. */
    payOn: day({ folded: true }).optional(),
    withDiscounts: flag({ folded: true }).optional(),
    method: choice(payMethodsOfRun).optional(),
    /** What is paid in another currency than the account's. */
    currency: currencyCode({ folded: true }).optional(),
    /** These and no others, whenever they are due. */
    itemIds: z.array(z.uuid()).min(1).max(1000).optional().meta({ hidden: true }),
  }),
  output: changed.extend({ count: count(), amount: money(), leftOut: count() }),
  emits: [e.runProposed],
  refusals: [r.accountClosed, r.runEmpty, r.itemInRun, r.itemUnpayable, r.dayPassed],
  kinds: ['payment-run'],
  undoable: true,
  example: { accountId: example, until: '2026-11-30' },
})

export const leaveOut = command({
  name: 'banking.leave-out',
  summary: 'Takes a payment out of a run that is not approved; what it would have paid stays open.',
  input: z.strictObject(payment),
  output: changed,
  emits: [e.paymentLeftOut],
  refusals: [r.runStateWrong, r.paymentUnknown],
  ...about,
  example: { id: example, paymentId: exampleOther },
})

export const addToRun = command({
  name: 'banking.add-to-run',
  summary: 'Puts more open items into a run that is not approved.',
  input: z.strictObject({ ...one, itemIds: z.array(z.uuid()).min(1).max(1000).meta({ hidden: true }) }),
  output: changed.extend({ count: count() }),
  emits: [e.runChanged],
  refusals: [r.runStateWrong, r.itemInRun, r.itemUnpayable],
  ...about,
  example: { id: example, itemIds: [exampleItem] },
})

export const changePayment = command({
  name: 'banking.change-payment',
  summary: 'Changes the day of a payment that is not approved, or pays only a part of what is owed.',
  input: z.strictObject({ ...payment, payOn: day().optional(), amount: money().optional() }),
  output: changed,
  emits: [e.runChanged],
  refusals: [r.runStateWrong, r.paymentUnknown, r.amountTooHigh, r.dayPassed],
  ...about,
  undoable: true,
  example: { id: example, paymentId: exampleOther, payOn: '2126-11-27' },
})

export const approveRun = command({
  name: 'banking.approve-run',
  summary:
    'Releases the payments of a run, weighed by their sum; by somebody other than who proposed it, where the office wants so.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.runApproved],
  refusals: [r.runStateWrong, r.runEmpty, r.itemsMoved, r.dayPassed, r.accountClosed],
  jobs: [writeFileJob],
  ...about,
  example: { id: example },
})

export const withdrawRun = command({
  name: 'banking.withdraw-run',
  summary: 'Withdraws a run that was not handed out; everything in it may be paid otherwise.',
  input: z.strictObject({ ...one, reason: longText(1000).optional() }),
  output: changed,
  emits: [e.runWithdrawn],
  refusals: [r.runStateWrong],
  ...about,
  example: { id: example },
})

export const recordFile = command({
  name: 'banking.record-file',
  summary: 'Notes the file that was written of a run, or why none could be.',
  input: z.strictObject({
    id: id('payment-run'),
    fileId: fileId().nullable(),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    name: text(200).nullable(),
    groups: z
      .array(z.strictObject({ paymentInfoId: text(35), endToEndIds: z.array(text(35)).max(20_000) }))
      .max(20_000),
    problems: z.array(z.strictObject({ name: z.string().max(60), payee: z.string().max(200) })).max(1000),
  }),
  output: z.strictObject({}),
  emits: [e.fileWritten, e.fileFailed],
  door: 'none',
  tool: false,
  ...about,
  example: {
    id: example,
    fileId: null,
    digest: null,
    name: null,
    groups: [],
    problems: [{ name: 'address-missing', payee: 'Nordic Paper AB' }],
  },
})

export const writeAgain = command({
  name: 'banking.write-again',
  summary: 'Writes the file of an approved run once more, after what stood in its way was put right.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.runChanged],
  refusals: [r.runStateWrong],
  jobs: [writeFileJob],
  ...about,
  example: { id: example },
})

export const handOutRun = command({
  name: 'banking.hand-out-run',
  summary:
    'Hands the file of an approved run out to be sent to the bank: who and when is kept. It is the same file each time.',
  input: z.strictObject(one),
  output: changed.extend({ fileId: z.uuid() }),
  emits: [e.runHandedOut],
  refusals: [r.runStateWrong, r.fileMissing, r.itemsMoved],
  ...about,
  example: { id: example },
})

export const tickPayment = command({
  name: 'banking.tick-payment',
  summary: 'Ticks a payment that was entered at the bank by hand; when all are, the run is handed out.',
  input: z.strictObject(payment),
  output: changed,
  emits: [e.paymentTicked, e.runHandedOut],
  refusals: [r.runStateWrong, r.paymentUnknown, r.paymentNotLive, r.itemsMoved],
  ...about,
  example: { id: example, paymentId: exampleOther },
})

export const untickPayment = command({
  name: 'banking.untick-payment',
  summary: 'Takes back that a payment was entered at the bank by hand.',
  input: z.strictObject(payment),
  output: changed,
  emits: [e.paymentUnticked],
  refusals: [r.runStateWrong, r.paymentUnknown, r.paymentNotLive],
  ...about,
  example: { id: example, paymentId: exampleOther },
})

export const confirmRun = command({
  name: 'banking.confirm-run',
  summary: 'Says without a statement that the bank has paid what is left of a run, with the reason why one knows.',
  input: z.strictObject({ ...one, paidOn: day(), reason: longText(1000).min(1) }),
  output: changed,
  emits: [e.runConfirmed, adviceGiven, adviceNotSent],
  refusals: [r.runStateWrong, r.rateMissing],
  jobs: [sendAdviceJob],
  ...about,
  undoable: true,
  example: { id: example, paidOn: '2026-11-20', reason: 'Seen at the bank' },
})

export const takeBackConfirmation = command({
  name: 'banking.take-back-confirmation',
  summary: 'Takes back that a run was paid as somebody said; what a statement has shown stays.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.confirmationTakenBack],
  refusals: [r.runStateWrong, r.itemInRun],
  ...about,
  example: { id: example },
})

export const rejectPayment = command({
  name: 'banking.reject-payment',
  summary: 'Notes that the bank did not carry a payment out: what it would have paid is open again.',
  input: z.strictObject({ ...payment, reason: text(300) }),
  output: changed,
  emits: [e.paymentRejected],
  refusals: [r.runStateWrong, r.paymentUnknown, r.paymentNotLive],
  ...about,
  example: { id: example, paymentId: exampleOther, reason: 'The account is closed' },
})

export const runCommands = [
  proposeRun,
  addToRun,
  leaveOut,
  changePayment,
  approveRun,
  withdrawRun,
  recordFile,
  writeAgain,
  handOutRun,
  tickPayment,
  untickPayment,
  confirmRun,
  takeBackConfirmation,
  rejectPayment,
]
