import { command } from '../../../kernel/declare.ts'
import { choice, count, expectedVersion, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { example, examplePerson, exampleSuperior, mistakeKinds, moments } from './shapes.ts'

/** Everybody takes part: leads, is led, or both; whom one leads decides what one sees. */
export const takePart = 'supervision.live-day'
const changed = z.strictObject({ id: z.uuid(), version: z.int() })
const mark = { id: id('review-mark', { hidden: true }), expectedVersion: expectedVersion() }
const review = { id: id('review', { hidden: true }), expectedVersion: expectedVersion() }
const aboutMark = { kinds: ['review-mark'], subject: 'id', permission: takePart, undoable: true } as const
const aboutReview = { kinds: ['review'], subject: 'id', permission: takePart } as const

export const setSuperior = command({
  name: 'supervision.set-superior',
  summary: 'Says who leads somebody, and in which team; they are told.',
  input: z.strictObject({
    personId: id('principal', { hidden: true }),
    superiorId: id('principal', { control: 'person' }).nullable(),
    team: text(80).nullable().optional(),
  }),
  output: z.strictObject({ personId: z.uuid() }),
  emits: [e.superiorSet],
  refusals: [r.superiorUnknown, r.superiorCircle],
  kinds: ['principal'],
  subject: 'personId',
  undoable: true,
  example: { personId: examplePerson, superiorId: exampleSuperior, team: 'Accounts' },
})

export const askReview = command({
  name: 'supervision.ask-review',
  summary: 'Asks to see pieces of work of somebody one leads, before they are done or afterwards; they are told.',
  permission: takePart,
  input: z.strictObject({
    personId: id('principal', { control: 'person' }),
    moment: choice(moments).default('after'),
    every: z.int().min(1).max(100).default(5),
    words: text(100).optional(),
    note: longText(1000, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.reviewAsked],
  refusals: [r.notTheirSuperior, r.superiorUnknown],
  kinds: ['review-mark'],
  undoable: true,
  example: { personId: examplePerson, every: 5, words: 'letter' },
})

export const endReviewMark = command({
  name: 'supervision.end-review-mark',
  summary: 'No longer asks to see that work.',
  input: z.strictObject(mark),
  output: changed,
  emits: [e.reviewMarkEnded],
  refusals: [r.markEnded, r.notTheirSuperior],
  ...aboutMark,
  example: { id: example },
})

export const resumeReviewMark = command({
  name: 'supervision.resume-review-mark',
  summary: 'Asks to see that work again.',
  input: z.strictObject(mark),
  output: changed,
  emits: [e.reviewMarkResumed],
  refusals: [r.markNotEnded, r.notTheirSuperior],
  ...aboutMark,
  example: { id: example },
})

export const showWork = command({
  name: 'supervision.show-work',
  summary: "Shows one's own task to one's superior before it is done.",
  permission: takePart,
  input: z.strictObject({ id: id('task', { hidden: true }), note: longText(2000).optional() }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.workShown],
  refusals: [r.withoutSuperior, r.workNotOpen, r.workNotYours, r.alreadyShown],
  kinds: ['task'],
  subject: 'id',
  example: { id: example },
})

export const sampleWork = command({
  name: 'supervision.sample-work',
  summary: 'Lays finished pieces of work before whoever asked to see them.',
  permission: takePart,
  input: z.strictObject({ ids: z.array(z.uuid()).max(1000) }),
  output: z.strictObject({ count: count() }),
  emits: [e.workSampled],
  door: 'none',
  tool: false,
  example: { ids: [example] },
})

export const withdrawSamples = command({
  name: 'supervision.withdraw-samples',
  summary: 'Takes back pieces of work that are not finished after all.',
  permission: takePart,
  input: z.strictObject({ ids: z.array(z.uuid()).max(1000) }),
  output: z.strictObject({ count: count() }),
  emits: [e.samplesWithdrawn],
  door: 'none',
  tool: false,
  example: { ids: [example] },
})

export const markRight = command({
  name: 'supervision.mark-right',
  summary: 'Says that a piece of work is right; whoever did it hears of it.',
  input: z.strictObject({ ...review, note: longText(2000, { folded: true }).optional() }),
  output: changed,
  emits: [e.markedRight],
  refusals: [r.reviewNotOpen, r.reviewNotYours],
  ...aboutReview,
  undoable: true,
  example: { id: example },
})

export const markMistake = command({
  name: 'supervision.mark-mistake',
  summary:
    'Says that a piece of work has a mistake, of which kind and where; whoever did it hears of it and may answer.',
  input: z.strictObject({ ...review, mistakeKind: choice(mistakeKinds), note: longText(2000).min(1) }),
  output: changed,
  emits: [e.markedMistake],
  refusals: [r.reviewNotOpen, r.reviewNotYours],
  ...aboutReview,
  undoable: true,
  example: { id: example, mistakeKind: 'figures', note: 'The VAT is that of last year.' },
})

export const reopenReview = command({
  name: 'supervision.reopen-review',
  summary: 'Takes back what was said of a piece of work, to look again.',
  input: z.strictObject(review),
  output: changed,
  emits: [e.reviewReopened],
  refusals: [r.reviewNotReviewed, r.reviewNotYours, r.alreadyShown],
  ...aboutReview,
  example: { id: example },
})

export const answerReview = command({
  name: 'supervision.answer-review',
  summary: "Answers what was said of one's own work.",
  input: z.strictObject({ ...review, answer: longText(2000).min(1) }),
  output: changed,
  emits: [e.reviewAnswered],
  refusals: [r.reviewNotReviewed, r.reviewNotYours],
  ...aboutReview,
  example: { id: example, answer: 'Right: the new rate holds from July.' },
})

export const supervisionCommands = [
  setSuperior,
  askReview,
  endReviewMark,
  resumeReviewMark,
  showWork,
  sampleWork,
  withdrawSamples,
  markRight,
  markMistake,
  reopenReview,
  answerReview,
]
