/** The office's answers to what is asked again. */
import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { can, head, list, named } from '../../../kernel/shapes.ts'
import * as s from './shapes.ts'

export const listAnswers = query({
  name: 'cases.list-answers',
  summary: 'The office’s answers to what is asked again, found as one types, in any of their languages.',
  input: z.strictObject({
    text: longText(400).optional(),
    language: choice(languages).optional(),
    tag: text(40).optional(),
    old: flag().optional(),
    retired: flag().optional(),
    ...slice,
  }),
  output: list(s.answerLine),
  kinds: ['answer'],
  example: {},
})

export const getAnswer = query({
  name: 'cases.get-answer',
  summary: 'An answer in all its languages, where it came from and where it was used.',
  permission: 'cases.list-answers',
  input: z.strictObject({ id: id('answer') }),
  output: z.strictObject({
    record: head(['current', 'old', 'retired']),
    texts: z.array(s.answerText),
    tags: z.array(z.string()),
    owner: named.nullable(),
    validUntil: day().nullable(),
    reviewedOn: day(),
    reviewOn: day(),
    reviewMonths: z.int(),
    from: named.nullable(),
    used: count(),
    content: count(),
    judged: count(),
    usedIn: z.array(named),
    can,
  }),
  kinds: ['answer', 'case'],
  example: { id: s.example },
})

export const offerAnswers = query({
  name: 'cases.offer-answers',
  summary: 'Answers that fit what somebody writes or asks, the best first, in their language where there is one.',
  permission: 'cases.list-answers',
  input: z.strictObject({
    text: longText(20_000),
    language: choice(languages).optional(),
    limit: z.int().min(1).max(20).default(5),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        ...s.answerText.shape,
        used: count(),
        /** How much of what is asked it answers, 0 to 1. */
        fit: z.number().min(0).max(1),
      }),
    ),
  }),
  kinds: ['answer'],
  example: { text: 'Which file formats do you deliver drawings in?', language: 'en' },
})
