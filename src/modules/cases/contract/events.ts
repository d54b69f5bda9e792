import { event } from '../../../kernel/declare.ts'
import { instant, money, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const told = { id: z.uuid(), title: z.string(), number: z.string() }
const step = (name: `cases.${string}`) => event(name, z.strictObject({ ...told, ...workEnvelope }))
const stepWith = <More extends z.ZodRawShape>(name: `cases.${string}`, more: More) =>
  event(name, z.strictObject({ ...told, ...more, ...workEnvelope }))

export const caseOpened = step('cases.case-opened')
export const caseChanged = step('cases.case-changed')
export const caseAssigned = stepWith('cases.case-assigned', { owner: z.string() })
export const caseReleased = step('cases.case-released')
export const caseWaiting = stepWith('cases.case-waiting', { what: z.string() })
export const caseResumed = step('cases.case-resumed')
export const entryAdded = step('cases.entry-added')
export const entryRemoved = step('cases.entry-removed')
export const answerSent = step('cases.answer-sent')
export const answerFailed = step('cases.answer-failed')
export const answerDelivered = step('cases.answer-delivered')
export const remedyGiven = stepWith('cases.remedy-given', { amount: money().nullable() })
export const remedyTakenBack = step('cases.remedy-taken-back')
export const caseClosed = step('cases.case-closed')
export const caseReopened = step('cases.case-reopened')
export const caseDropped = step('cases.case-dropped')
export const repeatSet = step('cases.repeat-set')
export const caseWarned = stepWith('cases.case-warned', { at: instant() })
export const caseEscalated = stepWith('cases.case-escalated', { at: instant() })
export const verdictGiven = step('cases.verdict-given')
export const promiseKept = stepWith('cases.promise-kept', { words: z.string() })
export const promisePassed = stepWith('cases.promise-passed', { words: z.string() })
export const promiseBack = step('cases.promise-back')

const article = z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope })
export const answerWritten = event('cases.answer-written', article)
export const answerChanged = event('cases.answer-changed', article)
export const answerReviewed = event('cases.answer-reviewed', article)
export const answerRetiredEvent = event('cases.answer-retired', article)
export const answerRestored = event('cases.answer-restored', article)
export const answerOld = event('cases.answer-old', article)

const setting = z.strictObject({ name: z.string() })
export const kindSet = event('cases.kind-set', setting)
export const causeSet = event('cases.cause-set', setting)

export const caseEvents = [
  caseOpened,
  caseChanged,
  caseAssigned,
  caseReleased,
  caseWaiting,
  caseResumed,
  entryAdded,
  entryRemoved,
  answerSent,
  answerFailed,
  answerDelivered,
  remedyGiven,
  remedyTakenBack,
  caseClosed,
  caseReopened,
  caseDropped,
  repeatSet,
  caseWarned,
  caseEscalated,
  verdictGiven,
  promiseKept,
  promisePassed,
  promiseBack,
  answerWritten,
  answerChanged,
  answerReviewed,
  answerRetiredEvent,
  answerRestored,
  answerOld,
  kindSet,
  causeSet,
]
