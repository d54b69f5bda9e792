import { command } from '../../../kernel/declare.ts'
import { choice, day, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const one = { id: id('answer', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['answer'], subject: 'id' } as const
const step = { ...about, undoable: true } as const
const person = (folded = false) => id('principal', { control: 'person', folded })
const words = () => longText(20_000).refine(body => body.trim().length > 0, 'empty')

const facts = {
  tags: z.array(text(40)).max(20).optional(),
  ownerId: person(true).nullable().optional(),
  validUntil: day({ folded: true }).nullable().optional(),
  reviewMonths: z.int().min(1).max(60).optional().meta({ folded: true }),
}

export const writeAnswer = command({
  name: 'cases.write-answer',
  summary: 'Writes a question with its answer, so that it is offered to whoever answers the same again.',
  input: z.strictObject({
    question: text(300),
    body: words(),
    language: s.language().optional(),
    ...facts,
    /** The case it grows from. */
    fromId: id('case', { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.answerWritten],
  refusals: [r.casePersonUnknown],
  kinds: ['answer', 'case'],
  undoable: true,
  example: {
    question: 'Which file formats do you deliver drawings in?',
    body: 'PDF, DWG and IFC.',
    tags: ['drawings'],
  },
})

export const changeAnswer = command({
  name: 'cases.change-answer',
  summary: 'Changes the tags, owner and last day of an answer.',
  input: z.strictObject({ ...one, ...facts }),
  output: changed,
  emits: [e.answerChanged],
  refusals: [r.casePersonUnknown],
  ...step,
  example: { id: s.example, tags: ['drawings', 'files'] },
})

export const wordAnswer = command({
  name: 'cases.word-answer',
  summary: 'Words an answer in a language, anew or for the first time.',
  permission: 'cases.change-answer',
  input: z.strictObject({
    ...one,
    language: choice(['en', 'sv', 'nb', 'nl', 'ro', 'pt']),
    question: text(300),
    body: words(),
  }),
  output: changed,
  emits: [e.answerChanged],
  ...step,
  example: {
    id: s.example,
    language: 'sv',
    question: 'I vilka filformat levererar ni ritningar?',
    body: 'PDF, DWG och IFC.',
  },
})

export const unwordAnswer = command({
  name: 'cases.unword-answer',
  summary: 'Takes an answer’s wording in one of its languages away.',
  permission: 'cases.change-answer',
  input: z.strictObject({ ...one, language: choice(['en', 'sv', 'nb', 'nl', 'ro', 'pt']) }),
  output: changed,
  emits: [e.answerChanged],
  refusals: [r.answerTextLast],
  ...step,
  example: { id: s.example, language: 'sv' },
})

export const reviewAnswer = command({
  name: 'cases.review-answer',
  summary: 'Says that an answer is still right; it is asked about again in its time.',
  input: z.strictObject({ ...one, validUntil: day({ folded: true }).nullable().optional() }),
  output: changed,
  emits: [e.answerReviewed],
  ...about,
  example: { id: s.example },
})

export const retireAnswer = command({
  name: 'cases.retire-answer',
  summary: 'Takes an answer out of use: it is offered no more, and stays where it was given.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.answerRetiredEvent],
  refusals: [r.answerRetired],
  ...step,
  example: { id: s.example },
})

export const restoreAnswer = command({
  name: 'cases.restore-answer',
  summary: 'Takes an answer into use again.',
  permission: 'cases.retire-answer',
  input: z.strictObject(one),
  output: changed,
  emits: [e.answerRestored],
  ...step,
  example: { id: s.example },
})

export const setKind = command({
  name: 'cases.set-kind',
  summary: 'Sets up a kind of case: what is promised, when its clock stops, who is told when the promise breaks.',
  input: z.strictObject({
    id: id(undefined, { hidden: true }).optional(),
    name: text(80).nullable().optional(),
    sort: choice(s.sorts),
    answerMinutes: z.int().min(1).max(100_000).nullable().meta({ control: 'duration' }),
    warnMinutes: z.int().min(0).max(100_000).meta({ control: 'duration' }),
    stopsForCustomer: flag(),
    stopsInside: flag(),
    asksVerdict: flag(),
    escalateToId: person().nullable().optional(),
    retired: flag({ hidden: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.kindSet],
  refusals: [r.caseKindUnknown, r.casePersonUnknown, r.nameTaken],
  undoable: true,
  example: {
    name: 'Warranty',
    sort: 'complaint',
    answerMinutes: 2400,
    warnMinutes: 480,
    stopsForCustomer: true,
    stopsInside: false,
    asksVerdict: true,
  },
})

export const setCause = command({
  name: 'cases.set-cause',
  summary: 'Adds a cause to the office’s list, names it anew, or takes it out of the list.',
  permission: 'cases.set-kind',
  input: z.strictObject({
    id: id(undefined, { hidden: true }).optional(),
    name: text(80),
    retired: flag({ hidden: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.causeSet],
  refusals: [r.causeUnknown, r.nameTaken],
  undoable: true,
  example: { name: 'Late from the supplier' },
})

export const answerCommands = [
  writeAnswer,
  changeAnswer,
  wordAnswer,
  unwordAnswer,
  reviewAnswer,
  retireAnswer,
  restoreAnswer,
  setKind,
  setCause,
]
