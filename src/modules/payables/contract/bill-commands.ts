import { command } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  expectedVersion,
  flag,
  id,
  money,
  text,
  z,
} from '../../../kernel/schema.ts'
import { accountNotInUse, accountUnknown, vatCodeUnknown } from '../../ledger/contract.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { billFacts, billId, billKinds, billLines, changed, example, exampleOther, payMethods } from './shapes.ts'

const one = { id: billId(), expectedVersion: expectedVersion() }
const about = { kinds: ['bill'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const factRefusals = [r.supplierMissing, r.currencyDiffers, r.billDaysReversed, r.amountTooLarge]

export const enterBill = command({
  name: 'payables.enter-bill',
  summary: 'Enters a bill or a credit note by hand; it is checked, and its coding proposed, as one that was read is.',
  input: z.strictObject({
    supplierId: id('organisation').nullable().optional(),
    /** Where the supplier is not in the directory. */
    supplierName: text(200, { folded: true }).optional(),
    number: text(100).nullable().optional(),
    total: money(),
    issuedOn: day(),
    dueOn: day(),
    kind: choice(billKinds, { folded: true }).optional(),
    ...billFacts,
    documentId: id('document', { folded: true }).nullable().optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.billEntered],
  refusals: factRefusals,
  kinds: ['bill'],
  undoable: true,
  example: {
    supplierName: 'Hisings Ventilation AB',
    number: '88214',
    total: { amount: '48312.50', currency: 'SEK' },
    vat: { amount: '9662.50', currency: 'SEK' },
    issuedOn: '2126-10-28',
    dueOn: '2126-11-27',
    account: '5128-4412',
  },
})

/** A confirmed paper asks for money: it becomes a bill, is told of the one it reminds of, or nothing. */
export const takeBill = command({
  name: 'payables.take-bill',
  summary: 'Makes a bill of a confirmed paper, or tells the bill that a reminder is about.',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ id: z.uuid().nullable() }),
  emits: [e.billTaken, e.reminderCame, e.paperFollowed],
  kinds: ['document', 'bill'],
  door: 'none',
  example: { documentId: exampleOther },
})

/** A paper was confirmed by mistake, or its sender has become known since. */
export const followPaper = command({
  name: 'payables.follow-paper',
  summary: 'Follows the paper of a bill: taken back, or its sender told.',
  input: z.strictObject({
    documentId: id('document'),
    senderId: id().nullable().optional(),
    reopened: flag().optional(),
  }),
  output: z.strictObject({}),
  emits: [e.paperFollowed],
  door: 'none',
  example: { documentId: exampleOther, reopened: true },
})

export const followBill = command({
  name: 'payables.follow-bill',
  summary: 'A bill follows its paper: confirmed anew, taken back, or its sender known.',
  input: z.strictObject({ id: billId(), what: choice(['again', 'reopened', 'sender']), senderId: id().optional() }),
  output: z.strictObject({}),
  emits: [e.billTaken, e.billWithdrawn, e.billChanged],
  kinds: ['bill'],
  subject: 'id',
  door: 'none',
  example: { id: example, what: 'reopened' },
})

/** Amounts stand as decimals, as the file has them: what is read is weighed when somebody codes it. */
export const takeLines = command({
  name: 'payables.take-lines',
  summary: 'Takes over the lines that an e-invoice states, where nobody has coded the bill yet.',
  input: z.strictObject({
    id: billId(),
    lines: z
      .array(
        z.strictObject({
          text: text(300).nullable(),
          net: z.string().regex(/^-?\d{1,12}(\.\d{1,2})?$/),
          /** Percent. */
          rate: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/),
          periodFrom: day().optional(),
          periodTo: day().optional(),
        }),
      )
      .max(200),
  }),
  output: z.strictObject({ taken: flag() }),
  emits: [e.billLinesTaken],
  kinds: ['bill'],
  subject: 'id',
  door: 'none',
  example: { id: example, lines: [{ text: 'Filters', net: '800.00', rate: '25' }] },
})

export const changeBill = command({
  name: 'payables.change-bill',
  summary: 'Changes what is given of a bill that is not posted; it is checked anew.',
  input: z.strictObject({
    ...one,
    supplierId: id('organisation').nullable().optional(),
    supplierName: text(200, { folded: true }).optional(),
    number: text(100).nullable().optional(),
    total: money().optional(),
    issuedOn: day().optional(),
    dueOn: day().optional(),
    ...billFacts,
  }),
  output: changed,
  emits: [e.billChanged],
  refusals: [r.billPosted, r.billStateWrong, ...factRefusals],
  ...step,
  example: { id: example, dueOn: '2126-12-04' },
})

export const codeBill = command({
  name: 'payables.code-bill',
  summary: 'Says what a bill is for: accounts, VAT and cost centres of its lines, which add up to the bill.',
  input: z.strictObject({
    ...one,
    lines: billLines.optional().meta({ hidden: true }),
    approverId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  }),
  output: changed,
  emits: [e.billCoded],
  refusals: [
    r.billStateWrong,
    r.billPosted,
    r.linesDiffer,
    r.lineBearsTax,
    r.currencyDiffers,
    r.billPersonUnknown,
    accountUnknown,
    accountNotInUse,
    vatCodeUnknown,
  ],
  ...step,
  example: {
    id: example,
    lines: [
      {
        text: 'Ventilation',
        net: { amount: '38650.00', currency: 'SEK' },
        vat: { amount: '9662.50', currency: 'SEK' },
        account: '5170',
      },
    ],
  },
})

export const approveBill = command({
  name: 'payables.approve-bill',
  summary: 'Approves a bill: it is posted, and paid on its day unless something keeps it.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.billApproved],
  refusals: [r.billStateWrong],
  ...step,
  example: { id: example },
})

export const postBill = command({
  name: 'payables.post-bill',
  summary: 'Posts an approved bill, where the office posts by hand.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.billPostedEvent],
  refusals: [r.billStateWrong, r.billPosted],
  ...step,
  example: { id: example },
})

export const takeBackApproval = command({
  name: 'payables.take-back-approval',
  summary: 'Takes an approval back: the entry is reversed, nothing is owed, and the bill waits for approval again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.approvalTakenBack],
  refusals: [r.billStateWrong, r.billHasPayments],
  ...about,
  example: { id: example },
})

export const takeBackCoding = command({
  name: 'payables.take-back-coding',
  summary: 'Takes the coding of a bill back, so that it is coded anew.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.codingTakenBack],
  refusals: [r.billStateWrong],
  ...about,
  example: { id: example },
})

export const assignBill = command({
  name: 'payables.assign-bill',
  summary: 'Says whose approval a bill waits for.',
  input: z.strictObject({ ...one, approverId: id('principal', { control: 'person' }).nullable() }),
  output: changed,
  emits: [e.billAssigned],
  refusals: [r.billStateWrong, r.billPersonUnknown],
  ...step,
  example: { id: example, approverId: null },
})

export const setMethod = command({
  name: 'payables.set-method',
  summary: 'Says how a bill is paid: what is drawn by direct debit, paid by card or in cash stands in no payment run.',
  input: z.strictObject({ ...one, method: choice(payMethods) }),
  output: changed,
  emits: [e.billChanged],
  refusals: [r.billStateWrong],
  ...step,
  example: { id: example, method: 'direct-debit' },
})

export const spreadBill = command({
  name: 'payables.spread-bill',
  summary: 'Spreads lines of a posted bill over the months they are for: each takes its part on its last day.',
  input: z.strictObject({
    ...one,
    /** Lines by their place; left out: all whose time is two months and more. */
    positions: z.array(z.int().min(1).max(500)).min(1).max(200).optional().meta({ hidden: true }),
  }),
  output: changed.extend({ count: count() }),
  emits: [e.billSpread],
  refusals: [r.billNotPosted, r.nothingToSpread],
  ...step,
  example: { id: example },
})

export const stopSpreading = command({
  name: 'payables.stop-spreading',
  summary: 'Ends the spreading of a bill: what no month has taken yet is taken at once.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.spreadingStopped],
  refusals: [r.nothingSpread],
  ...about,
  example: { id: example },
})

export const billCommands = [
  spreadBill,
  stopSpreading,
  enterBill,
  takeBill,
  followPaper,
  followBill,
  takeLines,
  changeBill,
  codeBill,
  approveBill,
  postBill,
  takeBackApproval,
  takeBackCoding,
  assignBill,
  setMethod,
]
