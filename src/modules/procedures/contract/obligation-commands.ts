import { command } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  expectedVersion,
  flag,
  id,
  longText,
  text,
  z,
} from '../../../kernel/schema.ts'
import { consequences } from '../../work/contract.ts'
import {
  fulfilmentTakenBack,
  obligationChanged,
  obligationCreated,
  obligationEndedEvent,
  obligationFulfilled,
  obligationResumed,
} from './events.ts'
import {
  alreadyFulfilled,
  dayNotDue,
  evidenceMissing,
  notFulfilled,
  obligationEnded,
  obligationNotEnded,
  personUnknown,
  proposalUnknown,
  ruleUnreadable,
  ruleWithoutDays,
} from './refusals.ts'
import { basisKinds, changed, example, recurrence } from './shapes.ts'

const obligation = { id: id('obligation', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['obligation'], subject: 'id', undoable: true } as const
const facts = {
  basis: choice(basisKinds).optional(),
  /** The law and its section, the contract and its clause. */
  basisText: text(300).nullable().optional(),
  basisId: id('document', { folded: true }).nullable().optional(),
  counterpartId: id('organisation').nullable().optional(),
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  ownerRole: text(60, { folded: true }).nullable().optional(),
  /** Its task is made this many days before. */
  leadDays: z.int().min(0).max(366).optional(),
  ifLate: choice(consequences, { folded: true }).optional(),
  consequence: text(300, { folded: true }).nullable().optional(),
  note: longText(4_000, { folded: true }).optional(),
  evidence: flag({ folded: true }).optional(),
}
const refusals = [personUnknown, ruleUnreadable, ruleWithoutDays]

export const createObligation = command({
  name: 'procedures.create-obligation',
  summary: 'Notes what falls due by contract or law: on one day or on days of a rule; its task is made in time.',
  input: z.strictObject({
    title: text(200),
    /** The day, where it falls due once; else the rule says. */
    dueOn: day().optional(),
    rule: recurrence.optional().meta({ hidden: true }),
    ...facts,
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [obligationCreated],
  refusals: [...refusals, dayNotDue],
  kinds: ['obligation'],
  undoable: true,
  example: {
    title: 'Value added tax return',
    rule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=12', fromOn: '2126-12-01', shift: 'after' },
    basis: 'law',
    leadDays: 7,
  },
})

export const changeObligation = command({
  name: 'procedures.change-obligation',
  summary: 'Changes what is given of an obligation; tasks that nobody has touched are made anew.',
  input: z.strictObject({
    ...obligation,
    title: text(200).optional(),
    dueOn: day().optional().meta({ hidden: true }),
    rule: recurrence.optional().meta({ hidden: true }),
    ...facts,
  }),
  output: changed,
  emits: [obligationChanged],
  refusals: [...refusals, obligationEnded],
  ...about,
  example: { id: example, leadDays: 14, consequence: 'A late fee of 625 kr.' },
})

export const endObligation = command({
  name: 'procedures.end-obligation',
  summary: 'Ends an obligation: it falls due no more; what was fulfilled stays on record.',
  input: z.strictObject(obligation),
  output: changed,
  emits: [obligationEndedEvent],
  refusals: [obligationEnded],
  ...about,
  example: { id: example },
})

export const resumeObligation = command({
  name: 'procedures.resume-obligation',
  summary: 'Lets an ended obligation fall due again.',
  input: z.strictObject(obligation),
  output: changed,
  emits: [obligationResumed],
  refusals: [obligationNotEnded],
  ...about,
  example: { id: example },
})

export const fulfilObligation = command({
  name: 'procedures.fulfil-obligation',
  summary: 'Notes that an obligation was fulfilled for one of its days, with the evidence; its task is done with it.',
  input: z.strictObject({
    ...obligation,
    dueOn: day(),
    evidenceId: id('document').optional(),
    note: text(500, { folded: true }).optional(),
  }),
  output: changed,
  emits: [obligationFulfilled],
  refusals: [dayNotDue, alreadyFulfilled, evidenceMissing],
  ...about,
  example: { id: example, dueOn: '2126-12-14' },
})

export const takeBackFulfilment = command({
  name: 'procedures.take-back-fulfilment',
  summary: 'Takes back that an obligation was fulfilled for a day.',
  input: z.strictObject({ ...obligation, dueOn: day().meta({ hidden: true }) }),
  output: changed,
  emits: [fulfilmentTakenBack],
  refusals: [notFulfilled],
  kinds: ['obligation'],
  subject: 'id',
  example: { id: example, dueOn: '2126-12-14' },
})

export const adoptObligations = command({
  name: 'procedures.adopt-obligations',
  summary: 'Takes over obligations that Kontor proposes for the country of the office; each can be changed afterwards.',
  input: z.strictObject({
    keys: z.array(z.string().max(40)).min(1).max(20).meta({ hidden: true }),
    ownerId: id('principal', { control: 'person' }).nullable().optional(),
  }),
  output: z.strictObject({ ids: z.array(z.uuid()), count: count() }),
  emits: [obligationCreated],
  refusals: [proposalUnknown, personUnknown],
  kinds: ['obligation'],
  example: { keys: ['vat'] },
})

export const obligationCommands = [
  createObligation,
  changeObligation,
  endObligation,
  resumeObligation,
  fulfilObligation,
  takeBackFulfilment,
  adoptObligations,
]
