import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, day, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, conditionEvery, example, exampleOther, outcomes, permitFacts } from './shapes.ts'

const one = { id: id('permit', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['permit'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

export const createPermit = command({
  name: 'permits.create-permit',
  summary: 'Begins an application for a permit, with what the authority wants to see.',
  input: z.strictObject({
    name: text(200),
    ...permitFacts,
    requirements: z.array(text(300)).max(50).optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.permitCreated],
  refusals: [r.permitPersonUnknown],
  kinds: ['permit'],
  undoable: true,
  example: {
    name: 'Scaffolding on the pavement',
    permitType: 'Use of public ground',
    fee: { amount: '1200.00', currency: 'SEK' },
    requirements: ['Site plan', 'Traffic plan'],
  },
})

export const changePermit = command({
  name: 'permits.change-permit',
  summary: 'Changes what is given of a permit.',
  input: z.strictObject({ ...one, name: text(200).optional(), ...permitFacts }),
  output: changed,
  emits: [e.permitChanged],
  refusals: [r.permitPersonUnknown],
  ...step,
  example: { id: example, reference: 'TM-2126-114', fee: { amount: '1500.00', currency: 'SEK' } },
})

export const addRequirement = command({
  name: 'permits.add-requirement',
  summary: 'Adds something that the authority wants to see.',
  input: z.strictObject({ ...one, requirement: text(300) }),
  output: changed.extend({ requirementId: z.uuid() }),
  emits: [e.requirementAdded],
  ...step,
  example: { id: example, requirement: 'Proof of insurance' },
})

export const removeRequirement = command({
  name: 'permits.remove-requirement',
  summary: 'Takes a requirement off the list.',
  input: z.strictObject({ ...one, requirementId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.requirementRemoved],
  refusals: [r.requirementUnknown],
  ...about,
  example: { id: example, requirementId: exampleOther },
})

export const setRequirement = command({
  name: 'permits.set-requirement',
  summary: 'Says that a requirement is met, with the paper that shows it, or is not after all.',
  input: z.strictObject({
    ...one,
    requirementId: id(undefined, { hidden: true }),
    met: flag(),
    documentId: id('document').nullable().optional(),
  }),
  output: changed,
  emits: [e.requirementSet],
  refusals: [r.requirementUnknown],
  ...step,
  example: { id: example, requirementId: exampleOther, met: true },
})

export const sendApplication = command({
  name: 'permits.send-application',
  summary: 'Notes that the application was sent; what is still missing must be met or left out knowingly.',
  input: z.strictObject({
    ...one,
    sentOn: day().optional(),
    reference: permitFacts.reference,
    anyway: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.applicationSent],
  refusals: [r.permitStateWrong, r.requirementsOpen],
  ...step,
  example: { id: example, anyway: true },
})

export const noteCompletionAsked = command({
  name: 'permits.note-completion-asked',
  summary: 'Notes that the authority asks for more, and by when: a task is made.',
  input: z.strictObject({ ...one, what: longText(2000).min(1), dueOn: day() }),
  output: changed,
  emits: [e.completionAsked],
  refusals: [r.permitStateWrong],
  ...step,
  example: { id: example, what: 'A drawing to scale', dueOn: '2126-12-18' },
})

export const sendCompletion = command({
  name: 'permits.send-completion',
  summary: 'Notes that what the authority asked for was sent; its task is done with it.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.completionSent],
  refusals: [r.permitStateWrong],
  ...step,
  example: { id: example },
})

export const noteDecision = command({
  name: 'permits.note-decision',
  summary: 'Notes what was decided, from when to when it holds and until when it can be appealed.',
  input: z.strictObject({
    ...one,
    outcome: choice(outcomes),
    decidedOn: day(),
    validFrom: day().optional(),
    validUntil: day().optional(),
    appealUntil: day({ folded: true }).optional(),
    renewalLeadDays: permitFacts.renewalLeadDays,
    documentId: id('document').optional(),
  }),
  output: changed,
  emits: [e.decisionNoted],
  refusals: [r.permitStateWrong, r.validityReversed],
  ...step,
  example: {
    id: example,
    outcome: 'granted',
    decidedOn: '2126-12-01',
    validFrom: '2127-01-01',
    validUntil: '2128-12-31',
  },
})

export const withdrawApplication = command({
  name: 'permits.withdraw-application',
  summary: 'Gives an application up before it is decided.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.permitWithdrawn],
  refusals: [r.permitStateWrong],
  ...step,
  example: { id: example },
})

export const endPermit = command({
  name: 'permits.end-permit',
  summary: 'Ends a permit that is not needed any more: no renewal and no check is asked for.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.permitEnded],
  refusals: [r.permitStateWrong],
  ...step,
  example: { id: example },
})

export const renewPermit = command({
  name: 'permits.renew-permit',
  summary: 'Begins the application for the time after, with the same facts and requirements.',
  input: z.strictObject(one),
  output: changed.extend({ newId: z.uuid() }),
  emits: [e.renewalBegun],
  refusals: [r.permitStateWrong],
  ...about,
  example: { id: example },
})

export const takeBackStep = command({
  name: 'permits.take-back-step',
  summary: 'Takes the last step of a permit back, with the tasks it made that nobody has touched.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.stepTakenBack],
  refusals: [r.nothingToTakeBack],
  ...about,
  example: { id: example },
})

export const addCondition = command({
  name: 'permits.add-condition',
  summary: 'Adds a condition of a permit: whose it is and how often it is checked.',
  input: z.strictObject({
    ...one,
    condition: longText(1000).min(1),
    rhythm: choice(conditionEvery),
    firstOn: day().optional(),
    ownerId: permitFacts.ownerId,
  }),
  output: changed.extend({ conditionId: z.uuid() }),
  emits: [e.conditionAdded],
  refusals: [r.permitPersonUnknown],
  ...step,
  example: { id: example, condition: 'Noise is measured', rhythm: 'quarter', firstOn: '2127-03-31' },
})

const theCondition = { ...one, conditionId: id(undefined, { hidden: true }) }
export const removeCondition = command({
  name: 'permits.remove-condition',
  summary: 'Takes a condition away; its open task is taken back.',
  input: z.strictObject(theCondition),
  output: changed,
  emits: [e.conditionRemoved],
  refusals: [r.conditionUnknown],
  ...about,
  example: { id: example, conditionId: exampleOther },
})

export const checkCondition = command({
  name: 'permits.check-condition',
  summary: 'Notes that a condition was checked; the next check follows by its rhythm.',
  input: z.strictObject(theCondition),
  output: changed,
  emits: [e.conditionChecked],
  refusals: [r.conditionUnknown, r.conditionNotDue],
  ...about,
  example: { id: example, conditionId: exampleOther },
})

export const adoptDocument = command({
  name: 'permits.adopt-document',
  summary: 'Makes a permit of a confirmed document of that kind: its authority, number and dates are taken over.',
  input: z.strictObject({ documentId: id('document'), ownerId: permitFacts.ownerId }),
  output: changed,
  emits: [e.permitAdoptedEvent],
  refusals: [r.permitAdopted, r.documentNotPermit, r.permitPersonUnknown],
  kinds: ['document', 'permit'],
  subject: 'documentId',
  undoable: true,
  example: { documentId: exampleOther },
})

/** The task of a check was done in somebody's queue: the condition follows it. */
export const noteChecked = command({
  name: 'permits.note-checked',
  summary: 'Notes a condition as checked whose task was done.',
  input: z.strictObject({ id: id('permit'), conditionId: z.uuid(), dueOn: day() }),
  output: z.strictObject({}),
  emits: [e.conditionChecked],
  door: 'none',
  tool: false,
  example: { id: example, conditionId: exampleOther, dueOn: '2127-03-31' },
})

export const permitCommands = [
  createPermit,
  changePermit,
  addRequirement,
  removeRequirement,
  setRequirement,
  sendApplication,
  noteCompletionAsked,
  sendCompletion,
  noteDecision,
  withdrawApplication,
  endPermit,
  renewPermit,
  takeBackStep,
  addCondition,
  removeCondition,
  checkCondition,
  adoptDocument,
  noteChecked,
]
