/** Steps along a case that nobody at the office takes by hand: Kontor itself, its jobs, somebody outside by a link. */
import { command } from '../../../kernel/declare.ts'
import { choice, count, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const inner = { door: 'none', tool: false } as const

export const recordAnswerSent = command({
  name: 'cases.record-answer-sent',
  summary: 'Notes whether the mail with an answer went out; where it did not, the case is its owner’s again.',
  input: z.strictObject({
    id: id('case'),
    entryId: z.uuid(),
    mail: choice(['sent', 'failed', 'no-door']),
    error: text(500).nullable(),
  }),
  output: z.strictObject({}),
  emits: [e.answerDelivered, e.answerFailed],
  ...inner,
  example: { id: s.example, entryId: s.exampleOther, mail: 'sent', error: null },
})

export const giveVerdict = command({
  name: 'cases.give-verdict',
  summary: 'Somebody outside says what they think of an answer; who is not content has their case taken up again.',
  input: z.strictObject({ id: id('case'), verdict: choice(s.verdicts), words: longText(1000).optional() }),
  output: z.strictObject({}),
  emits: [e.verdictGiven],
  refusals: [r.verdictLinkClosed],
  ...inner,
  example: { id: s.example, verdict: 'content' },
})

export const raiseDue = command({
  name: 'cases.raise-due',
  summary:
    'Warns before a promised answer time breaks, tells whoever leads once it has, closes what was answered two weeks ago, and asks for old answers to be looked at.',
  input: z.strictObject({}),
  output: z.strictObject({ warned: count(), escalated: count(), closed: count(), old: count() }),
  emits: [e.caseWarned, e.caseEscalated, e.caseClosed, e.answerOld],
  ...inner,
  example: {},
})
