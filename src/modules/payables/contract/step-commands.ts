import { command } from '../../../kernel/declare.ts'
import { choice, day, expectedVersion, id, money, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  alarmRules,
  billId,
  changed,
  example,
  exampleOther,
  paidWays,
  postMoments,
  settleWays,
  sureWays,
} from './shapes.ts'

const one = { id: billId(), expectedVersion: expectedVersion() }
const about = { kinds: ['bill'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

export const holdBill = command({
  name: 'payables.hold-bill',
  summary: 'Keeps a bill from being paid, with the reason.',
  input: z.strictObject({ ...one, reason: text(300) }),
  output: changed,
  emits: [e.billHeldEvent],
  refusals: [r.billStateWrong, r.billHeld],
  ...step,
  example: { id: example, reason: 'The goods have not come.' },
})

export const disputeBill = command({
  name: 'payables.dispute-bill',
  summary: 'Notes that a bill is disputed with its supplier, with the reason; it is not paid meanwhile.',
  input: z.strictObject({ ...one, reason: text(300) }),
  output: changed,
  emits: [e.billDisputed],
  refusals: [r.billStateWrong, r.billHeld],
  ...step,
  example: { id: example, reason: 'Two hours more than were worked.' },
})

export const releaseBill = command({
  name: 'payables.release-bill',
  summary: 'Lets a bill that was held or disputed be paid again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.billReleased],
  refusals: [r.billNotHeld],
  ...step,
  example: { id: example },
})

export const confirmAccount = command({
  name: 'payables.confirm-account',
  summary: 'Notes that a changed bank account was confirmed with the supplier by another way than the paper.',
  input: z.strictObject({
    ...one,
    how: choice(sureWays),
    /** Of whom at the supplier. */
    spokeTo: text(200),
    /** One that the directory knew before the paper came; asked for where it was by telephone. */
    phone: text(40).optional(),
    note: text(300, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.accountConfirmed],
  refusals: [r.alarmUnknown, r.numberNotKnown],
  ...step,
  example: { id: example, how: 'letter', spokeTo: 'Birgitta Löf' },
})

export const settleAlarm = command({
  name: 'payables.settle-alarm',
  summary: 'Settles an alarm of a bill, with what was found out; a changed account is settled by confirming it.',
  input: z.strictObject({
    ...one,
    rule: choice(alarmRules, { hidden: true }),
    how: choice(settleWays),
    said: text(500),
  }),
  output: changed,
  emits: [e.alarmSettled],
  refusals: [r.alarmUnknown, r.alarmNeedsOtherWay],
  ...step,
  example: { id: example, rule: 'due-past', how: 'seen', said: 'It came late by post.' },
})

export const reopenAlarm = command({
  name: 'payables.reopen-alarm',
  summary: 'Takes back that an alarm of a bill was settled.',
  input: z.strictObject({ ...one, rule: choice(alarmRules, { hidden: true }) }),
  output: changed,
  emits: [e.alarmReopened],
  refusals: [r.alarmUnknown],
  ...about,
  example: { id: example, rule: 'due-past' },
})

export const markPaid = command({
  name: 'payables.mark-paid',
  summary: 'Notes that a bill, or part of it, is paid already: in cash, by card, or drawn from the bank.',
  input: z.strictObject({
    ...one,
    how: choice(paidWays),
    on: day(),
    /** Left out: all that is left. */
    amount: money({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.billPaidElsewhere],
  refusals: [r.billStateWrong, r.billNotPosted, r.amountTooLarge, r.currencyDiffers],
  ...step,
  example: { id: example, how: 'card', on: '2126-11-20' },
})

export const takeBackPayment = command({
  name: 'payables.take-back-payment',
  summary: 'Takes back that a bill was paid here, or set off.',
  input: z.strictObject({ ...one, paymentId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.paymentTakenBack],
  refusals: [r.paymentUnknown],
  ...about,
  example: { id: example, paymentId: exampleOther },
})

export const setOffCredit = command({
  name: 'payables.set-off-credit',
  summary: 'Sets a credit note off against a bill of the same supplier.',
  input: z.strictObject({
    ...one,
    /** The bill that the credit note lessens. */
    billId: id('bill'),
    amount: money({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.creditSetOff],
  refusals: [r.creditNotFitting, r.billNotPosted, r.amountTooLarge, r.currencyDiffers],
  ...step,
  example: { id: example, billId: exampleOther },
})

export const withdrawBill = command({
  name: 'payables.withdraw-bill',
  summary: 'Takes a bill out that is not to be paid: not ours, a copy, cancelled. Its entry is reversed.',
  input: z.strictObject({ ...one, reason: text(300) }),
  output: changed,
  emits: [e.billWithdrawn],
  refusals: [r.billStateWrong, r.billHasPayments],
  ...step,
  example: { id: example, reason: 'A copy of 88214.' },
})

export const restoreBill = command({
  name: 'payables.restore-bill',
  summary: 'Brings a bill back that was taken out.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.billRestored],
  refusals: [r.billStateWrong],
  ...about,
  example: { id: example },
})

/** What the ledger has settled of a bill, or has opened again. */
export const noteSettled = command({
  name: 'payables.note-settled',
  summary: 'Notes how much of a bill is still owed.',
  input: z.strictObject({
    id: billId(),
    /** In the currency of the bill, as a decimal. */
    remaining: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/),
    on: day(),
  }),
  output: z.strictObject({}),
  emits: [e.billPaid, e.billPartPaid, e.billUnpaid],
  kinds: ['bill'],
  subject: 'id',
  door: 'none',
  example: { id: example, remaining: '0.00', on: '2126-11-27' },
})

export const setBillSettings = command({
  name: 'payables.set-settings',
  summary: 'Says above which sum two people look at a bill, and when bills are posted.',
  input: z.strictObject({ fourEyesAbove: money().nullable().optional(), postOn: choice(postMoments).optional() }),
  output: z.strictObject({}),
  emits: [e.billSettingsChanged],
  undoable: true,
  example: { fourEyesAbove: { amount: '25000.00', currency: 'SEK' }, postOn: 'approval' },
})

export const setApprover = command({
  name: 'payables.set-approver',
  summary: 'Says whose approval bills of a supplier, or of a cost centre, wait for.',
  input: z.strictObject({
    supplierId: id('organisation').nullable().optional(),
    dimension: text(20).optional(),
    value: text(40).optional(),
    approverId: id('principal', { control: 'person' }),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.approverSet],
  refusals: [r.approverRuleUnclear, r.billPersonUnknown],
  example: { dimension: 'cost-centre', value: '100', approverId: exampleOther },
})

export const removeApprover = command({
  name: 'payables.remove-approver',
  summary: 'Removes a rule of whose approval is asked for.',
  input: z.strictObject({ ruleId: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  emits: [e.approverRemoved],
  refusals: [r.approverRuleUnknown],
  example: { ruleId: exampleOther },
})

export const stepCommands = [
  holdBill,
  disputeBill,
  releaseBill,
  confirmAccount,
  settleAlarm,
  reopenAlarm,
  markPaid,
  takeBackPayment,
  setOffCredit,
  withdrawBill,
  restoreBill,
  noteSettled,
  setBillSettings,
  setApprover,
  removeApprover,
]
