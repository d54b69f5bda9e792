import { query } from '../../../kernel/declare.ts'
import { count, day, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { list, named } from '../../../kernel/shapes.ts'
import { can, example, exampleOther, guestLine, messageRow, person, proposal } from './shapes.ts'

export const boxes = ['open', 'trouble', 'all'] as const

export const listMeetings = query({
  name: 'invitations.list-meetings',
  summary: 'Meetings with guests outside: who has answered what, what bounced, what waits for somebody.',
  input: z.strictObject({
    text: text(200).optional(),
    /** `open`: answers are missing; `trouble`: something bounced, failed or was proposed. Only meetings to come, unless `all`. */
    box: z.enum(boxes).optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      start: instant(),
      allDay: z.boolean(),
      organiser: named.nullable(),
      guests: count(),
      accepted: count(),
      tentative: count(),
      declined: count(),
      missing: count(),
      bounced: count(),
      proposals: count(),
      cancelled: z.boolean(),
    }),
  ),
  kinds: ['event'],
  example: {},
})

export const getLedger = query({
  name: 'invitations.get-ledger',
  summary: 'The guests outside of one meeting, how it stands with each, and every message that went or came.',
  input: z.strictObject({ id: id('event') }),
  output: z.strictObject({
    id: z.uuid(),
    title: z.string(),
    /** Whoever asks may write to the guests. */
    organisedHere: z.boolean(),
    organiserEmail: z.string().nullable(),
    guests: z.array(guestLine),
    proposals: z.array(proposal),
    messages: z.array(messageRow),
    mailWorks: z.boolean(),
    can,
  }),
  kinds: ['event'],
  example: { id: example },
})

export const listUnsettled = query({
  name: 'invitations.list-unsettled',
  summary: 'Answers that came from addresses of nobody invited: somebody has to say whose they are.',
  permission: 'invitations.list-meetings',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      messageRow.extend({
        event: named.nullable(),
        document: named.nullable(),
        /** Guests of the meeting whose answer it may be. */
        guests: z.array(z.strictObject({ email: z.string(), name: z.string() })),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['event', 'document'],
  example: {},
})

export const countOpen = query({
  name: 'invitations.count-open',
  summary: 'How many invitations wait for somebody here: answers to settle and times proposed.',
  permission: 'invitations.list-meetings',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['event'],
  example: {},
})

export const getSettings = query({
  name: 'invitations.get-settings',
  summary: 'The address that answers of guests go to.',
  input: z.strictObject({}),
  output: z.strictObject({ answersAddress: z.string().nullable(), mailWorks: z.boolean(), can }),
  example: {},
})

export const planDay = query({
  name: 'invitations.plan-day',
  summary: "A day's meetings of somebody, who is told of a change, and in which words.",
  permission: 'invitations.clear-day',
  input: z.strictObject({ personId: person().optional(), on: day(), to: day().nullable().optional() }),
  output: z.strictObject({
    meetings: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        recurrence: z.string().nullable(),
        start: instant(),
        end: instant(),
        allDay: z.boolean(),
        /** False: it is somebody else's; then only one's own coming is called off. */
        own: z.boolean(),
        guests: z.array(
          z.strictObject({ name: z.string(), email: z.string().nullable(), language: z.string(), text: z.string() }),
        ),
      }),
    ),
  }),
  kinds: ['event'],
  example: { on: '2126-11-24' },
})

/** Of the sending job. */
export const messagesToSend = query({
  name: 'invitations.messages-to-send',
  summary: 'Messages of an event that wait to be sent.',
  permission: 'invitations.prepare-messages',
  input: z.strictObject({ id: id('event') }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        method: z.string(),
        email: z.string(),
        name: z.string(),
        letter: z.unknown(),
        calendar: z.string().nullable(),
        guestId: z.uuid().nullable(),
        inReplyTo: z.string().nullable(),
      }),
    ),
  }),
  tool: false,
  example: { id: example },
})

/** Of the job that looks into mails. */
export const mailToLook = query({
  name: 'invitations.mail-to-look',
  summary: 'The stored file of a mail that came in.',
  permission: 'invitations.note-arrival',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ digest: z.string().nullable(), state: z.string().nullable() }),
  tool: false,
  example: { documentId: exampleOther },
})

export const invitationQueries = [
  listMeetings,
  getLedger,
  listUnsettled,
  countOpen,
  getSettings,
  planDay,
  messagesToSend,
  mailToLook,
]
