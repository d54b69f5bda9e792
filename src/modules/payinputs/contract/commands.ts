import { command } from '../../../kernel/declare.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  flag,
  id,
  longText,
  minutes,
  money,
  text,
  z,
} from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  absenceKinds,
  changed,
  decimalSigns,
  example,
  exampleOther,
  exampleThird,
  hourKinds,
  layoutColumns,
  layoutFormats,
  payKinds,
  separators,
} from './shapes.ts'

const one = { id: id('pay-period', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['pay-period'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const payeeOne = { id: id('payee', { hidden: true }), expectedVersion: expectedVersion() }
const ofPayee = { kinds: ['payee'], subject: 'id', undoable: true } as const
export const month = () =>
  z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'a month, 2026-11')
    .meta({ control: 'text' })

const payeeFacts = {
  employeeNumber: text(30),
  dailyMinutes: minutes().max(1440),
  expectsHours: flag(),
  fromOn: day(),
}

export const addPayee = command({
  name: 'payinputs.add-payee',
  summary: 'Puts a colleague on the payroll, under the number that the payroll system knows.',
  input: z.strictObject({
    personId: id('principal', { control: 'person' }),
    ...payeeFacts,
    dailyMinutes: payeeFacts.dailyMinutes.optional(),
    expectsHours: payeeFacts.expectsHours.optional(),
    fromOn: payeeFacts.fromOn.optional(),
  }),
  output: changed,
  emits: [e.payeeAdded],
  refusals: [r.payeeExists, r.payeeUnknown],
  kinds: ['payee'],
  example: { personId: exampleOther, employeeNumber: '1004', dailyMinutes: 480, expectsHours: true },
})

export const changePayee = command({
  name: 'payinputs.change-payee',
  summary: 'Changes number, ordinary day or first and last day of somebody on the payroll.',
  input: z.strictObject({
    ...payeeOne,
    employeeNumber: payeeFacts.employeeNumber.optional(),
    dailyMinutes: payeeFacts.dailyMinutes.optional(),
    expectsHours: payeeFacts.expectsHours.optional(),
    fromOn: payeeFacts.fromOn.optional(),
    untilOn: day().nullable().optional(),
  }),
  output: changed,
  emits: [e.payeeChanged],
  refusals: [r.payeeExists, r.payeeDaysReversed],
  ...ofPayee,
  example: { id: example, untilOn: '2126-12-31' },
})

export const setRecurring = command({
  name: 'payinputs.set-recurring',
  summary: 'Says what comes every month for somebody: an addition, a deduction, hours.',
  input: z.strictObject({
    ...payeeOne,
    payKind: choice(payKinds),
    amount: money().optional(),
    minutes: minutes().min(1).max(60_000).optional(),
    note: text(300, { folded: true }).optional(),
    fromOn: day(),
    untilOn: day({ folded: true }).nullable().optional(),
  }),
  output: changed.extend({ recurringId: z.uuid() }),
  emits: [e.recurringSet],
  refusals: [r.quantityMissing, r.payeeDaysReversed],
  ...ofPayee,
  example: {
    id: example,
    payKind: 'bonus',
    amount: { amount: '500.00', currency: 'SEK' },
    note: 'Fire warden',
    fromOn: '2026-01-01',
  },
})

export const endRecurring = command({
  name: 'payinputs.end-recurring',
  summary: 'Ends what came every month: the months gathered before keep it.',
  input: z.strictObject({ ...payeeOne, recurringId: id(undefined, { hidden: true }), untilOn: day().optional() }),
  output: changed,
  emits: [e.recurringEnded],
  refusals: [r.inputUnknown, r.payeeDaysReversed],
  kinds: ['payee'],
  subject: 'id',
  example: { id: example, recurringId: exampleThird, untilOn: '2126-12-31' },
})

export const openPeriod = command({
  name: 'payinputs.open-period',
  summary: 'Opens a month for hours, absence and what else pay is made of.',
  input: z.strictObject({ month: month() }),
  output: changed,
  emits: [e.periodOpened],
  refusals: [r.periodExists],
  kinds: ['pay-period'],
  example: { month: '2126-11' },
})

export const gatherPeriod = command({
  name: 'payinputs.gather-period',
  summary: 'Takes over the month’s absence and what comes every month; what was taken before is not taken twice.',
  input: z.strictObject(one),
  output: changed.extend({ added: count() }),
  emits: [e.periodGathered],
  refusals: [r.periodStateWrong],
  ...about,
  example: { id: example },
})

const quantity = {
  /** The last day of an absence. */
  untilOn: day().optional(),
  minutes: minutes().min(1).max(60_000).optional(),
  amount: money().optional(),
  note: text(300, { folded: true }).optional(),
}
const inputAnswer = changed.extend({ inputId: z.uuid() })

export const addInput = command({
  name: 'payinputs.add-input',
  summary: 'Adds hours, absence, an addition or a deduction of somebody to a month.',
  input: z.strictObject({ ...one, payeeId: id('payee'), payKind: choice(payKinds), on: day(), ...quantity }),
  output: inputAnswer,
  emits: [e.inputsAdded],
  refusals: [r.periodStateWrong, r.payeeUnknown, r.quantityMissing, r.outsidePeriod],
  ...step,
  example: {
    id: example,
    payeeId: exampleOther,
    payKind: 'bonus',
    on: '2126-11-30',
    amount: { amount: '1200.00', currency: 'SEK' },
  },
})

export const changeInput = command({
  name: 'payinputs.change-input',
  summary: 'Changes an input of a month that is not locked.',
  input: z.strictObject({
    ...one,
    inputId: id(undefined, { hidden: true }),
    payKind: choice(payKinds).optional(),
    on: day().optional(),
    untilOn: quantity.untilOn,
    minutes: quantity.minutes.nullable(),
    amount: quantity.amount.nullable(),
    note: z.string().max(300).optional().meta({ control: 'text', folded: true }),
  }),
  output: changed,
  emits: [e.inputChanged],
  refusals: [r.periodStateWrong, r.inputUnknown, r.quantityMissing, r.outsidePeriod],
  ...step,
  example: { id: example, inputId: exampleThird, amount: { amount: '900.00', currency: 'SEK' } },
})

const someInputs = {
  ...one,
  inputIds: z
    .array(id(undefined, { hidden: true }))
    .min(1)
    .max(500)
    .meta({ hidden: true }),
}

export const removeInputs = command({
  name: 'payinputs.remove-inputs',
  summary: 'Takes inputs out of a month that is not locked.',
  input: z.strictObject(someInputs),
  output: changed,
  emits: [e.inputsRemoved],
  refusals: [r.periodStateWrong, r.inputUnknown],
  ...step,
  example: { id: example, inputIds: [exampleThird] },
})

export const putBackInputs = command({
  name: 'payinputs.put-back-inputs',
  summary: 'Puts inputs back that were taken out.',
  input: z.strictObject(someInputs),
  output: changed,
  emits: [e.inputsPutBack],
  refusals: [r.periodStateWrong, r.inputUnknown],
  ...step,
  example: { id: example, inputIds: [exampleThird] },
})

export const pasteInputs = command({
  name: 'payinputs.paste-inputs',
  summary:
    'Takes inputs from a pasted table: employee number, kind, day, hours or amount, and what else is to be said; all or none.',
  input: z.strictObject({ ...one, text: longText(200_000).min(1) }),
  output: changed.extend({ added: count() }),
  emits: [e.inputsAdded],
  refusals: [r.periodStateWrong, r.tableUnread],
  ...step,
  example: { id: example, text: '1004;overtime;2126-11-12;2,5;Stocktaking' },
})

export const correctInput = command({
  name: 'payinputs.correct-input',
  summary: 'Corrects an input of a month that is locked or handed on: the difference goes into the next open month.',
  input: z.strictObject({
    id: one.id,
    inputId: id(undefined, { hidden: true }),
    minutes: minutes().max(60_000).optional(),
    amount: money().optional(),
  }),
  output: z.strictObject({ id: z.uuid(), periodId: z.uuid(), inputId: z.uuid() }),
  emits: [e.inputCorrected],
  refusals: [r.periodStateWrong, r.inputUnknown, r.quantityMissing, r.noOpenPeriod],
  ...about,
  example: { id: example, inputId: exampleThird, amount: { amount: '900.00', currency: 'SEK' } },
})

export const checkPeriod = command({
  name: 'payinputs.check-period',
  summary: 'Says that a month is complete and possible; what speaks against it must be accepted knowingly.',
  input: z.strictObject({ ...one, anyway: flag().optional() }),
  output: changed,
  emits: [e.periodChecked],
  refusals: [r.periodStateWrong, r.problemsOpen],
  ...step,
  example: { id: example, anyway: true },
})

export const reopenPeriod = command({
  name: 'payinputs.reopen-period',
  summary: 'Opens a checked month again for changes.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.periodReopened],
  refusals: [r.periodStateWrong],
  ...about,
  example: { id: example },
})

export const lockPeriod = command({
  name: 'payinputs.lock-period',
  summary: 'Locks a checked month: from now on corrections are differences in the next.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.periodLocked],
  refusals: [r.periodStateWrong],
  ...step,
  example: { id: example },
})

export const unlockPeriod = command({
  name: 'payinputs.unlock-period',
  summary: 'Takes a lock back, as long as nothing was handed on.',
  permission: 'payinputs.lock-period',
  input: z.strictObject(one),
  output: changed,
  emits: [e.periodUnlocked],
  refusals: [r.periodStateWrong],
  ...step,
  example: { id: example },
})

export const handOn = command({
  name: 'payinputs.hand-on',
  summary: 'Notes that the file of a locked month was handed on to payroll.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.periodHandedOn],
  refusals: [r.periodStateWrong],
  ...about,
  example: { id: example },
})

export const setLayout = command({
  name: 'payinputs.set-layout',
  summary: 'Says how the file looks that the payroll system reads, and what it calls each kind.',
  input: z.strictObject({
    format: choice(layoutFormats),
    separator: choice(separators).optional(),
    decimalSign: choice(decimalSigns).optional(),
    header: flag().optional(),
    columns: z.array(choice(layoutColumns)).min(1).max(20).optional().meta({ hidden: true }),
    codes: z
      .array(z.strictObject({ payKind: choice(payKinds), code: text(40) }))
      .max(40)
      .optional()
      .meta({ hidden: true }),
  }),
  output: z.strictObject({ format: choice(layoutFormats) }),
  emits: [e.layoutSet],
  example: { format: 'csv', separator: 'semicolon', decimalSign: 'comma', header: true },
})

export const enterOwn = command({
  name: 'payinputs.enter-own',
  summary: 'Enters hours or absence of one’s own.',
  input: z.strictObject({
    payKind: choice([...hourKinds, ...absenceKinds]),
    on: day(),
    untilOn: quantity.untilOn,
    minutes: quantity.minutes,
    note: quantity.note,
  }),
  output: z.strictObject({ inputId: z.uuid() }),
  emits: [e.inputsAdded],
  refusals: [r.notOnPayroll, r.noOpenPeriod, r.quantityMissing, r.outsidePeriod, r.sheetHandedIn],
  undoable: true,
  example: { payKind: 'hours', on: '2126-11-12', minutes: 480 },
})

export const removeOwn = command({
  name: 'payinputs.remove-own',
  summary: 'Takes back hours or absence that one entered oneself.',
  permission: 'payinputs.enter-own',
  input: z.strictObject({ inputId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ inputId: z.uuid() }),
  emits: [e.inputsRemoved],
  refusals: [r.notOnPayroll, r.inputUnknown, r.sheetHandedIn],
  example: { inputId: exampleThird },
})

export const handInOwn = command({
  name: 'payinputs.hand-in-own',
  summary: 'Says that one’s month is complete.',
  permission: 'payinputs.enter-own',
  input: z.strictObject({ month: month() }),
  output: z.strictObject({ month: z.string() }),
  emits: [e.sheetHandedInEvent],
  refusals: [r.notOnPayroll, r.noOpenPeriod, r.sheetHandedIn],
  undoable: true,
  example: { month: '2126-11' },
})

export const takeBackOwn = command({
  name: 'payinputs.take-back-own',
  summary: 'Takes one’s month back to change it.',
  permission: 'payinputs.enter-own',
  input: z.strictObject({ month: month() }),
  output: z.strictObject({ month: z.string() }),
  emits: [e.sheetTakenBack],
  refusals: [r.notOnPayroll, r.noOpenPeriod],
  undoable: true,
  example: { month: '2126-11' },
})

export const payinputsCommands = [
  addPayee,
  changePayee,
  setRecurring,
  endRecurring,
  openPeriod,
  gatherPeriod,
  addInput,
  changeInput,
  removeInputs,
  putBackInputs,
  pasteInputs,
  correctInput,
  checkPeriod,
  reopenPeriod,
  lockPeriod,
  unlockPeriod,
  handOn,
  setLayout,
  enterOwn,
  removeOwn,
  handInOwn,
  takeBackOwn,
]
