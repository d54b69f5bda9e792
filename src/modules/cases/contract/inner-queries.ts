/** What Kontor's own jobs ask. */
import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, flag, id, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'

export const answerLetter = query({
  name: 'cases.answer-letter',
  summary: 'The mail of an answer, for whoever sends it.',
  permission: 'cases.list-cases',
  input: z.strictObject({ id: id('case'), entryId: z.uuid() }),
  output: z.strictObject({
    wanted: flag(),
    name: z.string(),
    email: z.string(),
    fromName: z.string(),
    subject: z.string(),
    body: z.string(),
    follows: z.string().nullable(),
    /** The thread it goes out in, by the mailbox the question came to; null: by the house's door. */
    through: z
      .strictObject({
        threadId: z.uuid(),
        authorId: z.uuid(),
        language: choice(languages),
        link: choice(['verdict']).nullable(),
      })
      .nullable(),
  }),
  tool: false,
  example: { id: s.example, entryId: s.exampleOther },
})

export const countDue = query({
  name: 'cases.count-due',
  summary: 'How many cases and answers have something to be raised now.',
  permission: 'cases.list-cases',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})
