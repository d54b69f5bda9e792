import { command, job } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  expectedVersion,
  flag,
  id,
  longText,
  money,
  text,
  z,
} from '../../../kernel/schema.ts'
import { periodUnits } from '../periods.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { caseOutcomes, changed, example, exampleOther } from './shapes.ts'

const one = { id: id('permit-application', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['permit-application'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const facts = {
  permitType: text(120).nullable().optional(),
  applicantId: id().nullable().optional(),
  handlerId: id('principal', { control: 'person' }).nullable().optional(),
  isPublic: flag().optional(),
  note: longText(20_000, { folded: true }).optional(),
}

export const setDesk = command({
  name: 'permits.set-desk',
  summary: 'Switches the desk of an authority on or off, with its periods to decide and to appeal.',
  input: z.strictObject({
    on: flag(),
    decideDays: z.int().min(1).max(1000).optional(),
    decideUnit: choice(periodUnits).optional(),
    appealDays: z.int().min(1).max(1000).optional(),
    appealUnit: choice(periodUnits).optional(),
    appealInstructions: longText(4000).optional(),
  }),
  output: z.strictObject({ on: flag() }),
  emits: [e.deskSet],
  kinds: ['permit-application'],
  undoable: true,
  example: { on: true, decideDays: 56, decideUnit: 'day' },
})

export const registerApplication = command({
  name: 'permits.register-application',
  summary: 'Enters an application into the register under the next number of its year.',
  input: z.strictObject({
    title: text(200),
    applicant: text(200).optional(),
    ...facts,
    receivedOn: day().optional(),
    documentIds: z.array(id('document')).max(50).optional().meta({ folded: true }),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.applicationRegistered],
  refusals: [r.deskOff, r.applicantMissing, r.permitPersonUnknown, r.dayReversed],
  kinds: ['permit-application'],
  example: { title: 'Outdoor serving, Kungsgatan 4', applicant: 'Café Solsidan AB' },
})

export const changeApplication = command({
  name: 'permits.change-application',
  summary: 'Changes what is given of an application: what, who, who handles it, whether the diary shows it.',
  input: z.strictObject({ ...one, title: text(200).optional(), applicant: text(200).optional(), ...facts }),
  output: changed,
  emits: [e.applicationChanged],
  refusals: [r.permitPersonUnknown],
  ...step,
  example: { id: example, isPublic: false },
})

export const requestCompletion = command({
  name: 'permits.request-completion',
  summary: 'Asks the applicant for what is missing, by a day; a task sees to it.',
  input: z.strictObject({ ...one, what: longText(2000).min(1), dueOn: day() }),
  output: changed,
  emits: [e.completionRequested],
  refusals: [r.applicationStateWrong, r.dayReversed],
  ...step,
  example: { id: example, what: 'A drawing of the place', dueOn: '2126-12-18' },
})

export const noteComplete = command({
  name: 'permits.note-complete',
  summary: 'Finds the application complete: the time to decide it runs from that day.',
  input: z.strictObject({ ...one, completeOn: day().optional() }),
  output: changed.extend({ decideBy: day() }),
  emits: [e.applicationComplete],
  refusals: [r.applicationStateWrong, r.dayReversed],
  ...step,
  example: { id: example },
})

export const hearParty = command({
  name: 'permits.hear-party',
  summary: 'Asks a party for its view by a day.',
  input: z.strictObject({ ...one, party: text(200).optional(), partyId: id().nullable().optional(), dueOn: day() }),
  output: changed.extend({ hearingId: z.uuid() }),
  emits: [e.partyHeard],
  refusals: [r.applicationStateWrong, r.applicantMissing, r.dayReversed],
  ...step,
  example: { id: example, party: 'The neighbours', dueOn: '2126-12-18' },
})

const theHearing = { ...one, hearingId: id(undefined, { hidden: true }) }
export const removeHearing = command({
  name: 'permits.remove-hearing',
  summary: 'Takes a party off the hearing.',
  input: z.strictObject(theHearing),
  output: changed,
  emits: [e.hearingRemoved],
  refusals: [r.hearingUnknown],
  ...about,
  example: { id: example, hearingId: exampleOther },
})

export const noteAnswer = command({
  name: 'permits.note-answer',
  summary: 'Notes what a party answered, or that it had nothing to say.',
  input: z.strictObject({ ...theHearing, answer: longText(20_000).min(1), answeredOn: day().optional() }),
  output: changed,
  emits: [e.hearingAnswered],
  refusals: [r.hearingUnknown],
  ...about,
  example: { id: example, hearingId: exampleOther, answer: 'No objections.' },
})

export const decideApplication = command({
  name: 'permits.decide-application',
  summary: 'Decides: what, for which reasons, how it is appealed. Not before the parties could answer.',
  input: z.strictObject({
    ...one,
    outcome: choice(caseOutcomes),
    decision: longText(20_000).min(1),
    reasons: longText(20_000).min(1),
    fee: money().optional(),
    validFrom: day({ folded: true }).optional(),
    validUntil: day({ folded: true }).optional(),
    appealInstructions: longText(4000, { folded: true }).min(1).optional(),
    anyway: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.applicationDecided],
  refusals: [r.applicationStateWrong, r.hearingsOpen, r.validityReversed],
  ...step,
  example: {
    id: example,
    outcome: 'granted',
    decision: 'Serving outdoors is permitted.',
    reasons: 'Nothing speaks against it.',
    fee: { amount: '900.00', currency: 'SEK' },
  },
})

export const noteNotified = command({
  name: 'permits.note-notified',
  summary: 'Notes when the parties were told: the time to appeal runs from the day after.',
  input: z.strictObject({ ...one, notifiedOn: day().optional() }),
  output: changed.extend({ appealUntil: day() }),
  emits: [e.partiesNotified],
  refusals: [r.applicationStateWrong, r.dayReversed],
  ...step,
  example: { id: example },
})

export const noteAppeal = command({
  name: 'permits.note-appeal',
  summary: 'Notes that the decision was appealed in time: it does not come into force meanwhile.',
  input: z.strictObject({ ...one, appealedOn: day().optional() }),
  output: changed,
  emits: [e.decisionAppealed],
  refusals: [r.applicationStateWrong, r.appealLate],
  ...step,
  example: { id: example },
})

export const noteWithdrawn = command({
  name: 'permits.note-withdrawn',
  summary: 'Notes that the applicant has withdrawn the application.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.applicationWithdrawn],
  refusals: [r.applicationStateWrong],
  ...step,
  example: { id: example },
})

export const takeBackApplicationStep = command({
  name: 'permits.take-back-application-step',
  summary: 'Takes the last step of an application back; not once the parties have been told of the decision.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.applicationStepTakenBack],
  refusals: [r.nothingToTakeBack],
  ...about,
  example: { id: example },
})

export const raiseDue = command({
  name: 'permits.raise-due',
  summary: 'Makes the tasks of renewals, checks and deadlines whose time has come; lets decisions become final.',
  input: z.strictObject({}),
  output: z.strictObject({ renewals: count(), checks: count(), deadlines: count(), finals: count() }),
  emits: [e.renewalRaised, e.checkRaised, e.deadlineNear, e.decisionFinal],
  door: 'none',
  tool: false,
  example: {},
})

export const dueJob = job('permits.due', z.strictObject({}), 'system')

export const deskCommands = [
  setDesk,
  registerApplication,
  changeApplication,
  requestCompletion,
  noteComplete,
  hearParty,
  removeHearing,
  noteAnswer,
  decideApplication,
  noteNotified,
  noteAppeal,
  noteWithdrawn,
  takeBackApplicationStep,
  raiseDue,
]
