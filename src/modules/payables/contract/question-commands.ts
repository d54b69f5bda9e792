/** Asking somebody who never signs in whether a bill is right. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import { questionClosed, questionUnknown } from './refusals.ts'
import { billId, changed, example, exampleOther } from './shapes.ts'

export const questionAnswers = ['right', 'wrong', 'not-mine'] as const
export type QuestionAnswer = (typeof questionAnswers)[number]
export const questionMails = ['none', 'sending', 'sent', 'failed', 'no-door'] as const
/** Told to whoever has the link. */
export const questionLinkClosed = refusal('question-link-closed', 404)

const told = { id: z.uuid(), title: z.string(), name: z.string() }
export const questionAsked = event('payables.question-asked', z.strictObject(told))
export const questionAnswered = event(
  'payables.question-answered',
  z.strictObject({ ...told, said: z.string(), ...workEnvelope, ...ledgerEnvelope }),
)
export const questionWithdrawn = event('payables.question-withdrawn', z.strictObject(told))
export const questionNotSent = event('payables.question-not-sent', z.strictObject({ ...told, error: z.string() }))
export const sendQuestionJob = job(
  'payables.send-question',
  z.strictObject({ billId: z.uuid(), questionId: z.uuid() }),
  'system',
)

const one = { id: billId(), expectedVersion: expectedVersion() }
const about = { kinds: ['bill'], subject: 'id' } as const

export const askColleague = command({
  name: 'payables.ask-colleague',
  summary:
    'Asks somebody who need not sign in whether a bill is right, by a link: by mail where the office sends mail.',
  input: z.strictObject({
    ...one,
    askedOf: text(200),
    email: z.email().max(254).optional(),
    question: z.string().max(1000).optional().meta({ control: 'longtext', proof: 'mail' }),
    language: choice(languages, { control: 'language', folded: true }).optional(),
  }),
  output: changed.extend({ questionId: z.uuid() }),
  emits: [questionAsked],
  jobs: [sendQuestionJob],
  ...about,
  undoable: true,
  // what leaves the office is a person's to send
  tool: false,
  example: { id: example, askedOf: 'Per-Olof Gran', question: 'Were the filters changed on all floors?' },
})

const theQuestion = { id: billId(), questionId: id(undefined, { hidden: true }) }

export const withdrawQuestion = command({
  name: 'payables.withdraw-question',
  summary: 'Asks no more: the link opens nothing any longer.',
  permission: 'payables.ask-colleague',
  input: z.strictObject({ ...theQuestion, expectedVersion: expectedVersion() }),
  output: changed,
  emits: [questionWithdrawn],
  refusals: [questionUnknown, questionClosed],
  ...about,
  example: { id: example, questionId: exampleOther },
})

export const recordAnswer = command({
  name: 'payables.record-answer',
  summary: 'Records what somebody answered by their link; what is wrong keeps the bill from being paid.',
  input: z.strictObject({ ...theQuestion, answer: choice(questionAnswers), said: z.string().max(2000) }),
  output: z.strictObject({}),
  emits: [questionAnswered],
  refusals: [questionLinkClosed],
  ...about,
  door: 'none',
  example: { id: example, questionId: exampleOther, answer: 'right', said: 'All three floors' },
})

export const recordQuestionSent = command({
  name: 'payables.record-question-sent',
  summary: 'Records what became of the mail of a question.',
  input: z.strictObject({ ...theQuestion, mail: choice(questionMails), error: z.string().max(500).nullable() }),
  output: z.strictObject({}),
  emits: [questionNotSent],
  ...about,
  door: 'none',
  example: { id: example, questionId: exampleOther, mail: 'sent', error: null },
})

export const questionLetter = query({
  name: 'payables.question-letter',
  summary: 'The mail of a question, and the address that its link opens.',
  permission: 'payables.ask-colleague',
  input: z.strictObject({ id: id('bill'), questionId: id() }),
  output: z.strictObject({
    path: z.string(),
    subject: z.string(),
    body: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    mail: choice(questionMails),
  }),
  kinds: ['bill'],
  // it shows a link
  tool: false,
  example: { id: example, questionId: exampleOther },
})

export const questionCommands = [askColleague, withdrawQuestion, recordAnswer, recordQuestionSent]
export const questionQueries = [questionLetter]
export const questionEvents = [questionAsked, questionAnswered, questionWithdrawn, questionNotSent]
