import { command, event, job, query } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  expectedVersion,
  flag,
  id,
  money,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import * as r from './refusals.ts'
import { can, changed, example, head, list, named } from './shapes.ts'

export const agreementStates = ['running', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]
export const agreementKinds = [
  'rent',
  'electricity',
  'heating',
  'water',
  'telephone',
  'insurance',
  'lease',
  'subscription',
  'service',
  'other',
] as const
export type AgreementKind = (typeof agreementKinds)[number]
export const rhythms = ['month', 'two-months', 'quarter', 'four-months', 'half-year', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

const about = z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope })
const told = (name: `payables.${string}`) => event(name, about)
export const agreementCreated = told('payables.agreement-created')
export const agreementChanged = told('payables.agreement-changed')
export const agreementEnded = told('payables.agreement-ended')
export const agreementResumed = told('payables.agreement-resumed')
export const expectedSkipped = event('payables.expected-skipped', about.extend({ on: day() }))
export const expectedMissed = event('payables.expected-missed', about.extend({ on: day() }))
export const noticeRaised = event('payables.notice-raised', about.extend({ on: day() }))

const facts = {
  supplierId: id('organisation').nullable().optional(),
  supplierName: text(200, { folded: true }).optional(),
  usualFrom: money(),
  /** Left out: the same every time. */
  usualTo: money().optional(),
  rhythm: choice(rhythms),
  /** The day on which the next bill is expected. */
  nextOn: day(),
  endsOn: day().nullable().optional(),
  noticeMonths: z.int().min(0).max(60).nullable().optional(),
  startsOn: day({ folded: true }).nullable().optional(),
  customerNumber: text(100, { folded: true }).nullable().optional(),
  slackDays: z.int().min(0).max(60).optional().meta({ folded: true }),
  ownerId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  documentId: id('document', { folded: true }).nullable().optional(),
  note: z.string().max(20_000).optional().meta({ control: 'longtext', folded: true }),
}
const one = { id: id('agreement', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['agreement'], subject: 'id' } as const
const refusals = [r.supplierMissing, r.currencyDiffers, r.agreementDaysReversed, r.billPersonUnknown]

export const createAgreement = command({
  name: 'payables.create-agreement',
  summary:
    'Notes what bills are expected by: from whom, how often, about how much, until when, and by when notice is given.',
  input: z.strictObject({
    name: text(200),
    about: choice(agreementKinds),
    ...facts,
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [agreementCreated],
  refusals,
  kinds: ['agreement'],
  undoable: true,
  example: {
    name: 'Rent, Stigbergsliden 18',
    about: 'rent',
    supplierName: 'Kustfast AB',
    usualFrom: { amount: '42000.00', currency: 'SEK' },
    rhythm: 'quarter',
    nextOn: '2126-12-20',
    endsOn: '2128-12-31',
    noticeMonths: 9,
  },
})

export const changeAgreement = command({
  name: 'payables.change-agreement',
  summary: 'Changes what is given of an agreement.',
  input: z.strictObject({
    ...one,
    name: text(200).optional(),
    about: choice(agreementKinds).optional(),
    ...facts,
    usualFrom: facts.usualFrom.optional(),
    rhythm: facts.rhythm.optional(),
    nextOn: facts.nextOn.optional(),
  }),
  output: changed,
  emits: [agreementChanged],
  refusals: [r.agreementStateWrong, ...refusals],
  ...on,
  undoable: true,
  example: { id: example, noticeMonths: 6 },
})

export const endAgreement = command({
  name: 'payables.end-agreement',
  summary: 'Ends an agreement: no bill is expected by it, no notice asked for.',
  input: z.strictObject(one),
  output: changed,
  emits: [agreementEnded],
  refusals: [r.agreementStateWrong],
  ...on,
  undoable: true,
  example: { id: example },
})

export const resumeAgreement = command({
  name: 'payables.resume-agreement',
  summary: 'Lets an ended agreement run again.',
  input: z.strictObject(one),
  output: changed,
  emits: [agreementResumed],
  refusals: [r.agreementStateWrong],
  ...on,
  undoable: true,
  example: { id: example },
})

export const skipExpected = command({
  name: 'payables.skip-expected',
  summary: 'Notes that no bill comes this time; the next one is expected by the rhythm.',
  input: z.strictObject(one),
  output: changed,
  emits: [expectedSkipped],
  refusals: [r.agreementStateWrong],
  ...on,
  example: { id: example },
})

export const raiseDue = command({
  name: 'payables.raise-due',
  summary: 'Tells of expected bills that have not come, and of days by which notice is to be given.',
  input: z.strictObject({}),
  output: z.strictObject({ missed: count(), notices: count() }),
  emits: [expectedMissed, noticeRaised],
  door: 'none',
  example: {},
})

export const agreementLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(agreementStates),
  about: choice(agreementKinds),
  supplier: z.string(),
  usualFrom: money(),
  usualTo: money(),
  rhythm: choice(rhythms),
  nextOn: day(),
  /** The expected bill has not come. */
  missing: flag(),
  endsOn: day().nullable(),
  noticeOn: day().nullable(),
})

export const listAgreements = query({
  name: 'payables.list-agreements',
  summary: 'Agreements that bills are expected by, what comes next first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(agreementStates)).max(2).optional(),
    missing: z.literal('true').optional(),
    ...slice,
  }),
  output: list(agreementLine),
  kinds: ['agreement', 'bill'],
  example: {},
})

export const getAgreement = query({
  name: 'payables.get-agreement',
  summary: 'One agreement: its terms, what came by it, what comes next.',
  permission: 'payables.list-agreements',
  input: z.strictObject({ id: id('agreement') }),
  output: z.strictObject({
    record: head(agreementStates),
    ...agreementLine.omit({ id: true, version: true, title: true, state: true, supplier: true }).shape,
    supplier: named.nullable(),
    supplierName: z.string(),
    customerNumber: z.string().nullable(),
    startsOn: day().nullable(),
    noticeMonths: z.int().nullable(),
    slackDays: z.int(),
    owner: named.nullable(),
    note: z.string(),
    documents: z.array(named),
    came: z.array(
      z.strictObject({ expectedOn: day(), bill: named.nullable(), total: money().nullable(), dueOn: day().nullable() }),
    ),
    can,
  }),
  kinds: ['agreement', 'bill'],
  example: { id: example },
})

export const proposeAgreements = query({
  name: 'payables.propose-agreements',
  summary: 'Suppliers whose bills have come in a rhythm, and by no agreement.',
  permission: 'payables.list-agreements',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        supplier: named,
        rhythm: choice(rhythms),
        count: count(),
        usualFrom: money(),
        usualTo: money(),
        nextOn: day(),
      }),
    ),
  }),
  kinds: ['agreement', 'bill'],
  example: {},
})

export const countDue = query({
  name: 'payables.count-due',
  summary: 'How many expected bills have not come, and how many notices are to be given.',
  permission: 'payables.list-agreements',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const dueJob = job('payables.due', z.strictObject({}), 'system')

export const agreementCommands = [
  createAgreement,
  changeAgreement,
  endAgreement,
  resumeAgreement,
  skipExpected,
  raiseDue,
]
export const agreementQueries = [listAgreements, getAgreement, proposeAgreements, countDue]
export const agreementEvents = [
  agreementCreated,
  agreementChanged,
  agreementEnded,
  agreementResumed,
  expectedSkipped,
  expectedMissed,
  noticeRaised,
]
