import { command, job } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import {
  choice,
  confidentiality,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  text,
  z,
} from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  answers,
  budgetLine,
  changed,
  diets,
  example,
  exampleOther,
  letterSorts,
  outingFacts,
  programmeLine,
  project,
} from './shapes.ts'

const one = { id: id('outing', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['outing'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

/** Mails invitations, places that became free, and questions afterwards, to whom it has not been mailed. */
export const sendLettersJob = job(
  'outings.send-letters',
  z.strictObject({ id: id('outing'), what: choice(letterSorts) }),
  'system',
)
export const sendOrderJob = job('outings.send-order', z.strictObject({ id: id(), orderId: id() }), 'system')
export const dueJob = job('outings.due', z.strictObject({}), 'system')

/** Has the calendars of those who come agree with the event. */
export const keepEventJob = job('outings.agree-calendars', z.strictObject({ id: id('outing') }), 'system')

export const createOuting = command({
  name: 'outings.create-outing',
  summary:
    'Plans an event or an outing: when, where, for how many; a task with what is to be thought of comes with it.',
  input: z.strictObject({
    title: text(200),
    startsAt: instant(),
    endsAt: instant(),
    ...outingFacts,
    eventId: id('event', { hidden: true }).optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.outingCreated],
  refusals: [r.outingReversed, r.outingPersonUnknown],
  jobs: [keepEventJob],
  kinds: ['outing'],
  undoable: true,
  example: { title: 'Summer outing', startsAt: '2127-06-11T10:00:00Z', endsAt: '2127-06-11T18:00:00Z', capacity: 40 },
})

export const changeOuting = command({
  name: 'outings.change-outing',
  summary: 'Changes what is given of an event; with more seats those who wait move up.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    startsAt: instant().optional(),
    endsAt: instant().optional(),
    ...outingFacts,
  }),
  output: changed,
  emits: [e.outingChanged, e.movedUp],
  refusals: [r.outingStateWrong, r.outingReversed, r.outingPersonUnknown, r.capacityTaken],
  jobs: [sendLettersJob, keepEventJob],
  ...step,
  example: { id: example, place: 'Marstrand' },
})

export const cancelOuting = command({
  name: 'outings.cancel-outing',
  summary: 'Cancels an event; everybody who was coming is told.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.outingCancelled],
  refusals: [r.outingStateWrong],
  jobs: [sendLettersJob, keepEventJob],
  ...step,
  example: { id: example },
})

export const restoreOuting = command({
  name: 'outings.restore-outing',
  summary: 'Takes up an event that was cancelled; registration is closed until it is opened.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.outingRestored],
  refusals: [r.outingStateWrong],
  jobs: [keepEventJob],
  ...step,
  example: { id: example },
})

export const setRegistration = command({
  name: 'outings.set-registration',
  summary: 'Opens registration, or closes it.',
  input: z.strictObject({ ...one, open: flag() }),
  output: changed,
  emits: [e.registrationSet],
  refusals: [r.outingStateWrong],
  ...step,
  example: { id: example, open: true },
})

export const setProgramme = command({
  name: 'outings.set-programme',
  summary: 'Writes the programme: what happens when.',
  input: z.strictObject({ ...one, lines: z.array(programmeLine).max(100) }),
  output: changed,
  emits: [e.programmeSet],
  refusals: [r.outingStateWrong],
  ...step,
  example: { id: example, lines: [{ time: '12:00', what: 'Lunch' }] },
})

export const setBudget = command({
  name: 'outings.set-budget',
  summary: 'Writes the budget, line by line, against what it cost; bills coded to its project count by themselves.',
  input: z.strictObject({
    ...one,
    lines: z.array(budgetLine).max(100),
    /** The value of a dimension of the books that its bills are coded to. */
    project: project.nullable().optional(),
  }),
  output: changed,
  emits: [e.budgetSet],
  refusals: [r.outingStateWrong, r.currencyMixed, r.projectUnknown],
  ...step,
  example: { id: example, lines: [{ what: 'Boat', planned: { amount: '12000.00', currency: 'SEK' } }] },
})

export const inviteGuests = command({
  name: 'outings.invite-guests',
  summary:
    'Invites people from outside by mail, each with a link to answer by, and tells the whole office if it is for all.',
  input: z.strictObject({
    ...one,
    guests: z
      .array(z.strictObject({ name: text(120), email: z.email().max(254), language: choice(languages).optional() }))
      .max(500)
      .default([]),
    wholeOffice: flag().default(false),
  }),
  output: changed.extend({ invited: z.int() }),
  emits: [e.guestsInvited],
  refusals: [r.outingStateWrong],
  jobs: [sendLettersJob, keepEventJob],
  ...about,
  example: { id: example, guests: [{ name: 'Eva Lindholm', email: 'eva@lindholms.example' }] },
})

export const register = command({
  name: 'outings.register',
  summary: 'Says that one comes, and with how many; where it is full one waits and moves up.',
  input: z.strictObject({ ...one, guests: z.int().min(0).max(10).default(0) }),
  output: changed.extend({ answer: choice(answers) }),
  emits: [e.answerGiven, e.movedUp],
  refusals: [r.registrationClosed, r.tooManyGuests, r.outingFull],
  jobs: [sendLettersJob, keepEventJob],
  ...step,
  example: { id: example, guests: 1 },
})

export const decline = command({
  name: 'outings.decline',
  summary: 'Says that one does not come; whoever waits moves up.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.answerGiven, e.movedUp],
  refusals: [r.outingStateWrong],
  jobs: [sendLettersJob, keepEventJob],
  ...about,
  example: { id: example },
})

const theRegistration = { ...one, registrationId: id(undefined, { hidden: true }) }
export const noteAnswer = command({
  name: 'outings.note-answer',
  summary: 'Notes what somebody answered by phone or in passing.',
  input: z.strictObject({
    ...theRegistration,
    answer: choice(['coming', 'declined']),
    guests: z.int().min(0).max(10).default(0),
  }),
  output: changed.extend({ answer: choice(answers) }),
  emits: [e.answerGiven, e.movedUp],
  refusals: [r.outingStateWrong, r.registrationUnknown, r.tooManyGuests, r.outingFull],
  jobs: [sendLettersJob, keepEventJob],
  ...about,
  example: { id: example, registrationId: exampleOther, answer: 'coming' },
})

/** Apart from coming, since what is said here is forgotten after the event, out of the journal too. */
export const stateDiets = command({
  name: 'outings.state-diets',
  summary: 'Says what one does not eat, and those one brings; nobody sees more of it than how many.',
  input: z.strictObject({ ...one, diets: z.array(choice(diets)).max(30), note: longText(500).default('') }),
  output: changed,
  emits: [e.dietsStated],
  refusals: [r.outingStateWrong, r.notComing],
  ...about,
  example: { id: example, diets: ['vegan'] },
})

export const checkIn = command({
  name: 'outings.check-in',
  summary: 'Ticks somebody off at the door, or takes it back.',
  input: z.strictObject({
    id: id('outing', { hidden: true }),
    registrationId: id(undefined, { hidden: true }),
    here: flag().default(true),
  }),
  output: changed,
  emits: [e.checkedIn],
  refusals: [r.outingStateWrong, r.registrationUnknown, r.notComing],
  ...step,
  example: { id: example, registrationId: exampleOther },
})

export const orderFood = command({
  name: 'outings.order-food',
  summary:
    'Orders food for an event or a meeting: by mail where the supplier has an address, else as a task; only totals of diets are told.',
  input: z.strictObject({
    forId: id(undefined, { hidden: true }),
    what: longText(2000, { proof: 'mail' }).min(1),
    heads: z.int().min(1).max(100_000).optional(),
    deliverAt: instant(),
    place: text(200).optional(),
    supplierId: id('organisation').nullable().optional(),
  }),
  output: z.strictObject({ id: z.uuid(), orderId: z.uuid(), version: z.int(), mailed: flag() }),
  emits: [e.foodOrdered],
  refusals: [],
  jobs: [sendOrderJob],
  kinds: ['outing', 'meeting'],
  subject: 'forId',
  undoable: true,
  example: { forId: example, what: 'Coffee and buns', heads: 8, deliverAt: '2127-06-11T12:00:00Z' },
})

export const cancelFood = command({
  name: 'outings.cancel-food',
  summary: 'Takes an order of food back; where it was mailed, telling the supplier becomes a task.',
  input: z.strictObject({ forId: id(undefined, { hidden: true }), orderId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [e.foodCancelled],
  refusals: [r.foodUnknown],
  kinds: ['outing', 'meeting'],
  subject: 'forId',
  example: { forId: example, orderId: exampleOther },
})

const rated = { rating: z.int().min(1).max(5), text: longText(2000).default('') }
export const giveFeedback = command({
  name: 'outings.give-feedback',
  summary: 'Says how it was, from 1 to 5, with a word; shown without names.',
  input: z.strictObject({ ...one, ...rated }),
  output: changed,
  emits: [e.feedbackGiven],
  refusals: [r.feedbackEarly, r.notComing],
  ...about,
  example: { id: example, rating: 5, text: 'Again next year.' },
})

export const askFeedback = command({
  name: 'outings.ask-feedback',
  summary: 'Asks everybody who came how it was.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.feedbackAsked],
  refusals: [r.outingStateWrong, r.feedbackEarly],
  jobs: [sendLettersJob, keepEventJob],
  ...about,
  example: { id: example },
})

const inner = { door: 'none', tool: false, subject: 'id' } as const
const byLink = { id: id('outing'), registrationId: id() }
export const answerByLink = command({
  name: 'outings.answer-by-link',
  summary: 'Keeps what somebody outside answered by the link of their invitation.',
  input: z.strictObject({ ...byLink, answer: choice(['coming', 'declined']), guests: z.int().min(0).max(10) }),
  output: z.strictObject({ answer: choice(answers) }),
  emits: [e.answerGiven, e.movedUp],
  refusals: [r.registrationClosed, r.registrationUnknown, r.tooManyGuests, r.outingFull],
  jobs: [sendLettersJob, keepEventJob],
  ...inner,
  example: { id: example, registrationId: exampleOther, answer: 'coming', guests: 0 },
})

export const dietsByLink = command({
  name: 'outings.diets-by-link',
  summary: 'Keeps what somebody outside does not eat.',
  input: z.strictObject({ ...byLink, diets: z.array(choice(diets)).max(30), note: longText(500) }),
  output: z.strictObject({}),
  emits: [e.dietsStated],
  refusals: [r.notComing, r.registrationUnknown],
  ...inner,
  example: { id: example, registrationId: exampleOther, diets: ['vegan'], note: '' },
})

export const feedbackByLink = command({
  name: 'outings.feedback-by-link',
  summary: 'Keeps what somebody outside says of how it was.',
  input: z.strictObject({ ...byLink, ...rated }),
  output: z.strictObject({}),
  emits: [e.feedbackGiven],
  refusals: [r.feedbackEarly, r.notComing, r.registrationUnknown],
  ...inner,
  example: { id: example, registrationId: exampleOther, rating: 4, text: '' },
})

export const noteLetters = command({
  name: 'outings.note-letters',
  summary: 'Keeps to whom letters went out.',
  input: z.strictObject({
    id: id('outing'),
    what: choice(letterSorts),
    sent: z.array(z.uuid()).max(5000),
    failed: z.int().min(0),
    /** When and where it is, as they said. */
    told: z.string().max(400).optional(),
  }),
  output: z.strictObject({}),
  emits: [e.lettersSent],
  ...inner,
  example: { id: example, what: 'invitation', sent: [], failed: 0 },
})

export const noteOrder = command({
  name: 'outings.note-order',
  summary: 'Keeps whether the mail of an order went out; where it did not, ordering becomes a task.',
  input: z.strictObject({ id: id(), orderId: id(), sent: flag() }),
  output: z.strictObject({}),
  emits: [e.foodOrdered],
  ...inner,
  example: { id: example, orderId: exampleOther, sent: true },
})

export const eraseDiets = command({
  name: 'outings.erase-diets',
  summary: 'Forgets what people eat once the event is over for as long as was said: rows and journal alike.',
  input: z.strictObject({ id: id('outing') }),
  output: z.strictObject({ lines: z.int() }),
  emits: [e.dietsErased],
  ...inner,
  example: { id: example },
})

export const keepEvent = command({
  name: 'outings.keep-event',
  summary: 'Has the event in the calendars of those who come say what the outing says.',
  input: z.strictObject({ id: id('outing') }),
  output: z.strictObject({}),
  ...inner,
  example: { id: example },
})

export const followEvent = command({
  name: 'outings.follow-event',
  summary: 'Moves or cancels the outing whose event was moved or cancelled in a calendar.',
  input: z.strictObject({ eventId: id('event') }),
  output: z.strictObject({}),
  emits: [e.outingChanged, e.outingCancelled],
  jobs: [sendLettersJob, keepEventJob],
  door: 'none',
  tool: false,
  example: { eventId: exampleOther },
})

export const outingCommands = [
  createOuting,
  changeOuting,
  cancelOuting,
  restoreOuting,
  setRegistration,
  setProgramme,
  setBudget,
  inviteGuests,
  register,
  decline,
  noteAnswer,
  stateDiets,
  checkIn,
  orderFood,
  cancelFood,
  giveFeedback,
  askFeedback,
  answerByLink,
  dietsByLink,
  feedbackByLink,
  noteLetters,
  noteOrder,
  eraseDiets,
  keepEvent,
  followEvent,
]
export const outingJobs = [sendLettersJob, sendOrderJob, dueJob, keepEventJob]
