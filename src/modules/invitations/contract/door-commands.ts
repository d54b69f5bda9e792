/** Kontor's own steps: what follows from the calendar's events, what mails say, what links do. */
import { command } from '../../../kernel/declare.ts'
import { choice, count, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import { lookJob, sendJob } from './jobs.ts'
import * as r from './refusals.ts'
import { example, exampleOther, local, messageStates } from './shapes.ts'

const inner = { door: 'none', tool: false } as const

export const noteDue = command({
  name: 'invitations.note-due',
  summary: 'Has guests outside told what changed, once it can no longer be taken back in one stroke.',
  input: z.strictObject({ eventIds: z.array(id('event')).min(1).max(10) }),
  output: z.strictObject({}),
  jobs: [sendJob],
  kinds: ['event'],
  ...inner,
  example: { eventIds: [example] },
})

export const prepareMessages = command({
  name: 'invitations.prepare-messages',
  summary: 'Writes the messages that guests of an event, or its organiser outside, are due, each once.',
  input: z.strictObject({ id: id('event') }),
  output: z.strictObject({ written: count() }),
  emits: [e.guestsWritten],
  kinds: ['event'],
  subject: 'id',
  ...inner,
  example: { id: example },
})

export const recordSent = command({
  name: 'invitations.record-sent',
  summary: 'Records what became of a message.',
  input: z.strictObject({
    messageId: id(),
    state: choice(messageStates),
    because: text(500).nullable(),
  }),
  output: z.strictObject({}),
  emits: [e.mailBounced],
  kinds: ['event'],
  ...inner,
  example: { messageId: exampleOther, state: 'sent', because: null },
})

export const noteArrival = command({
  name: 'invitations.note-arrival',
  summary: 'Has a mail that came in looked through for invitations and answers.',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({}),
  jobs: [lookJob],
  kinds: [],
  ...inner,
  example: { documentId: exampleOther },
})

export const takeMessage = command({
  name: 'invitations.take-message',
  summary: 'Takes what a calendar part of a mail says, as far as it may be said by who says it.',
  input: z.strictObject({
    documentId: id('document').nullable(),
    from: z.string().max(254).nullable(),
    fromName: z.string().max(200).nullable(),
    method: z.string().max(40).nullable(),
    calendar: longText(1_000_000),
  }),
  output: z.strictObject({
    /** Whether all of it is dealt with, so that nobody need look at the mail. */
    settled: z.boolean(),
    outcomes: z.array(z.string()),
  }),
  emits: [
    e.guestAnswered,
    e.timeProposed,
    e.invitedFromOutside,
    e.changedFromOutside,
    e.cancelledFromOutside,
    e.counterDeclined,
  ],
  jobs: [sendJob],
  kinds: ['event'],
  ...inner,
  example: {
    documentId: null,
    from: 'b@example.com',
    fromName: null,
    method: 'REPLY',
    calendar: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n',
  },
})

export const takeBounce = command({
  name: 'invitations.take-bounce',
  summary: 'Takes what a mail server says of an invitation that it could not deliver.',
  input: z.strictObject({
    documentId: id('document').nullable(),
    messageId: id().nullable(),
    email: z.string().max(254),
    because: z.string().max(500),
  }),
  output: z.strictObject({ known: z.boolean() }),
  emits: [e.mailBounced],
  kinds: ['event'],
  ...inner,
  example: { documentId: null, messageId: null, email: 'b@example.com', because: '5.1.1 no such user' },
})

export const linkAnswers = ['accepted', 'tentative', 'declined'] as const
export const answerByLink = command({
  name: 'invitations.answer-by-link',
  summary: 'Takes the answer of a guest who has the link of an invitation.',
  input: z.strictObject({
    guestId: id(),
    answer: choice(linkAnswers),
    said: longText(500).optional(),
    recurrence: local().optional(),
  }),
  output: z.strictObject({}),
  emits: [e.guestAnswered],
  refusals: [r.invitationLinkClosed, r.meetingNotChanged],
  kinds: ['event'],
  ...inner,
  example: { guestId: exampleOther, answer: 'accepted' },
})

export const proposeByLink = command({
  name: 'invitations.propose-by-link',
  summary: 'Takes another time, proposed by a guest who has the link of an invitation.',
  input: z.strictObject({
    guestId: id(),
    start: instant(),
    end: instant(),
    said: longText(500).optional(),
    recurrence: local().optional(),
  }),
  output: z.strictObject({}),
  emits: [e.timeProposed],
  refusals: [r.invitationLinkClosed],
  kinds: ['event'],
  ...inner,
  example: { guestId: exampleOther, start: '2126-11-24T09:00:00Z', end: '2126-11-24T10:00:00Z' },
})

export const doorCommands = [
  noteDue,
  prepareMessages,
  recordSent,
  noteArrival,
  takeMessage,
  takeBounce,
  answerByLink,
  proposeByLink,
]
