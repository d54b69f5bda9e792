import { command, job } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  money,
  text,
  z,
} from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import { threadHeld } from '../../mail/contract.ts'
import * as e from './events.ts'
import { giveVerdict, raiseDue, recordAnswerSent } from './inner-commands.ts'
import { keepPromise, passPromise, restorePromise } from './promise-commands.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const one = { id: id('case', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['case'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const person = (folded = false) => id('principal', { control: 'person', folded })
const body = (max = 20_000) => longText(max).refine(words => words.trim().length > 0, 'empty')
const kindId = () => id().meta({ control: 'record', optionsFrom: 'cases.list-kinds' })

export const dueJob = job('cases.due', z.strictObject({}), 'system')
export const sendAnswerJob = job(
  'cases.send-answer-mail',
  z.strictObject({ id: z.uuid(), entryId: z.uuid() }),
  'system',
)

export const openCase = command({
  name: 'cases.open-case',
  summary:
    'Opens a question, complaint or request, however it came; the promised answer time runs from its arrival. `sourceId` is what it was made from: a mail, a call, a paper.',
  input: z.strictObject({
    title: text(200),
    kindId: kindId().optional(),
    said: longText(20_000).optional(),
    channel: choice(s.channels).default('other'),
    ...s.caseFacts,
    tone: choice(s.tones, { folded: true }).default('calm'),
    receivedAt: instant({ folded: true }).optional(),
    ownerId: person(true).nullable().optional(),
    /** Instead of `kindId`: the office's standard kind of that sort. */
    kind: choice(s.sorts, { hidden: true }).optional(),
    sourceId: id(undefined, { hidden: true }).optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.caseOpened],
  refusals: [r.caseKindUnknown, r.casePersonUnknown, r.caseReceivedLater],
  kinds: ['case'],
  undoable: true,
  example: {
    title: 'The drawing of the stairs came without measures',
    kind: 'complaint',
    said: 'We cannot build from it.',
    channel: 'call',
    contactName: 'Karin Öberg',
  },
})

export const changeCase = command({
  name: 'cases.change-case',
  summary: 'Changes what is known of a case: who, what about, its kind, tone, cause and whose it was to do right.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    kindId: kindId().optional(),
    causeId: id().meta({ control: 'record', optionsFrom: 'cases.list-causes' }).nullable().optional(),
    responsibleId: person().nullable().optional(),
    tone: choice(s.tones, { folded: true }).optional(),
    ...s.caseFacts,
  }),
  output: changed,
  emits: [e.caseChanged],
  refusals: [r.caseKindUnknown, r.causeUnknown, r.casePersonUnknown],
  ...step,
  example: { id: s.example, product: 'Stairs' },
})

export const assignCase = command({
  name: 'cases.assign-case',
  summary: 'Gives a case to a colleague, or takes it oneself where nobody is named; `null` gives it back to the tray.',
  input: z.strictObject({ ...one, ownerId: person().nullable().optional() }),
  output: changed,
  emits: [e.caseAssigned, e.caseReleased],
  refusals: [r.caseNotSoFar, r.casePersonUnknown],
  ...step,
  example: { id: s.example },
})

export const waitCase = command({
  name: 'cases.wait-case',
  summary: 'Says that a case waits for the customer or for somebody inside; its clock stops as its kind says.',
  input: z.strictObject({ ...one, waitingFor: choice(s.waitingFor), what: text(300) }),
  output: changed,
  emits: [e.caseWaiting],
  refusals: [r.caseNotSoFar],
  ...step,
  example: { id: s.example, waitingFor: 'customer', what: 'A picture of the stairs' },
})

export const resumeCase = command({
  name: 'cases.resume-case',
  summary: 'What a case waited for has come: its clock goes on with what was left.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.caseResumed],
  refusals: [r.caseNotSoFar],
  ...about,
  example: { id: s.example },
})

export const addEntry = command({
  name: 'cases.add-entry',
  summary: 'Adds to the story of a case what the customer said, or a note for colleagues.',
  input: z.strictObject({ ...one, what: choice(['note', 'said']), body: body() }),
  output: changed.extend({ entryId: z.uuid() }),
  emits: [e.entryAdded],
  ...step,
  example: { id: s.example, what: 'note', body: 'The engineer looks at it on Friday.' },
})

export const removeEntry = command({
  name: 'cases.remove-entry',
  summary: 'Takes a note, or what was put down as said, out of the story; answers stay.',
  input: z.strictObject({ ...one, entryId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.entryRemoved],
  refusals: [r.entryUnknown],
  ...about,
  example: { id: s.example, entryId: s.exampleOther },
})

export const sendAnswer = command({
  name: 'cases.send-answer',
  summary:
    'Answers a case, by mail or as it was told or handed over, with an apology where there is one, and asks for the verdict. A mail cannot be called back.',
  input: z.strictObject({
    ...one,
    body: body(),
    way: choice(['mail', 'told']),
    apology: flag().default(false),
    asksVerdict: flag().optional(),
    answerIds: z.array(id('answer')).max(10).optional().meta({ hidden: true }),
  }),
  output: changed.extend({ entryId: z.uuid() }),
  emits: [e.answerSent],
  refusals: [r.caseNotSoFar, r.caseNoAddress, threadHeld],
  jobs: [sendAnswerJob],
  ...about,
  example: { id: s.example, body: 'We are sorry. A drawing with measures is attached.', way: 'told' },
})

export const giveRemedy = command({
  name: 'cases.give-remedy',
  summary: 'Gives a remedy: a refund, a credit, a new one. Above one’s limit it asks whoever may.',
  input: z.strictObject({
    ...one,
    way: choice(s.remedyWays),
    amount: money().optional(),
    note: longText(1000).optional(),
  }),
  output: changed.extend({ remedyId: z.uuid() }),
  emits: [e.remedyGiven],
  refusals: [r.caseNotSoFar, r.remedyMoneyMissing],
  ...step,
  example: { id: s.example, way: 'refund', amount: { amount: '450.00', currency: 'SEK' } },
})

export const takeBackRemedy = command({
  name: 'cases.take-back-remedy',
  summary: 'Takes a remedy back that was not given after all.',
  input: z.strictObject({ ...one, remedyId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [e.remedyTakenBack],
  refusals: [r.remedyUnknown],
  ...about,
  example: { id: s.example, remedyId: s.exampleOther },
})

export const closeCase = command({
  name: 'cases.close-case',
  summary: 'Closes a case; of a complaint the cause is said first.',
  input: z.strictObject({
    ...one,
    causeId: id().meta({ control: 'record', optionsFrom: 'cases.list-causes' }).optional(),
  }),
  output: changed,
  emits: [e.caseClosed],
  refusals: [r.caseNotSoFar, r.causeMissing, r.causeUnknown],
  ...step,
  example: { id: s.example },
})

export const reopenCase = command({
  name: 'cases.reopen-case',
  summary: 'Takes up again a case that was answered, closed or dropped; a new answer time runs.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.caseReopened],
  refusals: [r.caseNotSoFar],
  ...about,
  example: { id: s.example },
})

export const dropCase = command({
  name: 'cases.drop-case',
  summary: 'Drops a case that was opened by mistake; it counts in no figure.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.caseDropped],
  refusals: [r.caseNotSoFar],
  ...step,
  example: { id: s.example },
})

export const setRepeat = command({
  name: 'cases.set-repeat',
  summary: 'Says that a case is an earlier one again, or is not.',
  input: z.strictObject({ ...one, repeatsId: id('case').nullable() }),
  output: changed,
  emits: [e.repeatSet],
  refusals: [r.repeatOfItself],
  ...step,
  example: { id: s.example, repeatsId: s.exampleOther },
})

export * from './inner-commands.ts'
export * from './promise-commands.ts'

export const caseCommands = [
  openCase,
  changeCase,
  assignCase,
  waitCase,
  resumeCase,
  addEntry,
  removeEntry,
  sendAnswer,
  giveRemedy,
  takeBackRemedy,
  closeCase,
  reopenCase,
  dropCase,
  setRepeat,
  keepPromise,
  passPromise,
  restorePromise,
  recordAnswerSent,
  giveVerdict,
  raiseDue,
]
